import { type Limits, LONGEST_VALID_s } from '@scrip/capability';
import {
  array,
  bool,
  ceiling,
  type Database,
  int4,
  jsonb,
  lockOwner,
  nullable,
  pagedList,
  present,
  type Queryable,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { AvatarKey, Page, Uuid } from '@scrip/kernel';
import { objectTaken, tooManyObjects } from '../errors.ts';
import { OBJECT } from '../kinds.ts';
import type { Enrolled } from './model.ts';

/** The most that an avatar may have. */
export const MAX_OBJECTS = 5_000;

const OBJECT_ROW = {
  object_key: uuid,
  owner: uuid,
  name: text,
  limits: jsonb<Limits>(),
  generation: int4,
  jti: uuid,
  login: uuid,
  kids: present(array(text)),
  moment: timestamptz,
  enrolled_at: timestamptz,
  expires_at: nullable(timestamptz),
  revoked: bool,
  dispenser: bool,
};
const COLUMNS = `object_key, owner, name, limits, generation, jti, login, kids, moment, enrolled_at, expires_at, revoked_at IS NOT NULL AS revoked, dispenser`;

const FIND = statement({
  name: 'objects-find',
  text: `SELECT ${COLUMNS} FROM object WHERE object_key = $1`,
  params: [uuid],
  row: OBJECT_ROW,
});

const LIST = pagedList({
  name: 'objects-list',
  params: [uuid],
  row: OBJECT_ROW,
  after: uuid,
  order: ['enrolled_at DESC', 'object_key'],
  place: (after) => `object WHERE object_key = ${after} AND owner = $1`,
  text: ({ behind, order, slice }) =>
    `SELECT ${COLUMNS} FROM object WHERE owner = $1 AND revoked_at IS NULL AND ${behind} ${order} ${slice}`,
});

/** $9: whether it may be taken from another owner. Nothing comes back where it is another's. */
const PUT = statement({
  name: 'objects-put',
  text: `INSERT INTO object AS o (object_key, owner, name, limits, generation, jti, login, moment, expires_at, kids)
         VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $10)
         ON CONFLICT (object_key) DO UPDATE SET
           owner = excluded.owner, name = excluded.name, limits = excluded.limits, generation = o.generation + 1, jti = excluded.jti,
           login = excluded.login, kids = excluded.kids, moment = excluded.moment, expires_at = excluded.expires_at, revoked_at = NULL, dispenser = false,
           enrolled_at = clock_timestamp(), changed_at = clock_timestamp()
         WHERE o.owner = excluded.owner OR $9`,
  params: [uuid, uuid, text, jsonb<Limits>(), uuid, uuid, timestamptz, nullable(timestamptz), bool, array(text)],
});

const ROTATE = statement({
  name: 'objects-rotate',
  text: `UPDATE object SET generation = generation + 1, changed_at = clock_timestamp()
         WHERE object_key = $1 AND owner = $2 AND revoked_at IS NULL RETURNING generation`,
  params: [uuid, uuid],
  row: { generation: int4 },
});

const SET_DISPENSER = statement({
  name: 'objects-set-dispenser',
  text: 'UPDATE object SET dispenser = $2, changed_at = clock_timestamp() WHERE object_key = $1 AND revoked_at IS NULL',
  params: [uuid, bool],
});

const REVOKE = statement({
  name: 'objects-revoke',
  text: `UPDATE object SET revoked_at = clock_timestamp(), changed_at = clock_timestamp() WHERE object_key = $1 AND revoked_at IS NULL`,
  params: [uuid],
});

/** A row becomes visible at its commit, so each look goes back further than any statement may run. */
const CHANGED = statement({
  name: 'objects-changed',
  text: `SELECT looked.seen, o.object_key FROM (SELECT clock_timestamp() AS seen) looked
         LEFT JOIN object o ON o.changed_at > coalesce($1::timestamptz, looked.seen) - interval '30 seconds'`,
  params: [nullable(timestamptz)],
  row: { seen: timestamptz, object_key: nullable(uuid) },
});

const BY_KEYS = statement({
  name: 'objects-by-keys',
  text: `SELECT ${COLUMNS} FROM object WHERE object_key = ANY($1::uuid[])`,
  params: [array(uuid)],
  row: OBJECT_ROW,
});

const OBJECTS = ceiling({
  name: 'objects-count',
  things: 'enrolled objects',
  count: 'SELECT count(*)::int AS n FROM object WHERE owner = $1 AND object_key <> $2 AND revoked_at IS NULL',
  params: [uuid, uuid],
  full: tooManyObjects,
});

export type Enrolment = Omit<Enrolled, 'generation' | 'enrolledAt' | 'isRevoked' | 'isDispenser'>;

/** The rows of enrolled objects. */
export class ObjectStore {
  readonly #database: Database;
  /** The database's clock at the last look for changes. */
  #cursor: Date | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(key: Uuid): Promise<Enrolled | undefined> {
    const row = await FIND.first(this.#database.pool, key);
    return row && enrolledOf(row);
  }

  /** Those that are not revoked, the newest first. */
  async list(owner: AvatarKey, page: Page): Promise<Enrolled[]> {
    return (await LIST.read(this.#database.pool, [owner], page)).map(enrolledOf);
  }

  /** In the transaction that issues what its capabilities are derived from. Raises general.object_taken, general.too_many_objects. */
  async put(client: Queryable, object: Enrolment, takesOver: boolean): Promise<void> {
    const { key, owner, name, limits, root, expiresAt = null } = object;
    await lockOwner(client, 'objects', owner);
    await OBJECTS.mustHaveRoom(client, MAX_OBJECTS, owner, owner, key);
    const { jti, login, moment, kids } = root;
    if (login === undefined) throw new Error('an object is enrolled on a login');
    if ((await PUT.run(client, key, owner, name, limits, jti, login, moment, expiresAt, takesOver, kids)) === 0) {
      throw objectTaken(`another avatar has enrolled the object ${key}`);
    }
  }

  /** The new generation; undefined where the owner has no such object. */
  async rotate(key: Uuid, owner: AvatarKey): Promise<number | undefined> {
    return (await ROTATE.first(this.#database.pool, key, owner))?.generation;
  }

  /** False where no such object is enrolled. */
  async setDispenser(key: Uuid, isDispenser: boolean): Promise<boolean> {
    return (await SET_DISPENSER.run(this.#database.pool, key, isDispenser)) === 1;
  }

  async revoke(client: Queryable, key: Uuid): Promise<void> {
    await REVOKE.run(client, key);
  }

  /** Those that changed since the last look, by whichever server. */
  async changed(): Promise<Enrolled[]> {
    const rows = await CHANGED.all(this.#database.pool, this.#cursor);
    this.#cursor = rows[0]?.seen ?? this.#cursor;
    const keys = rows.flatMap(({ object_key }) => object_key ?? []);
    return keys.length === 0 ? [] : (await BY_KEYS.all(this.#database.pool, keys)).map(enrolledOf);
  }
}

function enrolledOf(row: Row<typeof OBJECT_ROW>): Enrolled {
  const { object_key: key, owner, name, limits, generation, jti, login, kids, moment, enrolled_at, expires_at, revoked, dispenser } = row;
  return {
    key,
    owner,
    name,
    limits,
    generation,
    root: {
      kind: OBJECT.name,
      sub: owner,
      grantor: owner,
      limits,
      jti,
      parents: [],
      login,
      kids,
      issuedAt: enrolled_at,
      moment,
      expiresAt: expires_at ?? new Date(enrolled_at.getTime() + LONGEST_VALID_s * 1000),
    },
    enrolledAt: enrolled_at,
    expiresAt: expires_at ?? undefined,
    isRevoked: revoked,
    isDispenser: dispenser,
  };
}
