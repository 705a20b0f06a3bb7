import { newId, type Uuid } from '@scrip/kernel';
import { toJson } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../../../test/testkit/call.ts';
import { faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { caller, letTo, type Person, person } from '../testkit.ts';

let world: World;
let call: ReturnType<typeof caller>;
let ann: Person;
let bob: Person;
let dan: Person;
let shops: Uuid;

const HOUR = 3_600;
const UNITS: [name: string, rate: number, period: string, model: string, region: string, x: number, y: number, z: number][] = [
  ['Shop #10', 100, 'day', 'Auto 2.3', 'Kinda', 128, 64, 22],
  ['Shop #2', 15, 'month', '', '', 0, 0, 0],
  ['Shop #1', 500, 'week', 'Auto 2.3', 'Kinda', 10, 20, 30],
  ['Stall', 1, 'hour', 'Hand-made', 'Nova', 1, 2, 3],
  ['Annex #1', 500, 'week', '', 'kinda', 1, 1, 1],
];
const IN_ORDER = ['Annex #1', 'Shop #1', 'Shop #2', 'Shop #10', 'Stall'];

beforeAll(async () => {
  world = await testWorld();
  call = caller(world);
  [ann, bob, dan] = await Promise.all([person(world, 'Ann Able'), person(world, 'Bob Best'), person(world, 'Dan Dole')]);
  await call('lease.createLocation', [ann.login], '', 'Shops');
  await call('lease.createLocation', [ann.login], '', 'Annexes');
  for (const [name, rate, period, model, region, ...position] of UNITS) {
    await call('lease.createUnit', [ann.login], '', 'Shops', name, rate, period, model, region, ...position);
  }
  await call('lease.createUnit', [ann.login], '', 'Annexes', 'Room', 7, 'week', '', 'Kinda');
  shops = (await world.lease.locations.get(ann.akey, 'Shops')).id;
  await letTo(world, { location: shops, name: 'Shop #10' }, bob.akey, 5 * HOUR);
  await letTo(world, { location: shops, name: 'Stall' }, bob.akey, -2 * HOUR);
});
afterEach(() => world.check());
afterAll(() => world.close());

const asAnn = (method: string, ...params: unknown[]) => call(`lease.${method}`, [ann.login], ann.akey, ...params);

describe('statistics', () => {
  it('count what is leased and vacant, and what of it is overdue', async () => {
    expect(await asAnn('stats')).toEqual([6, 2, 4, 1]);
    expect(await asAnn('locationStats', 'shops')).toEqual([5, 2, 3, 1]);
    expect(await asAnn('locationStats', 'Annexes')).toEqual([1, 0, 1, 0]);
    expect(await asAnn('regionStats', 'KINDA')).toEqual([4, 1, 3, 0]);
    expect(await asAnn('regionStats', 'Nova')).toEqual([1, 1, 0, 1]);
    expect(await asAnn('regionStats', 'Atlantis')).toEqual([0, 0, 0, 0]);
    expect(await call('lease.stats', [bob.login], '')).toEqual([0, 0, 0, 0]);
  });

  it('know no location that is not there', async () => {
    expect(await faultOf(asAnn('locationStats', 'Shop'))).toBe(`lease.unknown_location: ${ann.akey} has no location called "Shop"`);
  });
});

describe('names', () => {
  it('of locations and units are listed in their order', async () => {
    expect(await asAnn('locationNames')).toEqual(['Annexes', 'Shops']);
    expect(await asAnn('unitNamesAtLocation', 'Shops')).toEqual(IN_ORDER);
    expect(await asAnn('unitNamesAtLocation', 'Shops', 0, -1, 'std')).toEqual(IN_ORDER);
    expect(await asAnn('unitNamesAtLocation', 'Shops', 0, -1, 'compact')).toBe(IN_ORDER.join(','));
    expect(await asAnn('unitNamesAtLocation', 'Shops', 1, 2)).toEqual(IN_ORDER.slice(1, 3));
    expect(await asAnn('unitNamesAtLocation', 'Shops', 'compact')).toBe(IN_ORDER.join(','));
    expect(await asAnn('unitNamesAtLocation', 'Shops', '4', '9', 'compact')).toBe('Stall');
    expect([await asAnn('unitNamesAtLocation', 'Shops', 5), await asAnn('unitNamesAtLocation', 'Shops', 5, -1, 'compact')]).toEqual([
      [],
      '',
    ]);
    expect(await call('lease.locationNames', [bob.login], bob.name)).toEqual([]);
  });
});

describe('details of units', () => {
  /** Seconds pass while the test runs. */
  const near = (secs: number) => expect.toSatisfy((value: number) => value <= secs && value > secs - 600);
  const details = () => [
    ['Annex #1', '', 'kinda/1/1/1', 0, '', '', 500, 0],
    ['Shop #1', 'Auto 2.3', 'Kinda/10/20/30', 0, '', '', 500, 0],
    ['Shop #2', '', '', 0, '', '', 4, 0],
    ['Shop #10', 'Auto 2.3', 'Kinda/128/64/22', 1, bob.akey, 'Bob Best', 700, near(5 * HOUR)],
    ['Stall', 'Hand-made', 'Nova/1/2/3', 1, bob.akey, 'Bob Best', 168, near(-2 * HOUR)],
  ];

  it('are eight for each unit, of all or of a page', async () => {
    expect(await asAnn('unitDetailsAtLocation', 'Shops')).toEqual(details());
    expect(await asAnn('unitDetailsAtLocation', 'SHOPS', 1, 3, 'std')).toEqual(details().slice(1, 4));
    expect(await asAnn('unitDetailsAtLocation', 'Shops', 3)).toEqual(details().slice(3));
    expect(await asAnn('unitDetailsAtLocation', 'Shops', 0, 0)).toEqual([]);
    expect(await asAnn('unitDetailsAtLocation', 'Shops', 9, 9)).toEqual([]);
  });

  it('are one flat line in the compact form', async () => {
    const line = (await asAnn('unitDetailsAtLocation', 'Shops', 1, 2, 'compact')) as string;
    expect(line).toBe('Shop #1,Auto 2.3,Kinda/10/20/30,0,,,500,0,Shop #2,,,0,,,4,0');
    const leased = (await asAnn('unitDetailsAtLocation', 'Shops', 'compact', 3)) as string;
    expect(leased).toMatch(
      new RegExp(
        `^Shop #10,Auto 2\\.3,Kinda/128/64/22,1,${bob.akey},Bob Best,700,1[78]\\d{3},Stall,Hand-made,Nova/1/2/3,1,${bob.akey},Bob Best,168,-72\\d\\d$`,
      ),
    );
    expect(await asAnn('unitDetailsAtLocation', 'Annexes', 1, -1, 'compact')).toBe('');
  });

  it('are those of one unit by its name, in any case, or by its number', async () => {
    expect(await asAnn('unitDetailsByName', 'Shops', 'shop #10')).toEqual(details()[3]);
    expect(await asAnn('unitDetailsByName', 'Shops', 'Shop #1', 'compact')).toBe('Shop #1,Auto 2.3,Kinda/10/20/30,0,,,500,0');
    expect(await asAnn('unitDetailsByName', 'Shops', 'Shop #1', '')).toEqual(details()[1]);
    expect(await asAnn('unitDetailsByNumber', 'Shops', '10')).toEqual(details()[3]);
    expect(await asAnn('unitDetailsByNumber', 'Shops', 2, 'compact')).toBe('Shop #2,,,0,,,4,0');
    // Two have the number 1: the first in name order.
    expect(await asAnn('unitDetailsByNumber', 'Shops', 1, 'STD')).toEqual(details()[0]);
  });

  it('are refused for what is not there, and for formats that are none', async () => {
    expect(await faultOf(asAnn('unitDetailsByName', 'Shops', 'Shop #3'))).toBe('lease.unknown_unit: "Shops" has no unit called "Shop #3"');
    expect(await faultOf(asAnn('unitDetailsByNumber', 'Shops', 3))).toBe('lease.unknown_unit: "Shops" has no unit with the number 3');
    expect(await faultOf(asAnn('unitDetailsByName', 'Shops', 'Room'))).toMatch(/^lease\.unknown_unit/);
    expect(await faultOf(asAnn('unitDetailsByName', 'Shop', 'Room'))).toMatch(/^lease\.unknown_location/);
    expect(await faultOf(asAnn('unitDetailsAtLocation', 'Shops', 0, 1, 'csv'))).toMatch(/^invalid_params: format is "csv"/);
    expect(await faultOf(asAnn('unitDetailsByName', 'Shops', 'Stall', 'csv'))).toMatch(/^invalid_params: format is "csv"/);
    expect(await faultOf(asAnn('unitDetailsAtLocation', 'Shops', -1, 2))).toMatch(/^invalid_params: offset is -1/);
    expect(await faultOf(asAnn('unitDetailsByNumber', 'Shops', 'one'))).toMatch(/^invalid_params: unit_number is "one"/);
  });
});

describe('lease.logs', () => {
  beforeAll(async () => {
    const entry = (type: string, at: string, amount: bigint, secs: number) =>
      world.database.pool.query(
        `INSERT INTO lease_log (id, location_id, at, type, unit_name, akey, actor, amount, duration_secs, detail)
         VALUES ($1, $2, $3, $4, 'Shop #1', $5, $5, $6, $7, '')`,
        [newId(), shops, at, type, bob.akey, amount, secs],
      );
    await entry('new', '2006-10-23T03:08:00.250Z', 500n, 604_800);
    await entry('extend', '2006-10-23T03:08:01.999Z', 3_000_000_000n, 86_400);
    await entry('terminated', '2006-10-24T00:00:00Z', 120n, 0);
    await entry('expire', '2006-10-25T00:00:00Z', 0n, 0);
  });
  const logs = (count: unknown, ...rest: unknown[]) => call('lease.logs', [ann.login], count, ann.akey, 'shops', ...rest);
  const line = (time: string, type: string, amount: number, secs: number) => [
    ...[time, type, ann.akey, 'Shop #1', 'Shops', bob.akey, 'Bob Best'],
    ...[amount, secs],
  ];
  const documented = () => [
    line('2006-10-25 00:00:00Z', 'expire', 0, 0),
    line('2006-10-24 00:00:00Z', 'terminated', 120, 0),
    line('2006-10-23 03:08:01Z', 'extend', 2_147_483_647, 86_400),
    line('2006-10-23 03:08:00Z', 'new', 500, 604_800),
  ];

  it('lists nine members for each entry, newest first, in UTC', async () => {
    const all = (await logs(100)) as unknown[][];
    expect(all.slice(-4)).toEqual(documented());
    expect(all[0]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
      'unit',
      ann.akey,
      'Annex #1',
      'Shops',
      '',
      '',
      0,
      0,
    ]);
    expect(await logs(2)).toEqual(all.slice(0, 2));
    expect(await logs(0)).toEqual([]);
    expect(await logs('1000')).toEqual(all);
  });

  it('keeps to a range of whole seconds, both ends included', async () => {
    expect(await logs(100, '', '2006-10-26 00:00:00Z')).toEqual(documented());
    expect(await logs(100, '2006-10-23 03:08:01Z', '2006-10-24T00:00:00')).toEqual(documented().slice(1, 3));
    expect(await logs(100, '2006-10-23 03:08:00Z', '2006-10-23 03:08:00Z')).toEqual(documented().slice(3));
    expect(await logs(1, '', '20061024T00:00:00')).toEqual(documented().slice(1, 2));
    expect(await faultOf(logs(1, 'yesterday'))).toMatch(/^invalid_params: from_time is "yesterday"/);
    expect(await faultOf(logs(-1))).toMatch(/^invalid_params: count_limit is -1/);
  });

  it('takes the three parameters of the document where the capability comes beside them', async () => {
    const bare = async (...params: unknown[]) => toJson(await world.rpc.invoke(testCall(ann.login), 'lease.logs', params));
    expect(await bare(2, ann.akey, 'Shops')).toEqual(await logs(2));
    expect(await bare('2', '', 'Shops')).toEqual(await logs(2));
    expect(await bare(9, ann.akey, 'Shops', '', '2006-10-23 03:08:00Z')).toEqual(documented().slice(3));
  });

  it('is not for everybody', async () => {
    expect(await faultOf(call('lease.logs', [dan.login], 1, ann.akey, 'Shops'))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('lease.logs', [], 1, ann.akey, 'Shops'))).toMatch(/^auth\.capability_required/);
  });
});

describe('a location of a thousand units', () => {
  it('is told in one page, or in many', async () => {
    await call('lease.createLocation', [ann.login], '', 'Mall');
    const { id } = await world.lease.locations.get(ann.akey, 'Mall');
    await world.database.pool.query(
      `INSERT INTO lease_unit (id, location_id, owner, name, name_key, sort_key, number, model, region, region_key, x, y, z, rate, period_secs)
       SELECT gen_random_uuid(), $1, $2, 'Unit #' || n, 'unit #' || n, 'unit #' || lpad(n::text, 12, '0'), n, '', '', '', 0, 0, 0, n, 604800
       FROM generate_series(1, 1000) AS n`,
      [id, ann.akey],
    );
    const whole = (await asAnn('unitDetailsAtLocation', 'Mall')) as unknown[][];
    expect(whole.map(([name]) => name)).toEqual(Array.from({ length: 1_000 }, (_, i) => `Unit #${i + 1}`));
    const pages: unknown[][] = [];
    for (let offset = 0; ; offset += 300) {
      const page = (await asAnn('unitDetailsAtLocation', 'Mall', offset, 300)) as unknown[][];
      if (page.length === 0) break;
      pages.push(...page);
    }
    expect(pages).toEqual(whole);
  });
});
