import {
  array,
  bool,
  type Database,
  fullText,
  int8,
  jsonb,
  keyOf,
  nullable,
  pagedList,
  present,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import { type AvatarKey, assert, type Clock, decimalOf, type Page, type Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { tooManyGrants } from '../errors.ts';
import { kindNamed } from '../kinds.ts';
import type { Capability } from '../model.ts';
import { isLimited, type Limits } from './limits.ts';
import { inMillionths, majorOf } from './millionths.ts';

/** A capability that somebody gave or derived, as the database knows it. Its text is stored nowhere. */
export interface Grant {
  readonly jti: Uuid;
  /** The jtis that it was derived from, nearest first. */
  readonly parents: readonly Uuid[];
  readonly kind: string;
  readonly holder: AvatarKey;
  /** The holder itself where a login was narrowed. */
  readonly grantor: AvatarKey;
  readonly limits: Limits;
  readonly spending: Spending | undefined;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly revoked: boolean;
}

/** What the bank has counted on a capability that has a total, in major units. */
export interface Spending {
  readonly spent: number;
  /** How much more it can spend: no more than any capability that it was derived from. */
  readonly left: number;
}

/** How many one avatar may have alive that it gave to others, and how many that it derived from what it holds. */
export const MAX_LIVE = 1_000;
/** How many one object may have alive. */
const MAX_OF_OBJECT = 50;
/** With those that ended and were not forgotten yet: bounds what one caller can make the database keep. */
const MAX_KEPT = 10_000;
/** What is over is kept for so long: the clocks of servers differ, and people ask what became of it. */
const KEPT_ms = 86_400_000;
const PURGED_AT_ONCE = 2_000;

function counting(how: string, condition: string) {
  return statement({
    name: `capability-count-${how}`,
    text: `SELECT count(*) AS kept, count(*) FILTER (WHERE revoked_at IS NULL AND expires_at > $2::timestamptz) AS live
           FROM capability_grant WHERE ${condition}`,
    params: [uuid, timestamptz],
    row: { kept: int8, live: int8 },
  });
}
const COUNT = {
  given: counting('given', "grantor = $1::uuid AND parents = '{}' AND kind <> 'object'"),
  derived: counting(
    'derived',
    `holder = $1::uuid AND parents <> '{}'
     AND NOT EXISTS (SELECT FROM capability_grant root WHERE root.jti = parents[cardinality(parents)] AND root.kind = 'object')`,
  ),
  'of an object': counting('of-an-object', 'parents @> ARRAY[$1::uuid]'),
} as const;

const COLUMNS = `jti, parents, kind, holder, grantor, limits, total, spent, issued_at, expires_at, revoked_at IS NOT NULL AS revoked,
  CASE WHEN total IS NOT NULL THEN (
    SELECT min(c.total - c.spent) FROM capability_grant c WHERE c.jti = ANY(g.jti || g.parents)
  ) END AS left`;

const GRANT = {
  jti: uuid,
  parents: present(array(uuid)),
  kind: text,
  holder: keyOf<AvatarKey>(),
  grantor: keyOf<AvatarKey>(),
  limits: jsonb<Limits>(),
  total: nullable(int8),
  spent: int8,
  issued_at: timestamptz,
  expires_at: timestamptz,
  revoked: bool,
  left: nullable(int8),
};

/** With a bound of its own for each of the two ways in, so that neither index is read further than the page goes. */
const LIST = pagedList({
  name: 'capability-list',
  params: [uuid],
  row: GRANT,
  after: uuid,
  order: ['issued_at DESC', 'jti'],
  place: (after) => `capability_grant WHERE jti = ${after} AND $1::uuid IN (grantor, holder)`,
  text: ({ behind, order, slice, enough }) => `SELECT ${COLUMNS} FROM (
    (SELECT * FROM capability_grant WHERE grantor = $1::uuid AND kind <> 'object' AND ${behind} ${order} LIMIT ${enough})
    UNION ALL
    (SELECT * FROM capability_grant WHERE holder = $1::uuid AND grantor <> $1::uuid AND ${behind} ${order} LIMIT ${enough})
    ${order} ${slice}
  ) g ${order}`,
});
const FIND = statement({
  name: 'capability-find',
  text: `SELECT ${COLUMNS} FROM capability_grant g WHERE jti = $1::uuid`,
  params: [uuid],
  row: GRANT,
});

/** Skips what another server removes or the ledger holds at this moment: the next round comes. */
const PURGE = statement({
  name: 'capability-purge',
  text: `DELETE FROM capability_grant WHERE jti IN (
           SELECT jti FROM capability_grant WHERE expires_at < $1::timestamptz LIMIT ${PURGED_AT_ONCE} FOR UPDATE SKIP LOCKED)`,
  params: [timestamptz],
});

/** Whether a capability has a row: it was given to somebody or derived. A whole login is its owner's own, and has none. */
export function isRecorded({ kind, parents, limits }: Pick<Capability, 'kind' | 'parents' | 'limits'>): boolean {
  const { role } = kindNamed(kind);
  if (role === 'login') return parents.length > 0 || isLimited({ limits });
  return role !== 'operator';
}

/** The rows of the capabilities that were given or derived. The ledger counts `spent`, and looks at `revoked_at` under its lock. */
export class Grants {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Writes down a capability in the transaction that issues it, before anybody has its text. Raises auth.too_many_grants. */
  async add(client: PoolClient, capability: Capability, parentKind?: string): Promise<void> {
    const { jti, parents, kind, sub, grantor, limits, issuedAt, expiresAt, login = null } = capability;
    const derived = parents.length > 0;
    const total = limits.total === undefined ? null : totalOf(limits.total);
    // Objects have room of their own: an avatar may have thousands, each with a ceiling where they are enrolled.
    if (parentKind === 'object') await this.#checkRoom(client, parents[0] ?? jti, 'of an object', MAX_OF_OBJECT);
    else if (kind !== 'object') await this.#checkRoom(client, derived ? sub : grantor, derived ? 'derived' : 'given', MAX_LIVE);
    const row = { jti, parents: [...parents], kind, holder: sub, grantor, limits: { ...limits }, total, issuedAt, expiresAt, login };
    await this.#database.join(client, (prisma) => prisma.grant.create({ data: row }));
  }

  /** What an avatar gave, holds and narrowed, newest first. */
  async list(avatar: AvatarKey, page: Page): Promise<Grant[]> {
    return (await LIST.read(this.#database.pool, [avatar], page)).map(grantOf);
  }

  /** Undefined for what was never given or derived, and a day after its end. */
  async find(jti: Uuid): Promise<Grant | undefined> {
    const row = await FIND.first(this.#database.pool, jti);
    return row && grantOf(row);
  }

  /** Forgets what has been over for a day. */
  async purge(): Promise<void> {
    const over = new Date(this.#clock.now() - KEPT_ms);
    while ((await PURGE.run(this.#database.pool, over)) === PURGED_AT_ONCE);
  }

  async #checkRoom(client: PoolClient, whose: Uuid, how: keyof typeof COUNT, most: number): Promise<void> {
    const { kept = 0n, live = 0n } = (await COUNT[how].first(client, whose, new Date(this.#clock.now()))) ?? {};
    if (live >= most) throw tooManyGrants(fullText(whose, most, `capabilities ${how} that are alive`));
    if (kept >= MAX_KEPT) throw tooManyGrants(fullText(whose, MAX_KEPT, `capabilities ${how} that are alive or ended lately`));
  }
}

/** In millionths, as it is counted; `isLimits` has looked at it. */
function totalOf(total: number): bigint {
  const decimal = decimalOf(total);
  const counted = decimal && inMillionths(decimal);
  assert(counted !== undefined, `a total of ${total} can not be counted`);
  return counted;
}

function grantOf({ total, spent, left, issued_at: issuedAt, expires_at: expiresAt, ...row }: Row<typeof GRANT>): Grant {
  const spending = total === null ? undefined : { spent: majorOf(spent), left: majorOf(left ?? 0n) };
  return { ...row, spending, issuedAt, expiresAt };
}
