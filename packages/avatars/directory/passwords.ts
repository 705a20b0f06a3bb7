import { createHash, randomBytes } from 'node:crypto';
import type { MasterKey } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import { busy } from '@scrip/rpc';
import { argon2id, hash, verify } from 'argon2';
import type { Secrets } from './store.ts';

/** 19 MiB, two passes, one lane: 47 ms of one core (docs: OWASP's password storage cheat sheet, argon2id). */
const COST = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at a time would leave no core to anybody else; a longer queue would be answered after the caller has gone. */
const MAX_RUNNING = 2;
const MAX_WAITING = 64;

/** Hashes passwords and compares them with hashes, a few at a time. Both raise busy where too many are waiting already. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** The PHC string of argon2id. */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, COST));
  }

  /** Whether `hashed` is of this password. */
  matches(hashed: string, password: string): Promise<boolean> {
    return this.#inTurn(() => verify(hashed, password));
  }

  /** Raises busy where too many are waiting: for callers with work to do before, which would be for nothing. */
  mustHaveRoom(): void {
    if (this.#waiting.length >= MAX_WAITING) throw busy(`${MAX_WAITING} passwords are waiting to be hashed; retry in some seconds`);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MAX_RUNNING) {
      this.mustHaveRoom();
      // Whoever finishes hands its place over, so #running stays as it is.
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running++;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running--;
    }
  }
}

/** What is kept of passwords. */
export class SecretKeeper {
  readonly #masterKey: MasterKey;
  readonly #passwords: Passwords;
  readonly #challengeLogin: boolean;

  /** `challengeLogin`: whether the server takes the documented login; it keeps nothing for it otherwise. */
  constructor(masterKey: MasterKey, passwords: Passwords, challengeLogin: boolean) {
    this.#masterKey = masterKey;
    this.#passwords = passwords;
    this.#challengeLogin = challengeLogin;
  }

  /** Null for an avatar without a login. Raises busy. */
  async secretsOf(akey: AvatarKey, password: string | null): Promise<Secrets> {
    if (password === null) return { passwordHash: null, md5Sealed: null };
    const passwordHash = await this.#passwords.hash(password);
    const md5Sealed = this.#challengeLogin ? new Uint8Array(this.#masterKey.seal('md5-secret', Buffer.from(md5(password)), akey)) : null;
    return { passwordHash, md5Sealed };
  }
}

/** A hash at the same cost that no known password has. */
export function decoyHash(): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
  const { memoryCost, timeCost, parallelism } = COST;
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${part(16)}$${part(32)}`;
}

/** As the Apez document has it everywhere: lower-case hex of the text's UTF-8. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
