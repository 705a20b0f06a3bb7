import { array, bytea, int8, nullable, statement, text, timestamptz, uuid } from '@scrip/database';

/** Journals of one seal; the last transaction that is taken may bring some hundred more. */
export const PORTION = 500;

/** Whether anything waits: a statement that gives rows without columns. */
export const ANY = statement({
  name: 'seal-any',
  text: 'SELECT WHERE EXISTS (SELECT FROM unsealed) OR EXISTS (SELECT FROM operator_unsealed)',
});

export const NEWEST = statement({
  name: 'seal-newest',
  text: `SELECT clock_timestamp() AS now, newest.number, newest.hash
         FROM (SELECT) AS once LEFT JOIN (SELECT number, hash FROM seal ORDER BY number DESC LIMIT 1) newest ON true`,
  row: { now: timestamptz, number: nullable(int8), hash: nullable(bytea) },
});

/** Whoever holds the newest seal makes the next one. Payments never look at seals. */
export const CLAIM = statement({
  name: 'seal-claim',
  text: 'SELECT number FROM seal WHERE number = $1 FOR NO KEY UPDATE SKIP LOCKED',
  params: [int8],
  row: { number: int8 },
});

/** Ids travel as one text: the driver's own conversion of arrays costs more than the rest of a seal. */
export const WAITING = statement({
  name: 'seal-waiting',
  text: `SELECT id, array_to_string(journals, ',') AS journals
         FROM (SELECT *, sum(cardinality(journals)) OVER (ROWS UNBOUNDED PRECEDING) - cardinality(journals) AS before
               FROM (SELECT * FROM unsealed LIMIT ${PORTION}) taken) waiting
         WHERE coalesce(before, 0) < ${PORTION} ORDER BY created_at, id`,
  row: { id: uuid, journals: nullable(text) },
});

/** Rows of the operators' log. */
export const LOG_WAITING = statement({
  name: 'seal-log-waiting',
  text: `SELECT id FROM operator_unsealed ORDER BY created_at, id LIMIT ${PORTION}`,
  row: { id: uuid },
});

/** Where two sealers come this far, the second waits for the first here, and then adds nothing. */
export const ADD = statement({
  name: 'seal-add',
  text: 'INSERT INTO seal (number, journals, log, checks, hash, sealed_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
  params: [int8, array(uuid), array(uuid), bytea, bytea, timestamptz],
});

export const REMOVE = statement({
  name: 'seal-remove',
  text: 'DELETE FROM unsealed WHERE id = ANY($1::uuid[])',
  params: [array(uuid)],
});

export const LOG_REMOVE = statement({
  name: 'seal-log-remove',
  text: 'DELETE FROM operator_unsealed WHERE id = ANY($1::uuid[])',
  params: [array(uuid)],
});
