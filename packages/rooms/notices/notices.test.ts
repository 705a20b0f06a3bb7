import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { functionsOf, makeStage, runJob, type Stage } from '../testkit.ts';

interface Came {
  readonly id: string | string[] | undefined;
  readonly notice: unknown;
}

let world: World;
let beside: World;
let stage: Stage;
let here: ReturnType<typeof functionsOf>;
let receiver: Server;
let url: string;
let statuses: number[] = [];
const came: Came[] = [];

beforeAll(async () => {
  world = await testWorld();
  beside = await testWorld(world);
  receiver = createServer(async (request, reply) => {
    came.push({ id: request.headers['x-scrip-notice'], notice: await json(request) });
    reply.writeHead(statuses.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notices`;
});
beforeEach(async () => {
  stage = await makeStage(world);
  here = functionsOf(world, stage);
  came.length = 0;
  statuses = [];
});
afterAll(async () => {
  await beside.close();
  await world.close();
  receiver.close();
});

const set = async (to: string) => world.call('operator.setRoomNotices', [[world.operator], await siteName(), to]);
async function siteName(): Promise<string> {
  const sites = (await world.call('operator.listRoomSites', [[world.operator]])) as { name: string; owner_akey: string }[];
  return sites.find(({ owner_akey }) => owner_akey === stage.payer.akey)?.name ?? '';
}
const write = (at: World = world) => runJob(at, 'tell sites of performers');
const send = () => world.outbox.jobs[0]?.run();
/** As ten seconds pass. */
const later = () => world.database.pool.query(`UPDATE room_audience SET told_at = told_at - interval '1 minute'`);
const notice = (action: string, customers: number) => ({
  function: 'performerStatus',
  action,
  performerId: stage.performerId,
  customers,
  time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
});

it('tell a site when the first of its customers comes, when their number changes, and when the last one leaves', async () => {
  await set(url);
  await here.join({ nickname: 'Ann', customerId: 7 });
  await Promise.all([write(), write(beside)]);
  await here.join({ nickname: 'Bob' });
  await write();
  await later();
  await Promise.all([write(), write(beside)]);
  await here.leave('Ann', 7);
  await here.leave('Bob');
  await write();
  await write();
  await send();
  expect(came.map((one) => one.notice).toSorted((a, b) => JSON.stringify(b).localeCompare(JSON.stringify(a)))).toEqual([
    notice('online', 1),
    notice('offline', 0),
    notice('change', 2),
  ]);
  expect(new Set(came.map(({ id }) => id)).size).toBe(3);
});

it('tell no site of the customers of another, and nothing where no address is set', async () => {
  const other = functionsOf(world, { ...(await makeStage(world)), performerId: stage.performerId });
  await set(url);
  await other.join({ nickname: 'Ann' });
  await write();
  await set('');
  await here.join({ nickname: 'Bob' });
  await write();
  await send();
  expect(came).toEqual([]);
});

it('come again, under the same id, until the site takes them', async () => {
  await set(url);
  statuses = [503, 302];
  await here.join({ nickname: 'Ann' });
  await write();
  for (let attempt = 0; attempt < 4; attempt++) {
    await send();
    await world.database.pool.query('UPDATE outbox SET try_at = clock_timestamp()');
  }
  expect(came).toHaveLength(3);
  expect(new Set(came.map(({ id }) => id)).size).toBe(1);
  const listed = (await world.call('operator.listOutbox', [[world.operator]])) as {
    kind: string;
    to: string;
    state: string;
    error: string;
  }[];
  expect(listed.at(-1)).toMatchObject({ kind: 'http', to: url, state: 'sent', error: '' });
});

it('are not sent to what is no address of the web, or holds a secret', async () => {
  for (const wrong of [
    'ftp://a.example/',
    'nowhere',
    'https://user:password@a.example/',
    'https://a.example/#x',
    `https://a.example/${'x'.repeat(1_024)}`,
  ]) {
    expect(await codeOf(set(wrong))).toBe('invalid_params');
  }
  expect(await codeOf(set('https://a.example/?password=geheimnis'))).toBe('outbox.refused');
  expect(await codeOf(world.call('operator.setRoomNotices', [[world.operator], 'No such site', url]))).toBe('rooms.unknown_site');
});

it('go nowhere where nobody listens, and the outbox says so', async () => {
  await set('http://127.0.0.1:1/');
  await here.join({ nickname: 'Ann' });
  await write();
  await send();
  const listed = (await world.call('operator.listOutbox', [[world.operator]])) as { state: string; error: string }[];
  expect(listed.at(-1)).toMatchObject({ state: 'queued', error: expect.stringContaining('could not be reached') });
});
