import { type AvatarKey, type Clock, isUuid, nameKey, nameKeys, newId, type OwnerKey, type Page } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { keyTaken, nameTaken, unknownAvatar } from '../errors.ts';
import type { Grids } from '../grids/grids.ts';
import { type Avatar, KnownAvatars } from './known.ts';
import type { SecretKeeper } from './passwords.ts';
import { checkEmail, checkKey, checkName, checkPassword } from './rules.ts';
import type { AvatarRow, AvatarStore } from './store.ts';

export type { Avatar } from './known.ts';

export interface Registration {
  readonly name: string;
  /** 1 to 1,024 bytes; null where the avatar is to have no login. */
  readonly password: string | null;
  /** The grid's key; left out, the avatar gets a new one. */
  readonly akey?: string;
  readonly email?: string;
  /** The grid; left out, the server's own. */
  readonly realm?: string;
}

/** A registration that was checked, and whose password is hashed. */
export type NewAvatar = Omit<AvatarRow, 'userId'>;

/** Who is registered. Avatars are named by key or by name everywhere; names match case-insensitively. Realm: empty means the server's own grid. */
export interface RegisteredAvatars {
  /** The new avatar's key. Raises general.invalid_name, general.name_taken, general.key_taken, invalid_params, busy. */
  register(registration: Registration): Promise<AvatarKey>;
  /** Raises general.unknown_realm. */
  find(keyOrName: string, realm?: string): Promise<Avatar | undefined>;
  /** By the number that the documents with numbers use. */
  findByUserId(userId: number): Promise<Avatar | undefined>;
  /** As `find`, by the realm that avatars of a grid are kept under: empty for the server's own grid. */
  findIn(realm: string, keyOrName: string): Promise<Avatar | undefined>;
  /** As `find`; raises general.unknown_avatar. */
  get(keyOrName: string, realm?: string): Promise<Avatar>;
  /** The names of those that are registered. Other owners may be among the keys: they are left out. */
  names(keys: readonly OwnerKey[]): Promise<ReadonlyMap<OwnerKey, string>>;
  /** In the order of their names. */
  list(page: Page): Promise<readonly AvatarRow[]>;
  /** Whether the documented md5 login works for this avatar. Raises general.unknown_avatar. */
  setChallengeLogin(keyOrName: string, enabled: boolean): Promise<void>;
  /**
   * Gives an avatar another name; the one that it had leads to it until another avatar has it. The other servers know within a second.
   * Raises general.unknown_avatar, general.invalid_name, general.name_taken.
   */
  rename(keyOrName: string, name: string): Promise<void>;
  /** Checks a registration and hashes its password, for `registerWithin`. Raises what `register` does. */
  prepare(registration: Registration): Promise<NewAvatar>;
  /** Registers what was prepared, in the client's transaction; its number. Raises general.name_taken, general.key_taken. */
  registerWithin(client: PoolClient, prepared: NewAvatar): Promise<number>;
  /** Hears of what other servers have changed about avatars. */
  hearOfChanges(): Promise<void>;
  /** Is told of each avatar that was registered or changed, within a second and perhaps several times. */
  onChange(listener: (row: AvatarRow) => void): void;
}

export function registeredAvatars(
  store: AvatarStore,
  { secretKeeper, clock, grids }: { readonly secretKeeper: SecretKeeper; readonly clock: Clock; readonly grids: Grids },
): RegisteredAvatars {
  const known = new KnownAvatars();
  const listeners: ((row: AvatarRow) => void)[] = [];

  async function find(keyOrName: string, grid = ''): Promise<Avatar | undefined> {
    const realm = grid === '' ? '' : await grids.realm(grid);
    return findIn(realm, keyOrName);
  }

  async function findIn(realm: string, keyOrName: string): Promise<Avatar | undefined> {
    if (!isUuid(keyOrName)) return findByName(realm, keyOrName);
    const key = keyOrName.toLowerCase();
    return realm === '' ? findByKey(key) : findByGridKey(realm, key);
  }

  async function findByGridKey(realm: string, gridKey: AvatarKey): Promise<Avatar | undefined> {
    const remembered = known.byGridKey(realm, gridKey);
    if (remembered) return remembered;
    const row = await store.findByGridKey(realm, gridKey);
    return row ? known.remember(row) : undefined;
  }

  async function findByKey(akey: AvatarKey): Promise<Avatar | undefined> {
    const remembered = known.byKey(akey);
    if (remembered) return remembered;
    const row = await store.findByKey(akey);
    return row ? known.remember(row) : undefined;
  }

  async function findByName(realm: string, name: string): Promise<Avatar | undefined> {
    const keys = nameKeys(name);
    const remembered = recall(realm, keys);
    if (remembered) return remembered;
    const row = await store.findByName(realm, keys);
    return row ? known.remember(row, keys.includes(row.nameKey) ? row.nameKey : keys.at(-1)) : undefined;
  }

  function recall(realm: string, [first = '', second]: readonly string[]): Avatar | undefined {
    const remembered = known.byName(realm, first);
    if (remembered || second === undefined) return remembered;
    // An avatar that nobody remembers may have kept the old key. It is not so where the one with the new key is spelled like this.
    const other = known.byName(realm, second);
    return other && nameKeys(other.name)[0] === first ? other : undefined;
  }

  async function get(keyOrName: string, realm = ''): Promise<Avatar> {
    const avatar = await find(keyOrName, realm);
    if (avatar) return avatar;
    throw unknownAvatar(`nobody is registered under the ${isUuid(keyOrName) ? 'key' : 'name'} ${JSON.stringify(keyOrName.slice(0, 63))}`);
  }

  async function refuseTaken(realm: string, key: AvatarKey, name: string): Promise<void> {
    if (await findIn(realm, key)) throw keyTaken(`another avatar is registered under the key ${key}`);
    await refuseTakenName(realm, undefined, name);
  }

  /** A former name of somebody's is free. */
  async function refuseTakenName(realm: string, akey: AvatarKey | undefined, name: string): Promise<void> {
    const found = await findByName(realm, name);
    if (found && found.akey !== akey && nameKey(found.name) === nameKey(name)) {
      throw nameTakenBy(name);
    }
  }

  async function prepare({ name: wanted, password, akey: wantedKey, email, realm: grid = '' }: Registration): Promise<NewAvatar> {
    const name = checkName(wanted);
    const key = wantedKey === undefined ? newId() : checkKey(wantedKey);
    const realm = grid === '' ? '' : await grids.realm(grid);
    // Another grid may have given a key that is somebody else's here.
    const akey = realm !== '' && (await findByKey(key)) ? newId() : key;
    if (password !== null) checkPassword(password);
    const mail = email === undefined ? null : checkEmail(email);
    // Before the costly hash; who comes in between is found by the insert.
    await refuseTaken(realm, key, name);
    return {
      akey,
      realm,
      gridKey: realm === '' ? null : key,
      name,
      nameKey: nameKey(name),
      email: mail,
      ...(await secretKeeper.secretsOf(akey, password)),
      challengeLogin: true,
      createdAt: new Date(clock.now()),
      disabledAt: null,
    };
  }

  async function hearOfChanges(): Promise<void> {
    for (const row of await store.changed()) {
      known.remember(row);
      for (const listener of listeners) listener(row);
    }
  }

  return {
    find,
    findIn,
    get,
    async findByUserId(userId) {
      const remembered = known.byUserId(userId);
      if (remembered) return remembered;
      const row = await store.findByUserId(userId);
      return row ? known.remember(row) : undefined;
    },
    async register(registration) {
      const row = await prepare(registration);
      const inserted = await store.insert(row);
      if (!inserted) throw (await store.findByKey(row.akey)) ? taken(row) : nameTakenBy(row.name);
      // Whoever was called so before is not found under it any more.
      known.remember(inserted);
      return row.akey;
    },
    prepare,
    async registerWithin(client, row) {
      const inserted = await store.insertWithin(client, row);
      if (!inserted) throw nameTakenBy(row.name);
      return inserted.userId;
    },
    async names(keys) {
      const names = new Map<OwnerKey, string>();
      const unknown: OwnerKey[] = [];
      for (const key of new Set(keys)) {
        const avatar = known.byKey(key);
        if (avatar) names.set(key, avatar.name);
        else unknown.push(key);
      }
      if (unknown.length > 0) for (const row of await store.findByKeys(unknown)) names.set(row.akey, known.remember(row).name);
      return names;
    },
    list: (page) => store.list(page),
    async setChallengeLogin(keyOrName, enabled) {
      await store.setChallengeLogin((await get(keyOrName)).akey, enabled);
    },
    async rename(keyOrName, wanted) {
      const [{ akey, realm }, name] = [await get(keyOrName), checkName(wanted)];
      await refuseTakenName(realm, akey, name);
      if (!(await store.rename(akey, name, nameKey(name)))) throw nameTakenBy(name);
      await hearOfChanges();
    },
    hearOfChanges,
    onChange: (listener) => void listeners.push(listener),
  };
}

function taken({ akey }: NewAvatar) {
  return keyTaken(`another avatar is registered under the key ${akey}`);
}

function nameTakenBy(name: string) {
  return nameTaken(`another avatar is called ${JSON.stringify(name)}`);
}
