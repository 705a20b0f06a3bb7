import { type Database, int8, pagedList, statement, text, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { HORIZON, THIS_TRANSACTION } from '../revision.ts';
import type { RoomSite } from './model.ts';

const SITE = { id: uuid, name: text, owner: uuid, accountName: text, keyHash: uuid, noticesUrl: text };
const COLUMNS = 'id, name, owner, account_name AS "accountName", key_hash AS "keyHash", notices_url AS "noticesUrl"';

const ADD = statement({
  name: 'rooms-site-add',
  text: `INSERT INTO room_site (id, name, name_key, owner, account_name, key_hash) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (name_key) DO NOTHING`,
  params: [uuid, text, text, uuid, text, uuid],
});

const BY_NAME = statement({
  name: 'rooms-site-by-name',
  text: `SELECT ${COLUMNS} FROM room_site WHERE name_key = $1`,
  params: [text],
  row: SITE,
});

const ROTATE = statement({
  name: 'rooms-site-rotate',
  text: `UPDATE room_site SET key_hash = $2, revision = ${THIS_TRANSACTION} WHERE name_key = $1 RETURNING ${COLUMNS}`,
  params: [text, uuid],
  row: SITE,
});

const SET_NOTICES = statement({
  name: 'rooms-site-notices',
  text: `UPDATE room_site SET notices_url = $2, revision = ${THIS_TRANSACTION} WHERE name_key = $1 RETURNING ${COLUMNS}`,
  params: [text, text],
  row: SITE,
});

const CHANGED = statement({
  name: 'rooms-site-changed',
  text: `SELECT ${COLUMNS}, ${HORIZON} AS horizon FROM room_site WHERE revision >= $1`,
  params: [int8],
  row: { ...SITE, horizon: int8 },
});

const LIST = pagedList({
  name: 'rooms-site-list',
  params: [],
  row: { ...SITE, nameKey: text },
  after: text,
  order: ['name_key'],
  text: ({ behind, order, slice }) => `SELECT ${COLUMNS}, name_key AS "nameKey" FROM room_site WHERE ${behind} ${order} ${slice}`,
});

/** The rows of room sites. */
export class RoomSiteStore {
  readonly #database: Database;
  #horizon = 0n;

  constructor(database: Database) {
    this.#database = database;
  }

  /** False where the name is taken. */
  async add({ id, name, owner, accountName, keyHash }: RoomSite, nameKey: string): Promise<boolean> {
    return (await ADD.run(this.#database.pool, id, name, nameKey, owner, accountName, keyHash)) === 1;
  }

  byName(nameKey: string): Promise<RoomSite | undefined> {
    return BY_NAME.first(this.#database.pool, nameKey);
  }

  rotate(nameKey: string, keyHash: Uuid): Promise<RoomSite | undefined> {
    return ROTATE.first(this.#database.pool, nameKey, keyHash);
  }

  setNotices(nameKey: string, url: string): Promise<RoomSite | undefined> {
    return SET_NOTICES.first(this.#database.pool, nameKey, url);
  }

  /** In the order of their names. */
  list(page: Page): Promise<RoomSite[]> {
    return LIST.read(this.#database.pool, [], page);
  }

  /** Those that were added or changed since the last look, by whichever server. */
  async changed(): Promise<RoomSite[]> {
    const rows = await CHANGED.all(this.#database.pool, this.#horizon);
    this.#horizon = rows[0]?.horizon ?? this.#horizon;
    return rows;
  }
}
