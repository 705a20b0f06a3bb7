import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyDatabase } from '../../test/testkit/database.ts';
import { startTestServer, type TestServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

let server: TestServer;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let admin: pg.Client;
let scrip: ReturnType<typeof commands>['scrip'];

beforeAll(async () => {
  database = await emptyDatabase();
  server = await startTestServer({ env: { DATABASE_URL: database.url, SCRIP_DEMO: '1' } });
  scrip = commands(server).scrip;
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  // The server seals every second; what follows is about books that are sealed.
  await vi.waitFor(async () => expect((await admin.query('SELECT FROM unsealed')).rowCount).toBe(0), 10_000);
});
afterAll(async () => {
  await admin.end();
  await server.stop();
  await database.drop();
});

const newest = (out: string) => /^newest +(\d+:[0-9a-f]{64})$/m.exec(out)?.[1] ?? '';

describe('audit --chain', () => {
  test('finds the books as they were sealed, and prints the newest seal', async () => {
    const { code, out, err } = await scrip(['audit', '--chain']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^books +they add up$[\s\S]*^chain +the books are as they were sealed$/m);
    expect(newest(out)).not.toBe('');
    const { out: json } = await scrip(['audit', '--chain', '--json']);
    const { chain, ...books } = JSON.parse(json);
    expect([books.ok, chain]).toEqual([true, expect.objectContaining({ ok: true, first_bad: '', unsealed: 0 })]);
    // The audits themselves are in the operators' log, which the chain goes on with.
    expect(chain.head_number).toBeGreaterThanOrEqual(Number.parseInt(newest(out), 10));
    expect(out).toMatch(/^seals +\d+ good, over \d+ journals and \d+ rows of the operators' log$/m);
  });

  test('finds a seal that was printed earlier, and misses one that was not', async () => {
    const seal = newest((await scrip(['audit', '--chain'])).out);
    expect((await scrip(['audit', '--chain', '--expect', seal])).code).toBe(0);
    const other = `${seal.slice(0, -8)}00000000`;
    const { code, out } = await scrip(['audit', '--chain', '--expect', other]);
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^chain +THE BOOKS ARE NOT AS THEY WERE SEALED$[\s\S]*^- seal \d+: its hash is/m),
    ]);
    // Nobody should write down a seal of a chain that is not good.
    expect(newest(out)).toBe('');
  });

  test('tells what is wrong with --expect', async () => {
    expect(await scrip(['audit', '--expect', '1:00'])).toMatchObject({ code: 2, err: expect.stringContaining('--chain') });
    const { code, err } = await scrip(['audit', '--chain', '--expect', '1:00']);
    expect([code, err]).toEqual([1, expect.stringContaining('NUMBER:HASH')]);
  });

  test('names the first row that was changed behind the back of the books, though they add up', async () => {
    await admin.query(`UPDATE journal SET comment = 'stolen' WHERE id = (SELECT journals[1] FROM seal WHERE number = 1)`);
    const { code, out } = await scrip(['audit', '--chain']);
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/^books +they add up$[\s\S]*^- journal [0-9a-f-]{36}: changed; seal 1 covers it/m),
    ]);
    expect((await scrip(['audit'])).code).toBe(0);
  });
});
