import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Queryable } from '@scrip/database';
import { type AvatarKey, networkOf } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import { decoyHash, type Passwords } from '../directory/passwords.ts';
import { fitsPassword } from '../directory/rules.ts';
import type { AvatarRow, AvatarStore } from '../directory/store.ts';
import { mustBePrivate } from './password-login.ts';
import type { LoginThrottle } from './throttle.ts';

export interface PasswordClaim {
  readonly akey: AvatarKey;
  readonly password: string;
  readonly source: string;
  /** Whether nobody on the way could read the call. */
  readonly secure: boolean;
}

/** Somebody who has shown their password. */
export interface Proven {
  readonly akey: AvatarKey;
  /** What the password was compared with. */
  readonly passwordHash: string;
}

interface Remembered {
  readonly mac: Buffer;
  readonly proven: Proven;
}

/** Argon2 takes 47 ms of a core; whoever sends a password with each call pays for it once in this time. */
const REMEMBERED_ms = 10 * 60_000;
const MAX_REMEMBERED = 50_000;

/**
 * Passwords that come with each call (the gateway's document). One that was right is remembered for ten minutes, as a MAC under a key
 * of this process, and forgotten when the avatar gets another one or is disabled. Wrong ones count as failed logins.
 */
export class PasswordProof {
  readonly #store: AvatarStore;
  readonly #passwords: Passwords;
  readonly #throttle: LoginThrottle;
  readonly #plain: boolean;
  readonly #decoy = decoyHash();
  readonly #key = randomBytes(32);
  readonly #remembered = new LRUCache<AvatarKey, Remembered>({ max: MAX_REMEMBERED, ttl: REMEMBERED_ms });

  constructor(parts: {
    readonly store: AvatarStore;
    readonly passwords: Passwords;
    readonly throttle: LoginThrottle;
    /** Whether passwords are taken over plain HTTP from other machines. */
    readonly plain: boolean;
  }) {
    this.#store = parts.store;
    this.#passwords = parts.passwords;
    this.#throttle = parts.throttle;
    this.#plain = parts.plain;
  }

  /** Undefined where it is not the password, or the avatar is disabled or has none. Raises auth.password_needs_tls, rate_limited, busy. */
  async check({ akey, password, source, secure }: PasswordClaim): Promise<Proven | undefined> {
    mustBePrivate(secure, this.#plain);
    if (!fitsPassword(password)) return undefined;
    const mac = createHmac('sha256', this.#key).update(akey).update(password).digest();
    const remembered = this.#remembered.get(akey);
    if (remembered && timingSafeEqual(remembered.mac, mac)) return remembered.proven;
    const network = networkOf(source);
    const proven = await this.#throttle.attempt({ id: akey, exists: true }, network, async (preferred) => {
      const row = await this.#store.findByKey(akey);
      const isRight = await this.#passwords.matches(row?.passwordHash ?? this.#decoy, password, { source: network, preferred });
      return isRight && row?.passwordHash && !row.disabledAt ? { akey, passwordHash: row.passwordHash } : undefined;
    });
    if (proven) this.#remembered.set(akey, { mac, proven });
    return proven;
  }

  /** Whether it still holds. The avatar gets no other password and is not disabled until the client's transaction ends. */
  async holds(client: Queryable, { akey, passwordHash }: Proven): Promise<boolean> {
    return this.#store.holdLogin(client, akey, passwordHash);
  }

  /** Forgets what an avatar has proven by another password, or before it was disabled. */
  hear({ akey, passwordHash, disabledAt }: AvatarRow): void {
    const remembered = this.#remembered.peek(akey);
    if (remembered && (disabledAt !== null || passwordHash !== remembered.proven.passwordHash)) this.#remembered.delete(akey);
  }
}
