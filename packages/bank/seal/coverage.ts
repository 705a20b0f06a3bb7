import { array, bytea, int2, int4, int8, nullable, numeric, type Queryable, statement, uuid } from '@scrip/database';
import type { JournalId } from '@scrip/kernel';
import { type Covered, DIGEST_BYTES, HINT_BYTES, ID_BYTES } from './chain.ts';

/**
 * What is hashed of each row: everything that never changes once it is written. A hold's state does; the journal that
 * settles it is sealed too. record_send writes the number of values, and for each its type, its length and its bytes:
 * whatever stands in a comment, no two rows give the same bytes, and NULL is no text.
 */
const JOURNAL_BYTES = `record_send(ROW('journal'::text, id, principal, request_hash, kind, comment, created_at))`;
export const ENTRY_BYTES = `record_send(ROW('entry'::text, leg, account_id, seq, counter_id, amount, balance))`;
const HOLD_BYTES = `record_send(ROW('hold'::text, leg, debit_id, credit_id, amount, expires_at, created_at))`;
const REFUND_BYTES = `record_send(ROW('refund'::text, original_id, leg, amount))`;

const OWN_TEXT = `SELECT id, ${JOURNAL_BYTES} AS bytes FROM journal WHERE id = ANY($1::uuid[])`;

/** The rows of the journals $1 beside their own; their order is `place`, `leg`, `party`. */
const PARTS_TEXT = `
  SELECT journal_id, 1 AS place, leg, account_id AS party, seq, ${ENTRY_BYTES} AS bytes FROM entry WHERE journal_id = ANY($1::uuid[])
  UNION ALL SELECT journal_id, 2, leg, debit_id, NULL, ${HOLD_BYTES} FROM hold WHERE journal_id = ANY($1::uuid[])
  UNION ALL SELECT journal_id, 3, leg, original_id, NULL, ${REFUND_BYTES} FROM refund WHERE journal_id = ANY($1::uuid[])`;

export const OWN = statement({ text: OWN_TEXT, params: [array(uuid)], row: { id: uuid, bytes: bytea } });

export const PARTS = statement({
  text: PARTS_TEXT,
  params: [array(uuid)],
  row: { journal_id: uuid, place: int4, leg: int2, party: uuid, seq: nullable(int8), bytes: bytea },
});

/** One row for all of them: their bytes stay in the database, and the server gets three long strings. */
const COVERAGE = statement({
  name: 'seal-coverage',
  text: `
  WITH own AS (${OWN_TEXT}),
  part AS (${PARTS_TEXT}),
  parts AS (
    SELECT journal_id, string_agg(bytes, ''::bytea ORDER BY place, leg, party) AS bytes,
           count(*) FILTER (WHERE place = 1) AS entries, count(*) FILTER (WHERE place = 2) AS holds,
           count(*) FILTER (WHERE place = 3) AS refunds
    FROM part GROUP BY journal_id
  )
  SELECT string_agg(uuid_send(wanted.id), ''::bytea ORDER BY at) AS ids,
         string_agg(sha256(coalesce(own.bytes, ''::bytea) || coalesce(parts.bytes, ''::bytea)), ''::bytea ORDER BY at) AS digests,
         string_agg(substr(sha256(coalesce(own.bytes, ''::bytea)), 1, ${HINT_BYTES}), ''::bytea ORDER BY at) AS hints,
         (min(at) FILTER (WHERE own.id IS NULL))::int - 1 AS missing,
         sum(uuid_hash_extended(wanted.id, $2::bigint)) AS fingerprint,
         sum(entries)::bigint AS entries, sum(holds)::bigint AS holds, sum(refunds)::bigint AS refunds
  FROM unnest($1::uuid[]) WITH ORDINALITY AS given (id, at)
  CROSS JOIN LATERAL (SELECT coalesce(given.id, '00000000-0000-0000-0000-000000000000')) AS wanted (id)
  LEFT JOIN own ON own.id = wanted.id LEFT JOIN parts ON parts.journal_id = wanted.id`,
  params: [array(uuid), int8],
  row: {
    ids: nullable(bytea),
    digests: nullable(bytea),
    hints: nullable(bytea),
    missing: nullable(int4),
    fingerprint: nullable(numeric),
    entries: nullable(int8),
    holds: nullable(int8),
    refunds: nullable(int8),
  },
});

/** Everything that belongs to journals, counted. */
export interface Tally {
  /** A sum of hashes of the journals' ids under a secret seed: the same for two lists only if they hold the same ids as often. */
  fingerprint: bigint;
  entries: bigint;
  holds: bigint;
  refunds: bigint;
}

export interface Coverage extends Covered, Readonly<Tally> {
  /** The index of the first journal that is not in the books. */
  readonly missing: number | undefined;
}

/** What the books hold of these journals. Reads only them, by their indexes: some 15 µs of a core for each. Fingerprints need a seed. */
export async function coverage(books: Queryable, ids: readonly JournalId[], seed = 0n): Promise<Coverage> {
  const row = await COVERAGE.first(books, ids, seed);
  const bytes = (value: Buffer | null | undefined) => value ?? Buffer.alloc(0);
  const number = (value: string | bigint | null | undefined) => BigInt(value ?? 0);
  return {
    ids: bytes(row?.ids),
    digests: bytes(row?.digests),
    hints: bytes(row?.hints),
    missing: row?.missing ?? undefined,
    fingerprint: number(row?.fingerprint),
    entries: number(row?.entries),
    holds: number(row?.holds),
    refunds: number(row?.refunds),
  };
}

/** Those of `count` journals from the index `from` on. */
export function part({ ids, digests, hints }: Covered, from: number, count: number): Covered {
  const cut = (all: Buffer, size: number) => all.subarray(from * size, (from + count) * size);
  return { ids: cut(ids, ID_BYTES), digests: cut(digests, DIGEST_BYTES), hints: cut(hints, HINT_BYTES) };
}
