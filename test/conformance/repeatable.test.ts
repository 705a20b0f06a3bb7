import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEMPLATE } from '../testkit/cluster.ts';
import { type EmptyDatabase, emptyDatabase } from '../testkit/database.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';
import { direct } from '../testkit/transports.ts';
import { casesOf } from './protocols-agree/cases.ts';
import { Ids } from './protocols-agree/outcomes.ts';
import { type Known, prepare } from './protocols-agree/prepare.ts';
import { vocabularyOf } from './protocols-agree/vocabulary.ts';

// A procedure that says it may simply run again changes no row, whatever it is asked. So the relay needs no row for its reply.

const SEED = Number(process.env['SCRIP_SEED'] ?? Date.now() % 1_000_000_000);
/** For each procedure. */
const CASES = 12;

let server: TestServer;
let database: EmptyDatabase;
let client: pg.Client;
let known: Known;

beforeAll(async () => {
  database = await emptyDatabase(TEMPLATE);
  server = await startTestServer({ env: { DATABASE_URL: database.url, SCRIP_DEMO: '1', SCRIP_DIAGNOSTICS: '1' } });
  known = await prepare(server, database.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client?.end();
  await server?.stop();
  await database?.drop();
});

/** What stands in each table, as a hash. */
async function rows(): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const hashes = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await client.query(`SELECT md5(string_agg(t::text, '\n' ORDER BY t::text)) AS hash FROM public."${name}" t`);
    hashes.set(name, rows[0].hash);
  }
  return hashes;
}

/** What the server still does beside the calls, such as sealing what was booked, is over then. */
async function settled(): Promise<Map<string, string>> {
  for (let before = await rows(); ; ) {
    await sleep(1_500);
    const now = await rows();
    if (isDeepStrictEqual(before, now)) return now;
    before = now;
  }
}

it(`what may run again changes nothing (SCRIP_SEED=${SEED})`, async () => {
  const { entries } = server.running.rpc.registry;
  const repeatable = entries.filter(({ procedure }) => procedure.isRepeatable === true);
  expect(repeatable.length).toBeGreaterThan(30);
  const vocabulary = vocabularyOf(
    known,
    entries.map(({ procedure }) => procedure.name),
  );
  const invoke = direct(server);
  const ids = new Ids();
  const before = await settled();
  const fruitful = new Set<string>();
  for (const [n, entry] of repeatable.entries()) {
    for (const { procedure, params } of fc.sample(casesOf(entry, vocabulary), { seed: SEED + n, numRuns: CASES })) {
      const outcome = await invoke(procedure, ids.resolve(params) as unknown[]);
      if ('result' in outcome) fruitful.add(procedure);
    }
  }
  expect(await rows()).toEqual(before);
  expect(fruitful.size).toBeGreaterThan(repeatable.length / 2);
}, 120_000);
