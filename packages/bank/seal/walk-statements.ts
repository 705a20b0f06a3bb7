import { bytea, int8, nullable, present, statement, text, timestamptz, uuid } from '@scrip/database';
import { CHECK_BYTES } from './chain.ts';

// What a walk along the chain of seals asks for.

/** Journals that are looked at in one statement. */
const PORTION = 4_000;
const ROWS = 500;

export const HEAD = statement({
  text: `SELECT number, encode(hash, 'hex') AS hash FROM seal ORDER BY number DESC LIMIT 1`,
  row: { number: int8, hash: text },
});

/** The length of `checks` tells how many journals there are, without fetching either. */
export const SEALS = statement({
  text: `SELECT number, array_to_string(journals, ',', 'NULL') AS journals, array_to_string(log, ',', 'NULL') AS log, checks, hash, sealed_at
         FROM (SELECT *, sum(octet_length(checks)) OVER (ORDER BY number) - octet_length(checks) AS before
               FROM (SELECT * FROM seal WHERE number > $1 ORDER BY number LIMIT ${ROWS}) taken) next
         WHERE before < ${PORTION * CHECK_BYTES} ORDER BY number`,
  params: [int8],
  row: { number: int8, journals: nullable(text), log: nullable(text), checks: bytea, hash: bytea, sealed_at: timestamptz },
});

export const WAITING = statement({
  text: `SELECT id, array_to_string(journals, ',', 'NULL') AS journals
         FROM (SELECT *, sum(cardinality(journals)) OVER (ORDER BY id) - cardinality(journals) AS before
               FROM (SELECT * FROM unsealed WHERE id > $1 ORDER BY id LIMIT ${ROWS}) taken) next
         WHERE coalesce(before, 0) < ${PORTION} ORDER BY id`,
  params: [uuid],
  row: { id: uuid, journals: nullable(text) },
});

export const LOG_WAITING = statement({
  text: `SELECT id FROM operator_unsealed WHERE id > $1 ORDER BY id LIMIT ${PORTION}`,
  params: [uuid],
  row: { id: uuid },
});

export const BEFORE_ALL_SEALS = -(1n << 63n);
export const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

export const EVERYTHING = statement({
  text: `SELECT coalesce(sum(uuid_hash_extended(id, $1::bigint)), 0)::text AS fingerprint, (SELECT count(*) FROM entry) AS entries,
                (SELECT count(*) FROM hold) AS holds, (SELECT count(*) FROM refund) AS refunds,
                (SELECT coalesce(sum(uuid_hash_extended(id, $1::bigint)), 0)::text
                 FROM (SELECT id FROM operator_call UNION ALL SELECT id FROM operator_outcome) rows) AS log
         FROM journal`,
  params: [int8],
  row: { fingerprint: text, entries: int8, holds: int8, refunds: int8, log: present(text) },
});
