import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { caller, type Person, person } from '../testkit.ts';
import { MAX_LISTED } from './store.ts';

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
const admission = async (name: string, who: Person) => world.lease.access.admission(await location(name), who.akey);
const entries = async (name: string, count: number) => {
  const { entries } = (await asAnn('history', name, '', count)) as { entries: Record<string, unknown>[] };
  return entries.map(({ type, agent_name, actor_name, detail }) => [type, agent_name, actor_name, detail]);
};

describe('who may rent', () => {
  it('is everybody who is not banned, until somebody is allowed', async () => {
    expect(await admission('Shops', bob)).toBe('admitted');
    expect(await asAnn('setAccess', 'Shops', 'bob BEST', 'ban')).toBe(1);
    expect([await admission('Shops', bob), await admission('Shops', cyd)]).toEqual(['banned', 'admitted']);
    await asAnn('setAccess', 'Shops', cyd.akey, 'allow');
    expect([await admission('Shops', bob), await admission('Shops', cyd), await admission('Shops', ann)]).toEqual([
      'banned',
      'admitted',
      'not_listed',
    ]);
    await asAnn('setAccess', 'Shops', bob.akey, 'none');
    expect(await admission('Shops', bob)).toBe('not_listed');
    await asAnn('setAccess', 'Shops', cyd.akey, 'none');
    expect(await admission('Shops', bob)).toBe('admitted');
    expect(await entries('Shops', 4)).toEqual([
      ['access', 'Cyd Cole', 'Ann Able', 'off the list'],
      ['access', 'Bob Best', 'Ann Able', 'off the list'],
      ['access', 'Cyd Cole', 'Ann Able', 'allowed'],
      ['access', 'Bob Best', 'Ann Able', 'banned'],
    ]);
  });

  it('is the members of the tenant group and those who are allowed, but nobody who is banned', async () => {
    const gkey = await call('general.createGroup', [ann.login], 'Tenants');
    await call('general.addToGroup', [ann.login], '', '', gkey, bob.akey);
    await asAnn('createLocation', 'Club', { tenant_group: 'tenants' });
    expect([await admission('Club', bob), await admission('Club', cyd)]).toEqual(['admitted', 'not_listed']);
    await asAnn('setAccess', 'Club', cyd.akey, 'allow');
    expect([await admission('Club', bob), await admission('Club', cyd)]).toEqual(['admitted', 'admitted']);
    await asAnn('setAccess', 'Club', bob.akey, 'ban');
    expect(await admission('Club', bob)).toBe('banned');
    expect((await asAnn('offers', 'Club')) as object).toMatchObject({ members_only: 1 });
  });

  it('is listed, all or one kind, in pages', async () => {
    const [ban, allow] = [
      { akey: bob.akey, name: 'Bob Best', access: 'ban' },
      { akey: cyd.akey, name: 'Cyd Cole', access: 'allow' },
    ];
    expect(await asAnn('listAccess', 'Club')).toEqual([allow, ban]);
    expect(await asAnn('listAccess', 'Club', 'BAN')).toEqual([ban]);
    expect(await asAnn('listAccess', 'Club', 'allow')).toEqual([allow]);
    expect(await asAnn('listAccess', 'Club', 'all', 1, 1)).toEqual([ban]);
  });

  it('changes nothing where it is so already', async () => {
    const before = await entries('Club', 1);
    await asAnn('setAccess', 'Club', bob.akey, 'ban');
    await asAnn('setAccess', 'Club', ann.akey, 'none');
    expect(await entries('Club', 1)).toEqual(before);
  });

  it('is refused where it makes no sense, or is too much', async () => {
    expect(await faultOf(asAnn('setAccess', 'Club', 'Nobody At All', 'ban'))).toMatch(/^general\.unknown_avatar/);
    expect(await faultOf(asAnn('setAccess', 'Club', bob.akey, 'maybe'))).toMatch(/^invalid_params: access is "maybe"/);
    await asAnn('createLocation', 'Packed');
    await world.database.pool.query(
      `INSERT INTO lease_access (location_id, akey, kind) SELECT $1, gen_random_uuid(), 'ban' FROM generate_series(1, $2::int)`,
      [(await location('Packed')).id, MAX_LISTED - 1],
    );
    const outcomes = await Promise.all([bob, cyd].map(({ akey }) => faultOf(asAnn('setAccess', 'Packed', akey, 'allow'))));
    expect(outcomes.filter((fault) => fault.startsWith('lease.access_list_full'))).toHaveLength(1);
    await Promise.all([bob, cyd].map(({ akey }) => asAnn('setAccess', 'Packed', akey, 'none')));
    expect(await asAnn('listAccess', 'Packed', 'all', 0, MAX_LISTED)).toHaveLength(MAX_LISTED - 1);
  });
});
