import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Job } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { plainArray } from '../ledger/arrays.ts';
import { patiently } from '../snapshot.ts';
import { GENESIS, type Link, seal } from './chain.ts';
import { coverage } from './coverage.ts';

/** Journals of one seal; the last transaction that is taken may bring some hundred more. */
const PORTION = 500;
/** A backlog is worked off for so long at a time; then the other servers have their turn, and a stopping one does not wait. */
const RUN_ms = 2_000;
/** After each portion the sealer rests for so many times as long as it took: payments come first. */
const REST = 2;
/** Of a portion: its rows may have to be read from a slow disk. Nobody waits for what it locks. */
const STATEMENT_TIMEOUT_ms = 30_000;

const ANY = 'SELECT FROM unsealed LIMIT 1';

const NEWEST = `SELECT clock_timestamp() AS now, newest.number, newest.hash
                FROM (SELECT) AS once LEFT JOIN (SELECT number, hash FROM seal ORDER BY number DESC LIMIT 1) newest ON true`;

/** Whoever holds the newest seal makes the next one. Payments never look at seals. */
const CLAIM = 'SELECT number FROM seal WHERE number = $1 FOR NO KEY UPDATE SKIP LOCKED';

const WAITING = `SELECT id, array_to_string(journals, ',') AS journals
                 FROM (SELECT *, sum(cardinality(journals)) OVER (ROWS UNBOUNDED PRECEDING) - cardinality(journals) AS before
                       FROM (SELECT * FROM unsealed LIMIT ${PORTION}) taken) waiting
                 WHERE coalesce(before, 0) < ${PORTION} ORDER BY created_at, id`;

/** Where two sealers come this far, the second waits for the first here, and then adds nothing. */
const ADD = `INSERT INTO seal (number, journals, checks, hash, sealed_at) VALUES ($1, $2::uuid[], $3, $4, $5) ON CONFLICT DO NOTHING RETURNING number`;

const REMOVE = 'DELETE FROM unsealed WHERE id = ANY($1::uuid[])';

/** Seals what was committed. Runs in every server: the newest seal is claimed, and a seal's number is its primary key. */
export function sealJob(database: Database): Job {
  return {
    name: 'seal the books',
    every_ms: 1_000,
    async run() {
      const end_ms = performance.now() + RUN_ms;
      for (;;) {
        const begun_ms = performance.now();
        if ((await sealPortion(database)) < PORTION) return;
        const now_ms = performance.now();
        if (now_ms > end_ms) return;
        await sleep((now_ms - begun_ms) * REST);
      }
    },
  };
}

/** Seals at most a portion of what waits; returns how many journals. 0 where another server is at it. */
async function sealPortion(database: Database): Promise<number> {
  const { rowCount } = await database.pool.query(ANY);
  return rowCount === 0 ? 0 : database.transaction(sealWithin);
}

/** In the caller's transaction, so that a seal and the removal of what it covers are one. */
export async function sealWithin(client: PoolClient): Promise<number> {
  const query = await patiently(client, STATEMENT_TIMEOUT_ms);
  const [newest] = await query<{ now: Date; number: bigint | null; hash: Buffer }>(NEWEST);
  if (!newest) throw new Error('the database told no time');
  const previous: Link = newest.number === null ? GENESIS : { number: newest.number, hash: newest.hash };
  if (previous !== GENESIS && (await query(CLAIM, [previous.number])).length === 0) return 0;
  const waiting = await query<{ id: Uuid; journals: string | null }>(WAITING);
  const ids = waiting.flatMap(({ journals }) => (journals ? journals.split(',') : []));
  if (ids.length > 0) {
    const { number, sealedAt_ms, checks, hash } = seal(previous, await coverage(query, ids), newest.now.getTime());
    const added = await query(ADD, [number, plainArray(ids), checks, hash, new Date(sealedAt_ms)]);
    if (added.length === 0) return 0;
  }
  await query(REMOVE, [plainArray(waiting.map(({ id }) => id))]);
  return ids.length;
}
