import type { Capabilities } from '@scrip/capability';
import type { Queryable } from '@scrip/database';
import { deriveId, isUuid, nameKey, nameKeys, networkOf } from '@scrip/kernel';
import type { AvatarRow, AvatarStore } from '../directory/store.ts';
import type { Waiting } from '../directory/turns.ts';
import type { Claimed, LoginThrottle } from './throttle.ts';

/** Somebody who wants to be logged in, whatever the proof is. */
export interface Applicant {
  /** The avatar's key or name. */
  readonly who: string;
  readonly validForSecs: number;
  readonly source: string;
}

/**
 * What all ways to log in share: whom somebody claims to be, how guessing is slowed, and the capability. Wrong proofs count
 * against the avatar, however it was named and whichever proof it was.
 */
export class Admission {
  readonly #avatars: AvatarStore;
  readonly #capabilities: Capabilities;
  readonly #throttle: LoginThrottle;

  constructor(parts: { readonly avatars: AvatarStore; readonly capabilities: Capabilities; readonly throttle: LoginThrottle }) {
    this.#avatars = parts.avatars;
    this.#capabilities = parts.capabilities;
    this.#throttle = parts.throttle;
  }

  /**
   * The login capability, or undefined where `proves` says no. It is asked for unknown avatars too, and must take as long then.
   * Raises rate_limited without asking it.
   */
  async admit(
    { who, validForSecs, source }: Applicant,
    proves: (avatar: AvatarRow | null, by: Waiting) => Promise<boolean>,
  ): Promise<string | undefined> {
    const avatar = await (isUuid(who) ? this.#avatars.findByKey(who.toLowerCase()) : this.#avatars.findByName('', nameKeys(who)));
    const network = networkOf(source);
    const proven = await this.#throttle.attempt(claimedBy(who, avatar), network, async (isKnown) => {
      const isRight = await proves(avatar, { source: network, preferred: isKnown });
      // Whoever knows the password of a disabled avatar is told no more than others.
      return isRight && avatar?.disabledAt === null ? avatar : undefined;
    });
    return proven && this.#issue(proven, validForSecs);
  }

  /** Undefined where the avatar was disabled or got another password meanwhile. */
  async #issue({ akey, passwordHash }: AvatarRow, validForSecs: number): Promise<string | undefined> {
    const confirm = async (client: Queryable) => {
      if (!(await this.#avatars.mayLogIn(client, akey, passwordHash))) throw new Withdrawn();
    };
    try {
      return (await this.#capabilities.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs, confirm })).token;
    } catch (error) {
      if (error instanceof Withdrawn) return undefined;
      throw error;
    }
  }
}

/** The proof was right until a moment ago. */
class Withdrawn extends Error {}

function claimedBy(who: string, avatar: AvatarRow | null): Claimed {
  return avatar ? { id: avatar.akey, exists: true } : { id: deriveId('login', nameKey(who)), exists: false };
}
