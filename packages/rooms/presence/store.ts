import {
  array,
  bool,
  type Database,
  int4,
  int8,
  lockOwner,
  nullable,
  pagedList,
  type Queryable,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { AvatarKey, Page, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { HORIZON, THIS_TRANSACTION } from '../revision.ts';
import type { Presence } from './model.ts';

const PRESENCE = {
  id: int8,
  site: uuid,
  performer: int4,
  nickname: text,
  nicknameKey: text,
  wishedKey: text,
  customerId: nullable(int4),
  holder: uuid,
};
const COLUMNS = `id, site, performer, nickname, nickname_key AS "nicknameKey", wished_key AS "wishedKey", customer_id AS "customerId", holder`;

/** A registered customer in a room. */
const CUSTOMER = statement({
  name: 'rooms-presence-customer',
  text: `SELECT ${COLUMNS} FROM room_presence WHERE holder = $1 AND performer = $2 AND left_at IS NULL`,
  params: [uuid, int4],
  row: PRESENCE,
});

/** A guest who comes from the same address under the same nickname is the same one. */
const GUEST = statement({
  name: 'rooms-presence-guest',
  text: `SELECT ${COLUMNS} FROM room_presence
         WHERE performer = $1 AND left_at IS NULL AND site = $2 AND customer_id IS NULL AND $3 IN (nickname_key, wished_key)
           AND ($4 = ip_address OR ip_address = '' OR $4 = '') ORDER BY nickname_key = $3 DESC, id LIMIT 1`,
  params: [int4, uuid, text, text],
  row: PRESENCE,
});

/** The first of these that nobody else in the room has. */
const FREE_NICKNAME = statement({
  name: 'rooms-presence-free-nickname',
  text: `SELECT w.place::int AS place FROM unnest($2::text[]) WITH ORDINALITY AS w (nickname_key, place)
         WHERE NOT EXISTS (SELECT FROM room_presence p
                           WHERE p.performer = $1 AND p.nickname_key = w.nickname_key AND p.left_at IS NULL AND p.id <> $3)
         ORDER BY w.place LIMIT 1`,
  params: [int4, array(text), int8],
  row: { place: int4 },
});

const ADD = statement({
  name: 'rooms-presence-add',
  text: `INSERT INTO room_presence (site, performer, nickname, nickname_key, wished_key, customer_id, ip_address, holder)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${COLUMNS}`,
  params: [uuid, int4, text, text, text, nullable(int4), text, uuid],
  row: PRESENCE,
});

const RENEW = statement({
  name: 'rooms-presence-renew',
  text: `UPDATE room_presence SET nickname = $2, nickname_key = $3, wished_key = $4, ip_address = $5, revision = ${THIS_TRANSACTION}
         WHERE id = $1 RETURNING ${COLUMNS}`,
  params: [int8, text, text, text, text],
  row: PRESENCE,
});

/** In the order of their ids, and without those that another server is at: two never wait for each other. */
const PURGE = statement({
  name: 'rooms-presence-purge',
  text: `UPDATE room_presence SET left_at = clock_timestamp(), revision = ${THIS_TRANSACTION}
         WHERE id IN (SELECT id FROM room_presence WHERE id = ANY($1::bigint[]) AND left_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED)`,
  params: [array(int8)],
});

const LEAVE = statement({
  name: 'rooms-presence-leave',
  text: `UPDATE room_presence SET left_at = clock_timestamp(), revision = ${THIS_TRANSACTION} WHERE id = $1 AND left_at IS NULL`,
  params: [int8],
});

const CHANGED = statement({
  name: 'rooms-presence-changed',
  text: `SELECT ${COLUMNS}, left_at IS NOT NULL AS gone, ${HORIZON} AS horizon FROM room_presence WHERE revision >= $1`,
  params: [int8],
  row: { ...PRESENCE, gone: bool, horizon: int8 },
});

/** Long after every server has heard of it. */
const FORGET = statement({
  name: 'rooms-presence-forget',
  text: `DELETE FROM room_presence WHERE left_at < clock_timestamp() - interval '1 minute'`,
});

const LIST = pagedList({
  name: 'rooms-presence-list',
  params: [int4],
  row: { nickname: text, customerId: nullable(int4), credits: nullable(int8), since: timestamptz },
  after: text,
  order: ['nickname_key'],
  text: ({ behind, order, slice }) =>
    `SELECT nickname, customer_id AS "customerId", credits, since FROM room_presence LEFT JOIN room_ceiling USING (holder)
     WHERE performer = $1 AND left_at IS NULL AND ${behind} ${order} ${slice}`,
});

export type NewPresence = Omit<Presence, 'id'> & { readonly ipAddress: string };

/** As a performer sees somebody. */
export interface Listed {
  readonly nickname: string;
  readonly customerId: number | null;
  /** Null where no ceiling is known. */
  readonly credits: bigint | null;
  readonly since: Date;
}

/** The rows of who is in which room. */
export class PresenceStore {
  readonly #database: Database;
  #horizon = 0n;

  constructor(database: Database) {
    this.#database = database;
  }

  transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.#database.transaction(work);
  }

  /** Whoever joins the room of this performer waits here. */
  async lockRoom(client: Queryable, performer: AvatarKey): Promise<void> {
    await lockOwner(client, 'room', performer);
  }

  customer(client: Queryable, holder: Uuid, performer: number): Promise<Presence | undefined> {
    return CUSTOMER.first(client, holder, performer);
  }

  guest(client: Queryable, performer: number, site: Uuid, nicknameKey: string, ipAddress: string): Promise<Presence | undefined> {
    return GUEST.first(client, performer, site, nicknameKey, ipAddress);
  }

  /** The place, from 0, of the first that nobody else has; undefined where all are taken. */
  async freeNickname(client: Queryable, performer: number, keys: readonly string[], own: bigint): Promise<number | undefined> {
    const free = await FREE_NICKNAME.first(client, performer, keys, own);
    return free && free.place - 1;
  }

  async add(client: Queryable, presence: NewPresence): Promise<Presence> {
    const { site, performer, nickname, nicknameKey, wishedKey, customerId, ipAddress, holder } = presence;
    return written(await ADD.first(client, site, performer, nickname, nicknameKey, wishedKey, customerId, ipAddress, holder));
  }

  async renew(client: Queryable, { id, nickname, nicknameKey, wishedKey }: Presence, ipAddress: string): Promise<Presence> {
    return written(await RENEW.first(client, id, nickname, nicknameKey, wishedKey, ipAddress));
  }

  /** False where they had left before. */
  async leave(id: bigint): Promise<boolean> {
    return (await LEAVE.run(this.#database.pool, id)) === 1;
  }

  async purge(ids: readonly bigint[]): Promise<void> {
    await PURGE.run(this.#database.pool, ids);
  }

  async forget(): Promise<void> {
    await FORGET.run(this.#database.pool);
  }

  /** Whoever joined or left since the last look, by whichever server; at first all who are there. */
  async changed(): Promise<readonly (Presence & { readonly gone: boolean })[]> {
    const rows = await CHANGED.all(this.#database.pool, this.#horizon);
    this.#horizon = rows[0]?.horizon ?? this.#horizon;
    return rows;
  }

  /** In the order of their nicknames. */
  list(performer: number, page: Page): Promise<Listed[]> {
    return LIST.read(this.#database.pool, [performer], page);
  }
}

function written(row: Presence | undefined): Presence {
  if (!row) throw new Error('the row of a presence was not written');
  return row;
}
