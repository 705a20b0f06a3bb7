import type { MasterKey } from '@scrip/capability';
import { type AvatarKey, type Clock, isUuid, newId, type OwnerKey, type Page } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import { keyTaken, nameTaken, unknownAvatar, unknownRealm } from '../errors.ts';
import { md5, type Passwords } from './passwords.ts';
import { checkEmail, checkKey, checkName, checkPassword, nameKey } from './rules.ts';
import type { AvatarRow, AvatarStore } from './store.ts';

export interface Avatar {
  readonly akey: AvatarKey;
  readonly name: string;
  readonly hasLogin: boolean;
}

export interface Registration {
  readonly name: string;
  /** 1 to 1,024 bytes; null where the avatar is to have no login. */
  readonly password: string | null;
  /** The grid's key; left out, the avatar gets a new one. */
  readonly akey?: string;
  readonly email?: string;
}

/** Who is registered. Avatars are named by key or by name everywhere; names match case-insensitively. Realm: empty means this grid. */
export interface RegisteredAvatars {
  /** The new avatar's key. Raises general.invalid_name, general.name_taken, general.key_taken, invalid_params, busy. */
  register(registration: Registration): Promise<AvatarKey>;
  /** Raises general.unknown_realm. */
  find(keyOrName: string, realm?: string): Promise<Avatar | undefined>;
  /** As `find`; raises general.unknown_avatar. */
  get(keyOrName: string, realm?: string): Promise<Avatar>;
  /** The names of those that are registered. Other owners may be among the keys: they are left out. */
  names(keys: readonly OwnerKey[]): Promise<ReadonlyMap<OwnerKey, string>>;
  /** In the order of their names. */
  list(page: Page): Promise<readonly AvatarRow[]>;
  /** Whether the documented md5 login works for this avatar. Raises general.unknown_avatar. */
  setChallengeLogin(keyOrName: string, enabled: boolean): Promise<void>;
}

/** How many avatars are remembered by key and by name. */
const REMEMBERED = 50_000;

export function registeredAvatars(
  store: AvatarStore,
  {
    masterKey,
    passwords,
    clock,
    challengeLogin,
  }: {
    readonly masterKey: MasterKey;
    readonly passwords: Passwords;
    readonly clock: Clock;
    readonly challengeLogin: boolean;
  },
): RegisteredAvatars {
  // By key and by name. An avatar is never deleted or renamed, so what is found once stays true.
  const known = new LRUCache<string, Avatar>({ max: REMEMBERED });

  async function find(keyOrName: string, realm = ''): Promise<Avatar | undefined> {
    if (realm !== '') throw unknownRealm(`no grid is called ${JSON.stringify(realm.slice(0, 63))}; leave the realm empty for this one`);
    const key = isUuid(keyOrName) ? keyOrName.toLowerCase() : nameKey(keyOrName);
    const remembered = known.get(key);
    if (remembered) return remembered;
    const row = await (isUuid(key) ? store.findByKey(key) : store.findByName(realm, key));
    return row ? remember(row) : undefined;
  }

  function remember({ akey, name, nameKey, passwordHash }: AvatarRow): Avatar {
    const avatar = { akey, name, hasLogin: passwordHash !== null };
    known.set(akey, avatar);
    known.set(nameKey, avatar);
    return avatar;
  }

  async function get(keyOrName: string, realm = ''): Promise<Avatar> {
    const avatar = await find(keyOrName, realm);
    if (avatar) return avatar;
    throw unknownAvatar(`nobody is registered under the ${isUuid(keyOrName) ? 'key' : 'name'} ${JSON.stringify(keyOrName.slice(0, 63))}`);
  }

  async function refuseTaken(akey: AvatarKey, name: string): Promise<void> {
    if (await find(akey)) throw keyTaken(`another avatar is registered under the key ${akey}`);
    if (await find(name)) throw nameTaken(`another avatar is called ${JSON.stringify(name)}`);
  }

  return {
    find,
    get,
    async register({ name: wanted, password, akey: key, email }) {
      const name = checkName(wanted);
      const akey = key === undefined ? newId() : checkKey(key);
      if (password !== null) checkPassword(password);
      const mail = email === undefined ? null : checkEmail(email);
      // Before the costly hash; who comes in between is found by the insert.
      await refuseTaken(akey, name);
      const inserted = await store.insert({
        akey,
        realm: '',
        name,
        nameKey: nameKey(name),
        email: mail,
        passwordHash: password === null ? null : await passwords.hash(password),
        md5Sealed:
          password === null || !challengeLogin ? null : new Uint8Array(masterKey.seal('md5-secret', Buffer.from(md5(password)), akey)),
        challengeLogin: true,
        createdAt: new Date(clock.now()),
      });
      if (inserted) return akey;
      await refuseTaken(akey, name);
      throw new Error(`avatar ${akey} was not inserted, yet neither its key nor its name is taken`);
    },
    async names(keys) {
      const names = new Map<OwnerKey, string>();
      const unknown: OwnerKey[] = [];
      for (const key of new Set(keys)) {
        const avatar = known.get(key);
        if (avatar) names.set(key, avatar.name);
        else unknown.push(key);
      }
      if (unknown.length > 0) for (const row of await store.findByKeys(unknown)) names.set(row.akey, remember(row).name);
      return names;
    },
    list: (page) => store.list(page),
    async setChallengeLogin(keyOrName, enabled) {
      await store.setChallengeLogin((await get(keyOrName)).akey, enabled);
    },
  };
}
