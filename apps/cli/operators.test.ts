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

test('operator add prints a capability that SCRIP_CAPABILITY takes, for what its scopes say', async () => {
  const { scrip, json } = commands(server);
  const { code, out } = await scrip(['operator', 'add', 'Ann', '--scopes', 'read, people', '--hours', '2']);
  expect([code, out]).toEqual([0, expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
  const as = { env: { SCRIP_CAPABILITY: out.trim() } };
  expect(await scrip(['avatar', 'add', 'Robot', '--no-login'], as)).toMatchObject({ code: 0, err: '' });
  expect(await scrip(['currency', 'add', 'EUR', '2'], as)).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /the scope `accounts` is needed; that of Ann has read, people\nIt was called with what SCRIP_CAPABILITY holds\.\n$/,
    ),
  });
  expect(await json('operator', 'add', 'Bob', '--scopes', 'read')).toEqual({
    code: 0,
    name: 'Bob',
    capability: expect.stringMatching(/^eyJ/),
  });
  expect(await scrip(['operator', 'add', 'ann', '--scopes', 'read'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('operator.name_taken'),
  });
  expect(await scrip(['operator', 'add', 'Cid', '--scopes', 'all'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('one of read, accounts'),
  });
  expect(await scrip(['operator', 'add', 'Cid'])).toMatchObject({ code: 2, err: expect.stringContaining('--scopes') });
});

test('operator list and revoke', async () => {
  const { scrip, json } = commands(server);
  const { out: token } = await scrip(['operator', 'add', 'Eve', '--scopes', 'read']);
  expect((await scrip(['operator', 'list', '--limit', '1'])).out).toMatch(
    /^NAME +STATUS +SCOPES +EXPIRES +ADDED BY +ID\nEve +valid +read +\d{4}-\d\d-\d\d \d\d:\d\d UTC +root +[0-9a-f-]{36}\n\nthere may be more: --after [0-9a-f-]{36}\n$/,
  );
  expect(await json('operator', 'revoke', 'Eve')).toEqual({ code: 0, name: 'Eve', revoked: true });
  expect(JSON.parse((await scrip(['operator', 'list', '--limit', '1', '--json'])).out)).toMatchObject([{ name: 'Eve', status: 'revoked' }]);
  const refused = await scrip(['operator', 'list'], { env: { SCRIP_CAPABILITY: token.trim() } });
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('auth.capability_revoked') });
  expect(await scrip(['operator', 'revoke', 'Nobody'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('operator.unknown_operator'),
  });
});

test('log tells who did what', async () => {
  const { scrip } = commands(server);
  const { out } = await scrip(['operator', 'add', 'Zoe', '--scopes', 'people']);
  await scrip(['avatar', 'add', 'Logged', '--password', 'hunter2'], { env: { SCRIP_CAPABILITY: out.trim() } });
  const all = JSON.parse((await scrip(['log', '--limit', '1000', '--json'])).out) as { id: string; operator: string; method: string }[];
  expect(all.slice(-2).map(({ operator, method }) => [operator, method])).toEqual([
    ['root', 'operator.addOperator'],
    ['Zoe', 'operator.addAvatar'],
  ]);
  const { out: text } = await scrip(['log', '--after', all.at(-2)?.id ?? '']);
  expect(text).toMatch(
    /^TIME \(UTC\) +OPERATOR +FROM +METHOD +OUTCOME +PARAMS\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +Zoe +127\.0\.0\.1 +operator\.addAvatar +ok +\{"name":"Logged"/,
  );
  expect(JSON.stringify(all) + text).not.toContain('hunter2');
});
