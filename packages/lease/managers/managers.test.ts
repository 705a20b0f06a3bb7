import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { MANAGER_RIGHTS } from '../model.ts';
import { caller, type Person, person } from '../testkit.ts';
import { MAX_MANAGERS } from './store.ts';

let world: World;
let call: ReturnType<typeof caller>;
let ann: Person;
let bob: Person;
let cyd: Person;

beforeAll(async () => {
  world = await testWorld();
  call = caller(world);
  [ann, bob, cyd] = await Promise.all([person(world, 'Ann Able'), person(world, 'Bob Best'), person(world, 'Cyd Cole')]);
  await asAnn('createLocation', 'Shops');
});
afterEach(() => world.check());
afterAll(() => world.close());

const asAnn = (method: string, ...params: unknown[]) => call(`lease.${method}`, [ann.login], '', ...params);
const location = (name: string) => world.lease.locations.get(ann.akey, name);
const entries = async (name: string, count: number) => {
  const { entries } = (await asAnn('history', name, '', count)) as { entries: Record<string, unknown>[] };
  return entries.map(({ type, agent_name, actor_name, detail }) => [type, agent_name, actor_name, detail]);
};

describe('managers', () => {
  it('are made and listed with their rights, each of which comes with see', async () => {
    expect(await asAnn('setManager', 'Shops', bob.akey, ['prices', 'units', 'prices'])).toBe(1);
    await asAnn('setManager', 'Shops', 'Cyd Cole', ['see']);
    expect(await asAnn('listManagers', 'Shops')).toEqual([
      { akey: bob.akey, name: 'Bob Best', rights: ['see', 'units', 'prices'] },
      { akey: cyd.akey, name: 'Cyd Cole', rights: ['see'] },
    ]);
    await asAnn('setManager', 'Shops', bob.akey, ['units', 'prices', 'see']);
    await asAnn('setManager', 'Shops', bob.akey, MANAGER_RIGHTS);
    await asAnn('setManager', 'Shops', cyd.akey, []);
    await asAnn('setManager', 'Shops', cyd.akey, []);
    expect(await asAnn('listManagers', 'Shops')).toEqual([{ akey: bob.akey, name: 'Bob Best', rights: MANAGER_RIGHTS }]);
    expect(await entries('Shops', 4)).toEqual([
      ['manager', 'Cyd Cole', 'Ann Able', 'no manager any more'],
      ['manager', 'Bob Best', 'Ann Able', MANAGER_RIGHTS.join(' ')],
      ['manager', 'Cyd Cole', 'Ann Able', 'see'],
      ['manager', 'Bob Best', 'Ann Able', 'see units prices'],
    ]);
  });

  it('are at most a hundred, and somebody', async () => {
    expect(await faultOf(asAnn('setManager', 'Shops', 'Nobody At All', ['see']))).toMatch(/^general\.unknown_avatar/);
    expect(await faultOf(asAnn('setManager', 'Shops', bob.akey, ['own']))).toMatch(/^invalid_params: rights\[0\] is "own"/);
    await asAnn('createLocation', 'Office');
    await world.database.pool.query(
      `INSERT INTO lease_manager (location_id, akey, rights) SELECT $1, gen_random_uuid(), '{see}' FROM generate_series(1, $2::int)`,
      [(await location('Office')).id, MAX_MANAGERS],
    );
    expect(await faultOf(asAnn('setManager', 'Office', bob.akey, ['see']))).toMatch(/^lease\.too_many_managers: "Office" has 100 managers/);
  });

  it('find the locations that they manage, by themselves or in a group', async () => {
    const gkey = await call('general.createGroup', [ann.login], 'Staff');
    await call('general.addToGroup', [ann.login], '', '', gkey, bob.akey);
    await call('general.addToGroup', [ann.login], '', '', gkey, cyd.akey, '', -1, 1);
    await asAnn('createLocation', 'Desk', { manager_group: gkey });
    await asAnn('updateLocation', 'Shops', { manager_group: gkey });
    await asAnn('setManager', 'Shops', bob.akey, ['access']);
    const at = (location_name: string, rights: readonly string[]) => ({
      ...{ owner_akey: ann.akey, owner_name: 'Ann Able', location_name, rights },
    });
    const officers = MANAGER_RIGHTS.filter((right) => right !== 'settings');
    expect(await call('lease.managedLocations', [bob.login])).toEqual([at('Desk', ['see']), at('Shops', ['see', 'access'])]);
    expect(await call('lease.managedLocations', [cyd.login])).toEqual([at('Desk', officers), at('Shops', officers)]);
    expect(await call('lease.managedLocations', [cyd.login], 1, 1)).toEqual([at('Shops', officers)]);
    // Whose they are is in the manager group too.
    expect(await call('lease.managedLocations', [ann.login])).toEqual([]);
    await asAnn('removeLocation', 'Desk');
    expect(await call('lease.managedLocations', [bob.login])).toEqual([at('Shops', ['see', 'access'])]);
  });
});
