import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Job } from '@scrip/database';
import type { PoolClient } from 'pg';
import { patiently } from '../snapshot.ts';
import { GENESIS, type Link, seal } from './chain.ts';
import { coverage } from './coverage.ts';
import { joined, logCoverage } from './log-coverage.ts';
import { ADD, ANY, CLAIM, LOG_REMOVE, LOG_WAITING, NEWEST, PORTION, REMOVE, WAITING } from './statements.ts';

/** A backlog is worked off for so long at a time; then the other servers have their turn, and a stopping one does not wait. */
const RUN_ms = 2_000;
/** After each portion the sealer rests for so many times as long as it took: payments come first. */
const REST = 2;
/** Of a portion: its rows may have to be read from a slow disk. Nobody waits for what it locks. */
const STATEMENT_TIMEOUT_ms = 30_000;

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

/** Seals at most a portion of what waits; returns how many journals and rows of the log. 0 where another server is at it. */
async function sealPortion(database: Database): Promise<number> {
  return (await ANY.run(database.pool)) === 0 ? 0 : database.transaction(sealWithin);
}

/** In the caller's transaction, so that a seal and the removal of what it covers are one. */
export async function sealWithin(client: PoolClient): Promise<number> {
  const books = await patiently(client, STATEMENT_TIMEOUT_ms);
  const newest = await NEWEST.first(books);
  if (!newest) throw new Error('the database told no time');
  const previous: Link = newest.number === null || newest.hash === null ? GENESIS : { number: newest.number, hash: newest.hash };
  if (previous !== GENESIS && (await CLAIM.run(books, previous.number)) === 0) return 0;
  const waiting = await WAITING.all(books);
  const ids = waiting.flatMap(({ journals }) => (journals ? journals.split(',') : []));
  const log = (await LOG_WAITING.all(books)).map(({ id }) => id);
  if (ids.length + log.length > 0) {
    const covered = joined(await coverage(books, ids), await logCoverage(books, log));
    const { number, sealedAt_ms, checks, hash } = seal(previous, covered, newest.now.getTime());
    if ((await ADD.run(books, number, ids, log, checks, hash, new Date(sealedAt_ms))) === 0) return 0;
  }
  if (log.length > 0) await LOG_REMOVE.run(books, log);
  await REMOVE.run(
    books,
    waiting.map(({ id }) => id),
  );
  return ids.length + log.length;
}
