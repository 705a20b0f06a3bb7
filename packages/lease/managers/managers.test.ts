import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { MAX_LISTED } from '../access/store.ts';
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

describe('lease.history', () => {
  it('is paged by a cursor, from the newest to the oldest, whatever happens meanwhile', async () => {
    await asAnn('createLocation', 'Busy');
    for (let i = 1; i <= 7; i++) await asAnn('createUnit', 'Busy', `Unit #${i}`, i);
    type Page = { entries: { unit_name: string }[]; cursor: string };
    const units: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await asAnn('history', 'Busy', cursor, 3)) as Page;
      units.push(...page.entries.map(({ unit_name }) => unit_name));
      await asAnn('setAccess', 'Busy', bob.akey, units.length % 2 ? 'ban' : 'allow');
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(units).toEqual(['Unit #7', 'Unit #6', 'Unit #5', 'Unit #4', 'Unit #3', 'Unit #2', 'Unit #1', '']);
    expect(await faultOf(asAnn('history', 'Busy', 'x'))).toMatch(/^invalid_params: cursor is "x"/);
  });

  it('passes over none of those that happened at the same moment', async () => {
    await asAnn('createLocation', 'Moment');
    const { id } = await location('Moment');
    await world.database.pool.query(
      `INSERT INTO lease_log (id, location_id, at, type, unit_name, amount, duration_secs, journal_id, detail)
       SELECT gen_random_uuid(), $1, '2020-01-01T00:00:00.123456Z', 'unit', n::text, n - 1, 0, gen_random_uuid(), '' FROM generate_series(1, 50) AS n`,
      [id],
    );
    type Page = { entries: { unit_name: string; amount: number; transaction_id: string }[]; cursor: string };
    const seen = new Map<string, Page['entries'][number]>();
    for (let cursor = ''; ; ) {
      const page = (await asAnn('history', 'Moment', cursor, 7)) as Page;
      for (const entry of page.entries) seen.set(entry.unit_name, entry);
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(seen.size).toBe(51);
    // An id that nothing was paid under is no transaction's.
    expect([seen.get('1')?.transaction_id, seen.get('50')?.transaction_id.length]).toEqual(['', 36]);
  });
});

describe('lease.offers', () => {
  it('tells everybody what there is, what it costs and on what terms, and nobody who has it', async () => {
    await asAnn('createLocation', 'Homes', { min_secs: 60, discounts: [{ secs: 86_400, percent: 10 }] });
    for (const [name, rate] of [
      ['Home #10', 5],
      ['Home #9', 7],
      ['Home #1', 8],
      ['Home #01', 8],
    ]) {
      await asAnn('createUnit', 'Homes', name, rate, 'day', 'Flat', 'Kinda', 1, 2, 3);
    }
    await world.database.pool.query(
      `UPDATE lease_unit SET lease_id = $1, lessee = $1, leased_at = now(), paid_until = now(), ends_at = now() + interval '1 day'
       WHERE name = 'Home #9'`,
      [newId()],
    );
    const offers = (...rest: unknown[]) => call('lease.offers', [cyd.login], ann.name, 'homes', ...rest);
    const unit = (unit_name: string, rate: number, vacant = 1) => ({
      ...{ unit_name, model: 'Flat', region_coords: 'Kinda/1/2/3', rate, period: 'day', week_rate: rate * 7, vacant },
    });
    const units = [unit('Home #01', 8), unit('Home #1', 8), unit('Home #9', 7, 0), unit('Home #10', 5)];
    expect(await offers()).toEqual({
      currency: 'L$',
      members_only: 0,
      min_secs: 60,
      max_secs: 31_536_000,
      overdue_secs: 259_200,
      grace_secs: 86_400,
      refund_percent: 100,
      discounts: [{ secs: 86_400, percent: 10 }],
      units,
      cursor: '',
    });
    // A lease that is over keeps nobody from renting.
    await world.database.pool.query(`UPDATE lease_unit SET ends_at = now() WHERE name = 'Home #9'`);
    expect(await offers('Home #1', 1)).toMatchObject({ units: [unit('Home #9', 7)] });
    await world.database.pool.query(`UPDATE lease_unit SET ends_at = now() + interval '1 day' WHERE name = 'Home #9'`);
    expect(await offers('', 2)).toMatchObject({ units: units.slice(0, 2), cursor: 'Home #1' });
    expect(await offers('Home #1', 2)).toMatchObject({ units: units.slice(2), cursor: '' });
    expect(await offers('home #01', 1)).toMatchObject({ units: units.slice(1, 2) });
    expect(await offers('Home #5')).toMatchObject({ units: units.slice(2), cursor: '' });
    expect(await faultOf(call('lease.offers', [cyd.login], ann.akey, 'Houses'))).toMatch(/^lease\.unknown_location/);
    expect(await faultOf(call('lease.offers', [], ann.akey, 'Homes'))).toMatch(/^auth\.capability_required/);
  });
});
