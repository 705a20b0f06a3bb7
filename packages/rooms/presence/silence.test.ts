import { setTimeout as sleep } from 'node:timers/promises';
import { newId, type Uuid } from '@scrip/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { CeilingStore } from '../credits/store.ts';
import { PulseStore } from '../pulses/store.ts';
import { makeStage, type Stage } from '../testkit.ts';
import { Attendance } from './attendance.ts';
import { PresenceStore } from './store.ts';

const PURGE_secs = 1;

let world: World;
let stage: Stage;
let site: Uuid;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  stage = await makeStage(world);
  site = (await world.rooms.sites.of(stage.key)).id;
});
afterAll(() => world.close());

/** One server process more, whose customers may be silent for a second. */
const server = (purge_secs = PURGE_secs) => {
  const { database } = world;
  return new Attendance(new PresenceStore(database), new PulseStore(database, newId()), new CeilingStore(database), purge_secs);
};
const named = (nickname: string, customerId = 0) => ({ site, performer: stage.performerId, customerId, nickname });
const join = (at: Attendance, nickname: string, customerId = 0, credits = 5) =>
  at.join({ ...named(nickname, customerId), ipAddress: '10.0.0.1', credits }, stage.performer.akey);
const ping = (at: Attendance, nickname: string, customerId = 0) => at.ping(named(nickname, customerId), async () => stage.performer.akey);
const present = async () =>
  (await world.rooms.attendance.list(stage.performerId, { offset: 0, limit: 100 })).map(({ nickname }) => nickname);

/** Rounds of all servers, as their jobs make them, until it is so. */
async function sharedUntil(servers: readonly Attendance[], isSo: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 200; round++) {
    for (const one of servers) await one.share();
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error('it never came to be so');
}

it('whoever is silent is sent out, by whichever server, and whoever pings any of them is not', async () => {
  const [a, b] = [server(), server()];
  await join(a, 'Ann', 7);
  await join(a, 'Bob');
  await join(b, 'Carl');
  await sharedUntil([a, b], async () => {
    await ping(b, 'Ann', 7);
    return !(await present()).includes('Bob');
  });
  await sharedUntil([a, b], async () => {
    await ping(b, 'Ann', 7);
    return (await present()).length === 1;
  });
  expect(await present()).toEqual(['Ann']);
  await ping(a, 'Ann', 7);
  expect(await codeOf(ping(a, 'Bob'))).toBe('rooms.absent');
  expect(await codeOf(ping(b, 'Bob'))).toBe('rooms.absent');
});

it('a start knows who was there, and gives them as long as a ping takes', async () => {
  const before = server();
  await join(before, 'Ann', 7);
  await sleep(PURGE_secs * 1_000);
  const after = server();
  await after.share();
  expect(await present()).toEqual(['Ann']);
  await ping(after, 'Ann', 7);
});

it('just after a start whoever pings and is not known joins again, without credits', async () => {
  const late = server(0.001);
  await sleep(10);
  expect(await codeOf(ping(late, 'Ann', 7))).toBe('rooms.absent');
  await ping(server(30), 'Ann', 7);
  const [ann] = await world.rooms.attendance.list(stage.performerId, { offset: 0, limit: 1 });
  expect(ann).toMatchObject({ nickname: 'Ann', customerId: 7, credits: 0n });
});

it('a ceiling of an earlier stay does not count for who joins by a ping, and one that counts elsewhere stays', async () => {
  const at = server(30);
  await join(at, 'Ann', 7, 50);
  await at.leave(named('Ann', 7));
  await ping(at, 'Ann', 7);
  const credits = async () => (await at.list(stage.performerId, { offset: 0, limit: 1 }))[0]?.credits;
  expect(await credits()).toBe(0n);
  await join(at, 'Ann', 7, 50);
  const other = await makeStage(world);
  await at.ping({ ...named('Ann', 7), performer: other.performerId }, async () => other.performer.akey);
  expect(await credits()).toBe(50n);
});

it('what is over leaves no rows behind', async () => {
  const at = server();
  await join(at, 'Ann', 7);
  await at.leave(named('Ann', 7));
  await at.forget();
  const rows = async () => {
    const { rows } = await world.database.pool.query(
      `SELECT (SELECT count(*)::int FROM room_presence WHERE performer = $1) AS presences,
         (SELECT count(*)::int FROM room_ceiling c WHERE NOT EXISTS (SELECT FROM room_presence p WHERE p.holder = c.holder AND left_at IS NULL)) AS ceilings`,
      [stage.performerId],
    );
    return rows[0];
  };
  expect(await rows()).toMatchObject({ presences: 1 });
  await world.database.pool.query(`UPDATE room_presence SET left_at = left_at - interval '2 minutes'`);
  await world.database.pool.query(`UPDATE room_ceiling SET changed_at = changed_at - interval '2 minutes'`);
  await at.forget();
  expect(await rows()).toEqual({ presences: 0, ceilings: 0 });
});
