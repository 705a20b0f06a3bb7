import type { Avatars } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import { isMailAddress, newId } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { idTaken, noProfile } from '../errors.ts';
import { ID_NAMES, type IdName, type Ids, idNameOf, type Profile, type User } from './model.ts';
import type { UserStore } from './store.ts';

/** How a call names a user of the app. */
export interface UserNamed {
  readonly app: string;
  readonly mode: string;
  readonly userId: string;
}

/** The ids as callers write them: those that came. */
export type GivenIds = { readonly [name in IdName]?: string | undefined };

/** Who plays an app, and who is whose friend there. */
export class Users {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #store: UserStore;

  constructor({ database, avatars, store }: { readonly database: Database; readonly avatars: Avatars; readonly store: UserStore }) {
    this.#database = database;
    this.#avatars = avatars;
    this.#store = store;
  }

  /** Raises gifts.invalid_mode, gifts.no_profile. */
  async get({ app, mode, userId }: UserNamed): Promise<User> {
    const name = idNameOf(mode);
    const value = await this.#find(name, userId);
    const user = value === undefined ? undefined : await this.#store.find(app, name, value);
    if (user) return user;
    throw unknown(app, mode, userId);
  }

  /**
   * Adds a user, or gives one that is there this profile: what it does not have is gone. Raises gifts.invalid_mode, gifts.id_taken,
   * gifts.too_many, general.unknown_avatar, and invalid_params for ids that are none.
   */
  async put({ app, mode, userId }: UserNamed, profile: Profile, given: GivenIds): Promise<void> {
    const name = idNameOf(mode);
    const value = await this.#read(name, userId);
    const ids: Record<IdName, string | null> = { ...NO_IDS, [name]: value };
    for (const other of ID_NAMES) {
      const id = given[other] ?? '';
      if (id === '') continue;
      const read = await this.#read(other, id);
      if (other === name && read !== value) throw invalidParams(`profile.${other} is ${JSON.stringify(id)}, and the user is ${userId}`);
      ids[other] = read;
    }
    await this.#database.transaction(async (client) => {
      await this.#store.lockApp(client, app);
      for (const other of ID_NAMES) await this.#mustBeFree(app, other, ids[other], name, value, client);
      const known = await this.#store.find(app, name, value, client);
      if (known) return this.#store.change(client, known.id, { ...profile, ...ids });
      return this.#store.add(client, newId(), app, { ...profile, ...ids });
    });
  }

  /** Whoever is a friend of somebody is one the other way round. Raises gifts.no_profile for one who is not there, gifts.too_many. */
  async setFriends(named: UserNamed, friends: readonly string[]): Promise<void> {
    const user = await this.get(named);
    const name = idNameOf(named.mode);
    const read = await Promise.all(friends.map((friend) => this.#find(name, friend)));
    const found = await this.#store.findAll(
      named.app,
      name,
      read.flatMap((id) => id ?? []),
    );
    const keys = read.map((id, index) => {
      const key = id === undefined ? undefined : found.get(id);
      if (key === undefined) throw unknown(named.app, named.mode, friends[index] ?? '');
      if (key === user.id) throw invalidParams(`friends names ${JSON.stringify(friends[index])}, who is the user; others are needed`);
      return key;
    });
    const each = [...new Set(keys)];
    await this.#database.transaction(async (client) => {
      await this.#store.lockApp(client, named.app);
      await this.#store.setFriends(client, user.id, each);
    });
  }

  async #mustBeFree(app: string, other: IdName, id: string | null, name: IdName, value: string, client: Client): Promise<void> {
    if (id === null || other === name) return;
    const holder = await this.#store.find(app, other, id, client);
    if (holder && holder[name] !== value) throw idTaken(`another user of the app ${app} has the ${other} ${JSON.stringify(id)}`);
  }

  /** As it is kept. Raises invalid_params for what is none, and general.unknown_avatar. */
  async #read(name: IdName, id: string): Promise<string> {
    if (id === '') throw invalidParams(`the ${name} is empty; an id of 1 to 255 characters is needed`);
    if (name === 'avatar') return (await this.#avatars.get(id)).akey;
    if (name !== 'email') return id;
    if (isMailAddress(id)) return id.toLowerCase();
    throw invalidParams(`the email is ${JSON.stringify(id)}; an address such as ann@example.org is needed`);
  }

  /** As it would be kept; undefined where it is nobody's. */
  async #find(name: IdName, id: string): Promise<string | undefined> {
    if (name === 'avatar') return (await this.#avatars.find(id))?.akey;
    return name === 'email' ? id.toLowerCase() : id;
  }
}

type Client = Parameters<UserStore['lockApp']>[0];

const NO_IDS: Ids = Object.fromEntries(ID_NAMES.map((name) => [name, null])) as Ids;

function unknown(app: string, mode: string, userId: string) {
  return noProfile(`the app ${app} has no user ${mode}/${userId}`);
}
