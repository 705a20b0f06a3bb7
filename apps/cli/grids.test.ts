import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEMPLATE } from '../../test/testkit/cluster.ts';
import { emptyDatabase } from '../../test/testkit/database.ts';
import { startTestServer, type TestServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

let server: TestServer;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await emptyDatabase(TEMPLATE);
  drop = database.drop;
  server = await startTestServer({ env: { DATABASE_URL: database.url, SCRIP_DEMO: '0' } });
});
afterAll(async () => {
  await server.stop();
  await drop();
});

test('grids are added, changed, listed and removed', async () => {
  const { scrip } = commands(server);
  expect(await scrip(['grid', 'list'])).toMatchObject({ code: 0, out: 'there are no grids\n' });
  expect(await scrip(['grid', 'add', 'Home', 'Production', '10.1.0.0/16', '192.0.2.7'])).toMatchObject({ code: 0, err: '' });
  expect(await scrip(['grid', 'add', 'Bad', 'X', '10.1.0.0/33'])).toMatchObject({ code: 1, err: expect.stringContaining('10.1.0.0/33') });
  expect(await scrip(['grid', 'add', 'Home', 'Production', '10.2.0.0/16'])).toMatchObject({ code: 0 });
  const { out } = await scrip(['grid', 'list', '--json']);
  expect(JSON.parse(out)).toEqual([{ name: 'Home', shard: 'Production', networks: ['10.2.0.0/16'], home: true }]);
  expect((await scrip(['grid', 'list'])).out).toMatch(/Home +Production +10\.2\.0\.0\/16 +yes/);
  expect(await scrip(['grid', 'remove', 'Home'])).toMatchObject({ code: 0 });
  expect(await scrip(['grid', 'remove', 'Home'])).toMatchObject({ code: 1, err: expect.stringContaining('general.unknown_realm') });
});
