import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { leaseProcedures } from '../index.ts';

let world: World;
let [ann, bob, cyd] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  world = await testWorld();
  [ann, bob, cyd] = [await world.person('Ann', 1_000), await world.person('Bob', 1_000), await world.person('Cyd')];
});
afterAll(async () => {
  await world.check();
  await world.close();
});

/** What must be in the history: all but when an object was last heard of, and the bookkeeping that follows from the rest. */
const KEPT = `SELECT to_jsonb(l) AS row FROM lease_location l
  UNION ALL SELECT to_jsonb(u) - 'announced_at' - 'remind_at' - 'revision' FROM lease_unit u
  UNION ALL SELECT to_jsonb(p) FROM lease_purchase p
  UNION ALL SELECT to_jsonb(a) FROM lease_access a
  UNION ALL SELECT to_jsonb(m) FROM lease_manager m ORDER BY row`;

type Change = readonly [procedure: string, who: () => Person, params: () => readonly unknown[], type: string, about?: () => Person];

const WEEK = 604_800;
/** Every procedure that changes anything, and the type of the entry that it writes last. */
const CHANGES: readonly Change[] = [
  ['createLocation', () => ann, () => [{}], 'location'],
  ['createUnit', () => ann, () => ['Shop #1', 70], 'unit'],
  ['announceUnit', () => ann, () => ['Shop #2', '', 'Kinda', 1, 2, 3, 5], 'unit'],
  ['announceUnit', () => ann, () => ['Shop #2', '', 'Kinda', 1, 2, 4, 5], 'unit'],
  ['updateUnit', () => ann, () => ['Shop #2', { name: 'Shop #3' }], 'unit'],
  ['updateUnit', () => ann, () => ['Shop #3', { period: 'day' }], 'price'],
  ['removeUnit', () => ann, () => ['Shop #3'], 'unit'],
  ['updateLocation', () => ann, () => [{ overdue_secs: 60 }], 'location'],
  ['setAccess', () => ann, () => [bob.akey, 'allow'], 'access', () => bob],
  ['setManager', () => ann, () => [cyd.akey, ['access']], 'manager', () => cyd],
  ['setAccess', () => cyd, () => [cyd.akey, 'allow'], 'access', () => cyd],
  ['rent', () => bob, () => ['Shop #1', WEEK], 'new', () => bob],
  ['extend', () => bob, () => ['Shop #1', WEEK], 'extend', () => bob],
  ['extendFree', () => bob, () => ['Shop #1'], 'extend', () => bob],
  ['setPayer', () => bob, () => ['Shop #1', cyd.akey], 'payer', () => cyd],
  ['setPayer', () => bob, () => ['Shop #1', ''], 'payer', () => cyd],
  ['transfer', () => bob, () => ['Shop #1', cyd.akey], 'transfer', () => cyd],
  ['terminate', () => ann, () => ['Shop #1'], 'terminated', () => cyd],
];
const READ_ONLY = /^lease\.(.*(stats|names|details|list|my|managed|history|logs|offers|quote|preview|grant).*)$/i;

it('has everything that any procedure changes, and who did it', async () => {
  for (const [procedure, who, params, type, about] of CHANGES) {
    const before = await kept();
    await world.call(`lease.${procedure}`, [[who().login], ann.akey, 'Shops', ...params()]);
    expect([procedure, await kept()]).not.toEqual([procedure, before]);
    const [entry] = ((await world.call('lease.history', [[ann.login], '', 'Shops'])) as { entries: object[] }).entries;
    expect(entry).toMatchObject({ type, actor_akey: who().akey, agent_akey: about?.().akey ?? '' });
    const [line] = (await world.call('lease.logs', [[ann.login], 1, '', 'Shops'])) as unknown[][];
    expect(line).toMatchObject({ 1: type, 2: ann.akey, 4: 'Shops', 5: about?.().akey ?? '', length: 9 });
  }
});

it('is of every procedure that changes anything', () => {
  const changing = leaseProcedures.map((make) => make(world.lease).name).filter((name) => !READ_ONLY.test(name));
  const known = [...CHANGES.map(([procedure]) => `lease.${procedure}`), 'lease.removeLocation'];
  expect(changing.toSorted()).toEqual([...new Set(known)].sort());
});

async function kept(): Promise<unknown[]> {
  return (await world.database.pool.query(KEPT)).rows;
}
