import { createHash, randomBytes } from 'node:crypto';
import type { MasterKey } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import { busy } from '@scrip/rpc';
import { argon2id, hash, verify } from 'argon2';
import type { Secrets } from './store.ts';
import { Turns, type Waiting } from './turns.ts';

/** 19 MiB, two passes, one lane: 47 ms of one core (docs: OWASP's password storage cheat sheet, argon2id). */
const COST = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More at a time would leave no core to anybody else; a longer queue would be answered after the caller has gone. */
const MAX_RUNNING = 2;
const MAX_WAITING = 64;

/** Passwords that nobody guesses: new ones. */
const NEW: Waiting = { source: '', preferred: true };

/**
 * Hashes passwords and compares them with hashes, a few at a time. Both raise busy where too many are waiting already. Whose
 * comparison comes from where they have logged in before goes first, so that a flood of guesses keeps no known owner out.
 */
export class Passwords {
  readonly #turns = new Turns(MAX_RUNNING, MAX_WAITING, () =>
    busy(`${MAX_WAITING} passwords are waiting to be hashed; retry in some seconds`),
  );

  /** The PHC string of argon2id. */
  hash(password: string): Promise<string> {
    return this.#turns.run(NEW, () => hash(password, COST));
  }

  /** Whether `hashed` is of this password. */
  matches(hashed: string, password: string, by: Waiting): Promise<boolean> {
    return this.#turns.run(by, () => verify(hashed, password));
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
