import { bool, type Database, int4, int8, jsonb, nullable, type Queryable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { User } from '../users/model.ts';
import { USER, userColumns, userOf } from '../users/store.ts';
import type { Attributes } from '../words.ts';
import type { Answer, Sought } from './model.ts';

const SEEK = statement({
  name: 'gifts-request-seek',
  text: `SELECT r.id, r.user_id AS requester, u.avatar AS "requesterAvatar", r.amount, r.currency, r.product_id AS "productId",
           r.expires_at <= clock_timestamp() AS "isExpired",
           EXISTS (SELECT FROM gift_friend f WHERE f.user_id = $2 AND f.friend_id = r.user_id) AS "isFriend",
           EXISTS (SELECT FROM gift_answer a WHERE a.request_id = r.id AND a.user_id = $2) AS "isAnswered"
         FROM gift_request r JOIN gift_user u ON u.id = r.user_id WHERE r.id = $1`,
  params: [uuid, uuid],
  row: {
    ...{ id: uuid, requester: uuid, requesterAvatar: nullable(uuid), amount: int8, currency: text, productId: nullable(int4) },
    ...{ isExpired: bool, isFriend: bool, isAnswered: bool },
  },
});

const FRIEND = statement({
  name: 'gifts-request-app-user',
  text: `SELECT ${userColumns} FROM gift_request r JOIN gift_user u ON u.app_id = r.app_id AND u.avatar = $2 WHERE r.id = $1`,
  params: [uuid, uuid],
  row: USER,
});

/** Whoever answers at the same time waits for the first, and then writes nothing. */
const ADD = statement({
  name: 'gifts-answer-add',
  text: `INSERT INTO gift_answer (request_id, user_id, request_hash, accepted, extra) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
  params: [uuid, uuid, uuid, bool, jsonb<Attributes>()],
});

const HASH = statement({
  name: 'gifts-answer-hash',
  text: 'SELECT request_hash AS hash FROM gift_answer WHERE request_id = $1 AND user_id = $2',
  params: [uuid, uuid],
  row: { hash: uuid },
});

const LIST = statement({
  name: 'gifts-answers',
  text: `SELECT a.request_id AS request, a.accepted, a.extra, a.created_at AS "createdAt", ${userColumns}
         FROM gift_request r JOIN gift_answer a ON a.request_id = r.id JOIN gift_user u ON u.id = a.user_id
         WHERE r.user_id = $1 ORDER BY a.created_at DESC, a.request_id, a.user_id OFFSET $2::int8 LIMIT $3::int8`,
  params: [uuid, int8, int8],
  row: { request: uuid, accepted: bool, extra: jsonb<Attributes>(), createdAt: timestamptz, ...USER },
});

export interface NewAnswer {
  readonly request: Uuid;
  readonly user: Uuid;
  readonly hash: Uuid;
  readonly accepted: boolean;
  readonly extra: Attributes;
}

/** How users answered their friends' requests. */
export class ReplyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  seek(request: Uuid, user: Uuid): Promise<Sought | undefined> {
    return SEEK.first(this.#database.pool, request, user);
  }

  /** The user of the request's app who is this avatar. */
  async userOf(request: Uuid, avatar: AvatarKey): Promise<User | undefined> {
    const row = await FRIEND.first(this.#database.pool, request, avatar);
    return row && userOf(row);
  }

  /** False where the user has answered before. */
  async add(client: Queryable, { request, user, hash, accepted, extra }: NewAnswer): Promise<boolean> {
    return (await ADD.run(client, request, user, hash, accepted, extra)) === 1;
  }

  /** Of what the user has answered. */
  async hashOf(request: Uuid, user: Uuid): Promise<Uuid | undefined> {
    return (await HASH.first(this.#database.pool, request, user))?.hash;
  }

  /** To what a user has asked for, the newest first. */
  async list(requester: Uuid, offset: number, limit: number): Promise<Answer[]> {
    const rows = await LIST.all(this.#database.pool, requester, offset, limit);
    return rows.map(({ request, accepted, extra, createdAt, ...row }) => ({ request, accepted, extra, createdAt, user: userOf(row) }));
  }
}
