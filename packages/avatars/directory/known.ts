import type { AvatarKey, OwnerKey } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import type { AvatarRow } from './store.ts';

export interface Avatar {
  readonly akey: AvatarKey;
  readonly name: string;
  /** From 1; it never changes. */
  readonly userId: number;
  readonly hasLogin: boolean;
  /** Empty for the server's own grid. */
  readonly realm: string;
  /** The key by which the grid knows the avatar. */
  readonly gridKey: AvatarKey;
}

/** How many avatars, and how many names of theirs, are remembered. */
const REMEMBERED = 50_000;

/** The avatars that this process has met. A former name leads to who had it last, until another avatar of the name is remembered. */
export class KnownAvatars {
  readonly #byKey = new LRUCache<OwnerKey, Avatar>({ max: REMEMBERED });
  readonly #keys = new LRUCache<string, AvatarKey>({ max: REMEMBERED });
  readonly #byUserId = new LRUCache<number, AvatarKey>({ max: REMEMBERED });

  byUserId(userId: number): Avatar | undefined {
    const akey = this.#byUserId.get(userId);
    return akey === undefined ? undefined : this.#byKey.get(akey);
  }

  byKey(akey: OwnerKey): Avatar | undefined {
    return this.#byKey.get(akey);
  }

  byName(realm: string, nameKey: string): Avatar | undefined {
    const akey = this.#keys.get(placed(realm, nameKey));
    return akey === undefined ? undefined : this.#byKey.get(akey);
  }

  byGridKey(realm: string, gridKey: AvatarKey): Avatar | undefined {
    return this.byName(realm, gridKey);
  }

  /** `calledFor`: the former name that it was found by. */
  remember({ akey, userId, realm, gridKey, name, nameKey, passwordHash }: AvatarRow, calledFor = nameKey): Avatar {
    const avatar = { akey, userId, name, hasLogin: passwordHash !== null, realm, gridKey: gridKey ?? akey };
    this.#byKey.set(akey, avatar);
    this.#keys.set(placed(realm, nameKey), akey);
    this.#keys.set(placed(realm, calledFor), akey);
    this.#byUserId.set(userId, akey);
    if (gridKey !== null) this.#keys.set(placed(realm, gridKey), akey);
    return avatar;
  }
}

/** No name looks like a key, so both have room in one memory. */
function placed(realm: string, nameOrKey: string): string {
  return realm === '' ? nameOrKey : `${realm}\n${nameOrKey}`;
}
