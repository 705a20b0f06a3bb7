import { createHash } from 'node:crypto';
import { busy } from '@scrip/rpc';
import { argon2id, hash } from 'argon2';

/** 19 MiB, two passes, one lane: 47 ms of one core (docs: OWASP's password storage cheat sheet, argon2id). */
const COST = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at a time would leave no core to anybody else; a longer queue would be answered after the caller has gone. */
const MAX_RUNNING = 2;
const MAX_WAITING = 64;

/** Hashes passwords, a few at a time. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** The PHC string of argon2id; raises busy where too many are waiting already. */
  async hash(password: string): Promise<string> {
    if (this.#running >= MAX_RUNNING) {
      if (this.#waiting.length >= MAX_WAITING) throw busy(`${MAX_WAITING} passwords are waiting to be hashed; retry in some seconds`);
      // Whoever finishes hands its place over, so #running stays as it is.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running++;
    }
    try {
      return await hash(password, COST);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}

/** As the Apez document has it everywhere: lower-case hex of the text's UTF-8. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
