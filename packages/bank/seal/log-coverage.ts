import { array, bytea, int4, int8, nullable, numeric, present, type Queryable, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { type Covered, HINT_BYTES } from './chain.ts';

// The rows of the operators' log, as seals cover them beside the journals. None of their columns ever changes.

const ROWS = `
  SELECT id, 1 AS place, record_send(ROW('operator_call'::text, id, operator, operator_id, method, params, source, created_at)) AS bytes
  FROM operator_call WHERE id = ANY($1::uuid[])
  UNION ALL
  SELECT id, 2, record_send(ROW('operator_outcome'::text, id, call_id, outcome, created_at))
  FROM operator_outcome WHERE id = ANY($1::uuid[])`;

/** $1: ids of calls and outcomes. Two rows of one id are hashed together, and are not what was sealed. */
const COVERAGE = statement({
  name: 'seal-log-coverage',
  text: `
  WITH own AS (SELECT id, string_agg(bytes, ''::bytea ORDER BY place) AS bytes FROM (${ROWS}) rows GROUP BY id)
  SELECT string_agg(uuid_send(wanted.id), ''::bytea ORDER BY at) AS ids,
         string_agg(sha256(coalesce(bytes, ''::bytea)), ''::bytea ORDER BY at) AS digests,
         string_agg(substr(sha256(coalesce(bytes, ''::bytea)), 1, ${HINT_BYTES}), ''::bytea ORDER BY at) AS hints,
         (min(at) FILTER (WHERE own.id IS NULL))::int - 1 AS missing,
         sum(uuid_hash_extended(wanted.id, $2::bigint)) AS fingerprint
  FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, at)
  CROSS JOIN LATERAL (SELECT coalesce(given.id, '00000000-0000-0000-0000-000000000000')) AS wanted (id)
  LEFT JOIN own ON own.id = wanted.id`,
  params: [array(uuid), int8],
  row: { ids: nullable(bytea), digests: nullable(bytea), hints: nullable(bytea), missing: nullable(int4), fingerprint: nullable(numeric) },
});

export interface LogCoverage extends Covered {
  /** The index of the first row that is not in the log. */
  readonly missing: number | undefined;
  /** As that of journals: a sum of hashes of the ids under a secret seed. */
  readonly fingerprint: bigint;
}

const EMPTY = Buffer.alloc(0);
const NOTHING: LogCoverage = { ids: EMPTY, digests: EMPTY, hints: EMPTY, missing: undefined, fingerprint: 0n };

/** What the log holds of these rows. Fingerprints need a seed. */
export async function logCoverage(books: Queryable, ids: readonly Uuid[], seed = 0n): Promise<LogCoverage> {
  if (ids.length === 0) return NOTHING;
  const row = await COVERAGE.first(books, ids, seed);
  return {
    ids: row?.ids ?? EMPTY,
    digests: row?.digests ?? EMPTY,
    hints: row?.hints ?? EMPTY,
    missing: row?.missing ?? undefined,
    fingerprint: BigInt(row?.fingerprint ?? 0),
  };
}

/** Journals, and the rows of the log behind them: what one seal covers. */
export function joined(journals: Covered, log: Covered): Covered {
  if (log.ids.length === 0) return journals;
  const both = (member: keyof Covered) => Buffer.concat([journals[member], log[member]]);
  return { ids: both('ids'), digests: both('digests'), hints: both('hints') };
}

const COVERED = 'SELECT unnest(log) FROM seal UNION ALL SELECT id FROM operator_unsealed';

const UNCOVERED = statement({
  text: `SELECT id FROM (SELECT id FROM operator_call UNION ALL SELECT id FROM operator_outcome) rows
         WHERE id NOT IN (SELECT id FROM (${COVERED}) covered (id) WHERE id IS NOT NULL) ORDER BY id LIMIT 1`,
  row: { id: present(uuid) },
});

const TWICE = statement({
  text: `SELECT id FROM (${COVERED}) covered (id) GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1`,
  row: { id: present(uuid) },
});

/** Names a row of the log that no seal covers and that waits for none, or one that is covered twice; undefined where there is none. */
export async function nameLogged(books: Queryable): Promise<string | undefined> {
  const added = await UNCOVERED.first(books);
  if (added)
    return `${rowName(added.id)}: added; no seal covers it, and it does not wait for one (or its seal, the newest one, was removed)`;
  const twice = await TWICE.first(books);
  return twice && `${rowName(twice.id)}: waits for a seal and is sealed, or is sealed twice`;
}

export function rowName(id: Uuid | undefined): string {
  return `row ${id} of the operators' log`;
}
