import { array, bool, ceiling, type Database, int4, nullable, type Queryable, type Row, statement, text, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { tooMany } from '../errors.ts';
import { ID_NAMES, type IdName, type Ids, type Profile, type User } from './model.ts';

export const MAX_USERS = 1_000_000;
export const MAX_FRIENDS = 1_000;

/** Of a user, with the prefix `u`. */
export const userColumns = `u.id AS "userId", u.app_id AS "appId", u.first_name AS "firstName", u.last_name AS "lastName", u.lang,
  u.fbid, u.twitterid, u.googleid, u.deviceid, u.email, u.username, u.avatar`;
export const USER = {
  ...{ userId: uuid, appId: text, firstName: text, lastName: text, lang: text },
  ...{ fbid: nullable(text), twitterid: nullable(text), googleid: nullable(text), deviceid: nullable(text) },
  ...{ email: nullable(text), username: nullable(text), avatar: nullable(uuid) },
};

const castOf = (name: IdName, many = '') => (name === 'avatar' ? `::uuid${many}` : '');

const findBy = (name: IdName) =>
  statement({
    name: `gifts-user-by-${name}`,
    text: `SELECT ${userColumns} FROM gift_user u WHERE u.app_id = $1 AND u.${name} = $2::text${castOf(name)}`,
    params: [text, text],
    row: USER,
  });
const FIND = new Map(ID_NAMES.map((name) => [name, findBy(name)]));

const listBy = (name: IdName) =>
  statement({
    name: `gifts-users-by-${name}`,
    text: `SELECT u.id, u.${name}::text AS value FROM gift_user u WHERE u.app_id = $1 AND u.${name} = ANY($2::text[]${castOf(name, '[]')})`,
    params: [text, array(text)],
    row: { id: uuid, value: nullable(text) },
  });
const LIST = new Map(ID_NAMES.map((name) => [name, listBy(name)]));

const ID = nullable(text);
const IDS = [ID, ID, ID, ID, ID, ID, nullable(uuid)] as const;

/** Whoever changes an app's users or who is whose friend waits here. */
const LOCK = statement({ name: 'gifts-app-lock', text: 'SELECT FROM gift_app WHERE id = $1 FOR NO KEY UPDATE', params: [text] });

const USERS = ceiling({
  name: 'gifts-users-count',
  things: 'users',
  count: 'SELECT users AS n FROM gift_app WHERE id = $1',
  params: [text],
  full: tooMany,
});

const ADD = statement({
  name: 'gifts-user-add',
  text: `WITH counted AS (UPDATE gift_app SET users = users + 1 WHERE id = $2)
         INSERT INTO gift_user (id, app_id, first_name, last_name, lang, fbid, twitterid, googleid, deviceid, email, username, avatar)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
  params: [uuid, text, text, text, text, ...IDS],
});

const CHANGE = statement({
  name: 'gifts-user-change',
  text: `UPDATE gift_user SET first_name = $2, last_name = $3, lang = $4, fbid = $5, twitterid = $6, googleid = $7, deviceid = $8,
           email = $9, username = $10, avatar = $11 WHERE id = $1`,
  params: [uuid, text, text, text, ...IDS],
});

const FORGET_FRIENDS = statement({
  name: 'gifts-friends-forget',
  text: `DELETE FROM gift_friend WHERE (user_id = $1 AND friend_id <> ALL($2::uuid[])) OR (friend_id = $1 AND user_id <> ALL($2::uuid[]))`,
  params: [uuid, array(uuid)],
});

const ADD_FRIENDS = statement({
  name: 'gifts-friends-add',
  text: `INSERT INTO gift_friend (user_id, friend_id)
         SELECT $1::uuid, other FROM unnest($2::uuid[]) AS other UNION ALL SELECT other, $1::uuid FROM unnest($2::uuid[]) AS other
         ON CONFLICT DO NOTHING`,
  params: [uuid, array(uuid)],
});

const IS_FULL = statement({
  name: 'gifts-friends-full',
  text: `SELECT EXISTS (SELECT FROM unnest($1::uuid[]) AS one
           WHERE (SELECT count(*) FROM gift_friend WHERE user_id = one) > $2::int4) AS full`,
  params: [array(uuid), int4],
  row: { full: bool },
});

/** The users of apps, and who is whose friend. */
export class UserStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(appId: string, name: IdName, value: string, on: Queryable = this.#database.pool): Promise<User | undefined> {
    const row = await FIND.get(name)?.first(on, appId, value);
    return row && userOf(row);
  }

  /** The keys of those who are there, by the ids that they were asked for. */
  async findAll(appId: string, name: IdName, values: readonly string[]): Promise<ReadonlyMap<string, Uuid>> {
    const rows = (await LIST.get(name)?.all(this.#database.pool, appId, values)) ?? [];
    return new Map(rows.map(({ id, value }) => [value ?? '', id]));
  }

  async lockApp(client: Queryable, appId: string): Promise<void> {
    await LOCK.run(client, appId);
  }

  /** Under the app's lock. Raises gifts.too_many. */
  async add(client: Queryable, id: Uuid, appId: string, profile: Profile & Ids): Promise<void> {
    await USERS.mustHaveRoom(client, MAX_USERS, `the app ${appId}`, appId);
    await ADD.run(client, id, appId, ...values(profile));
  }

  async change(client: Queryable, id: Uuid, profile: Profile & Ids): Promise<void> {
    await CHANGE.run(client, id, ...values(profile));
  }

  /** Under the app's lock. Raises gifts.too_many where one of them has too many then. */
  async setFriends(client: Queryable, user: Uuid, friends: readonly Uuid[]): Promise<void> {
    await FORGET_FRIENDS.run(client, user, friends);
    await ADD_FRIENDS.run(client, user, friends);
    const checked = await IS_FULL.first(client, [user, ...friends], MAX_FRIENDS);
    if (checked?.full) throw tooMany(`one of them would have more than ${MAX_FRIENDS} friends, which is the most`);
  }
}

export function userOf({ userId: id, ...user }: Row<typeof USER>): User {
  return { id, ...user };
}

function values({ firstName, lastName, lang, fbid, twitterid, googleid, deviceid, email, username, avatar }: Profile & Ids) {
  return [firstName, lastName, lang, fbid, twitterid, googleid, deviceid, email, username, avatar] as const;
}
