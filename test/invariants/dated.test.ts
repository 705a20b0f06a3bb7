import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { testWorld, type World } from '../testkit/world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
});
afterEach(() => void vi.useRealTimers());
afterAll(() => world.close());

const AHEAD_ms = 1_200_000;

/** Rows that people make, and the column that says when. */
const DATED = [
  ['avatar_group', 'created_at'],
  ['account', 'created_at'],
  ['account', 'last_at'],
  ['lease_location', 'created_at'],
  ['lease_unit', 'created_at'],
  ['lease_access', 'created_at'],
  ['lease_manager', 'created_at'],
  ['vend_collection', 'created_at'],
  ['vend_access', 'created_at'],
] as const;

it('dates what people make by the clock of the database, however wrong the clock of the server is', async () => {
  const [owner, other] = [await world.person('Ann'), await world.person('Bea')];
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + AHEAD_ms });
  const mine = [owner.login];
  await world.call('general.createGroup', [mine, 'Band']);
  await world.call('bank.openAccount', [mine, 'savings']);
  await world.call('lease.createLocation', [mine, '', 'Mill Lane', {}]);
  await world.call('lease.createUnit', [mine, '', 'Mill Lane', 'Mill Lane #1', 10, 'week']);
  await world.call('lease.setAccess', [mine, '', 'Mill Lane', other.akey, 'ban']);
  await world.call('lease.setManager', [mine, '', 'Mill Lane', other.akey, ['see']]);
  await world.call('vend.createCollection', [mine, '', 'Chairs']);
  await world.call('vend.setAccess', [mine, '', other.akey, 'ban']);
  for (const [table, column] of DATED) {
    const { rows } = await world.database.pool.query(
      `SELECT count(*)::int AS made, count(*) FILTER (WHERE ${column} > now() + interval '1 minute')::int AS "inTheFuture" FROM ${table}`,
    );
    expect(rows[0].made, table).toBeGreaterThan(0);
    expect(rows[0].inTheFuture, `${table}.${column}`).toBe(0);
  }
});
