import { ceiling, type Database, int4, int8, jsonb, nullable, type Queryable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { tooMany } from '../errors.ts';
import { USER, userColumns, userOf } from '../users/store.ts';
import type { Attributes } from '../words.ts';
import type { Contents, ReceivedRequest } from './model.ts';

/** Of one user, expired ones too. */
export const MAX_KEPT = 1_000;

const LOCK_USER = statement({ name: 'gifts-user-lock', text: 'SELECT FROM gift_user WHERE id = $1 FOR NO KEY UPDATE', params: [uuid] });

const KEPT = ceiling({
  name: 'gifts-requests-count',
  things: 'gift requests that are kept',
  count: 'SELECT count(*)::int AS n FROM gift_request WHERE user_id = $1',
  params: [uuid],
  full: tooMany,
});

const MADE_IN_DAY = statement({
  name: 'gifts-requests-in-a-day',
  text: `SELECT count(*)::int AS n FROM gift_request WHERE user_id = $1 AND created_at > clock_timestamp() - interval '1 day'`,
  params: [uuid],
  row: { n: int4 },
});

const ADD = statement({
  name: 'gifts-request-add',
  text: `INSERT INTO gift_request (id, app_id, user_id, extra, amount, currency, product_id, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(secs => $8::int4))`,
  params: [uuid, text, uuid, jsonb<Attributes>(), int8, text, nullable(int4), int4],
});

const FRIENDS = statement({
  name: 'gifts-friends-avatars',
  text: `SELECT u.avatar FROM gift_friend f JOIN gift_user u ON u.id = f.friend_id WHERE f.user_id = $1 AND u.avatar IS NOT NULL`,
  params: [uuid],
  row: { avatar: uuid },
});

/** What a user's friends ask for, but for what the user has answered. */
const received = (name: string, order: string) =>
  statement({
    name,
    text: `SELECT r.id, r.extra, r.amount, r.currency, r.product_id AS "productId", r.expires_at AS "expiresAt", ${userColumns}
           FROM gift_friend f JOIN gift_request r ON r.user_id = f.friend_id JOIN gift_user u ON u.id = r.user_id
           WHERE f.user_id = $1 AND NOT EXISTS (SELECT FROM gift_answer a WHERE a.request_id = r.id AND a.user_id = $1)
           ORDER BY ${order} OFFSET $2::int8 LIMIT $3::int8`,
    params: [uuid, int8, int8],
    row: {
      ...{ id: uuid, extra: jsonb<Attributes>(), amount: int8, currency: text, productId: nullable(int4), expiresAt: timestamptz },
      ...USER,
    },
  });
const RECEIVED = {
  asc: received('gifts-received', 'r.expires_at, r.id'),
  desc: received('gifts-received-desc', 'r.expires_at DESC, r.id DESC'),
};

const PURGE = statement({
  name: 'gifts-requests-purge',
  text: `DELETE FROM gift_request WHERE id IN (
           SELECT id FROM gift_request WHERE expires_at < clock_timestamp() - make_interval(secs => $1::int4) LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
  params: [int4],
});

export interface NewRequest extends Contents {
  readonly id: Uuid;
  readonly app: string;
  readonly user: Uuid;
  readonly extra: Attributes;
  readonly expiry_s: number;
}

/** What users ask their friends for. */
export class RequestStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One user's requests are made one after the other. */
  async lockUser(client: Queryable, user: Uuid): Promise<void> {
    await LOCK_USER.run(client, user);
  }

  /** How many a user has made within a day. */
  async madeInDay(user: Uuid, on: Queryable = this.#database.pool): Promise<number> {
    return (await MADE_IN_DAY.first(on, user))?.n ?? 0;
  }

  /** Under the user's lock. Raises gifts.too_many. */
  async add(client: Queryable, { id, app, user, extra, amount, currency, productId, expiry_s }: NewRequest): Promise<void> {
    await KEPT.mustHaveRoom(client, MAX_KEPT, 'the user', user);
    await ADD.run(client, id, app, user, extra, amount, currency, productId, expiry_s);
  }

  /** Those of a user's friends who are avatars here. */
  async friendsAvatars(client: Queryable, user: Uuid): Promise<AvatarKey[]> {
    return (await FRIENDS.all(client, user)).map(({ avatar }) => avatar);
  }

  /** By the time at which they expire. */
  async received(user: Uuid, sort: 'asc' | 'desc', offset: number, limit: number): Promise<ReceivedRequest[]> {
    const rows = await RECEIVED[sort].all(this.#database.pool, user, offset, limit);
    return rows.map(({ id, extra, amount, currency, productId, expiresAt, ...row }) => ({
      ...{ id, extra, amount, currency, productId, expiresAt },
      user: userOf(row),
    }));
  }

  /** Forgets some of those that expired so long ago, with their answers. Returns how many. */
  purge(expiredFor_s: number): Promise<number> {
    return PURGE.run(this.#database.pool, expiredFor_s);
  }
}
