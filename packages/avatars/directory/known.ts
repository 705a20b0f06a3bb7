import type { AvatarKey, OwnerKey } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import type { AvatarRow } from './store.ts';

export interface Avatar {
  readonly akey: AvatarKey;
  readonly name: string;
  readonly hasLogin: boolean;
}

/** How many avatars, and how many names of theirs, are remembered. */
const REMEMBERED = 50_000;

/** The avatars that this process has met. A former name leads to who had it last, until another avatar of the name is remembered. */
export class KnownAvatars {
  readonly #byKey = new LRUCache<OwnerKey, Avatar>({ max: REMEMBERED });
  readonly #keys = new LRUCache<string, AvatarKey>({ max: REMEMBERED });

  byKey(akey: OwnerKey): Avatar | undefined {
    return this.#byKey.get(akey);
  }

  byName(nameKey: string): Avatar | undefined {
    const akey = this.#keys.get(nameKey);
    return akey === undefined ? undefined : this.#byKey.get(akey);
  }

  /** `calledFor`: the former name that it was found by. */
  remember({ akey, name, nameKey, passwordHash }: AvatarRow, calledFor = nameKey): Avatar {
    const avatar = { akey, name, hasLogin: passwordHash !== null };
    this.#byKey.set(akey, avatar);
    this.#keys.set(nameKey, akey);
    this.#keys.set(calledFor, akey);
    return avatar;
  }
}
