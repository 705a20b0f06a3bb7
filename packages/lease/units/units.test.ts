import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { waitingForLock } from '../../../test/testkit/locks.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import type { Unit } from '../model.ts';
import { caller, letTo, type Person, person, vacate } from '../testkit.ts';
import { UnitStore } from './store.ts';
import { MAX_UNITS } from './units.ts';

let world: World;
/** Another server process on the same database. */
let elsewhere: World;
let call: ReturnType<typeof caller>;
let ann: Person;
let bob: Person;

beforeAll(async () => {
  world = await testWorld();
  elsewhere = await testWorld(world);
  call = caller(world);
  [ann, bob] = await Promise.all([person(world, 'Ann Able'), person(world, 'Bob Best')]);
  await asAnn('createLocation', 'Shops');
});
afterEach(() => world.check());
afterAll(async () => {
  await elsewhere.close();
  await world.close();
});

const asAnn = (method: string, ...params: unknown[]) => call(`lease.${method}`, [ann.login], '', ...params);
const unitOf = async (name: string): Promise<Unit> => (await world.lease.units.get(ann.akey, 'Shops', name)).unit;
const entries = async (count: number) => {
  const { entries } = (await asAnn('history', 'Shops', '', count)) as { entries: { type: string; unit_name: string; detail: string }[] };
  return entries.map(({ type, unit_name, detail }) => [type, unit_name, detail]);
};

describe('lease.createUnit', () => {
  it('takes all that there is to say, or the name and the price alone', async () => {
    expect(await asAnn('createUnit', 'shops', ' Shop  #1 ', '100')).toBe('Shop #1');
    expect(await unitOf('shop #1')).toMatchObject({ number: 1, model: '', region: '', x: 0, rate: 100n, periodSecs: 604_800, lease: null });
    await asAnn('createUnit', 'Shops', 'Shop #2', 5, 'hour', 'Auto 2.3', 'Kinda', '128.500000', 64.9, 0);
    expect(await unitOf('Shop #2')).toMatchObject({ model: 'Auto 2.3', region: 'Kinda', x: 128, y: 64, z: 0, rate: 5n, periodSecs: 3_600 });
    expect((await unitOf('Shop #2')).announcedAt).toBeNull();
    expect(await entries(1)).toEqual([['unit', 'Shop #2', 'created for 5 for each hour']]);
  });

  it.each([
    ['a name that is none', ['a,b', 1], /^lease\.invalid_name: "a,b" can not be a unit's name/],
    ['a region that is none', ['X', 1, 'week', '', 'a/b'], /^lease\.invalid_name: "a\/b" can not be a region: it holds a slash/],
    ['a model that is none', ['X', 1, 'week', 'a,b'], /^lease\.invalid_name: "a,b" can not be a model/],
    ['a name that is taken', ['SHOP #1', 1], /^lease\.unit_exists: "Shops" has another unit called "SHOP #1"/],
    ['too high a price', ['X', 2_147_483_647, 'day'], /^lease\.rate_too_high: 2147483647 for each day comes to 15032385529 a week/],
    ['no price', ['X', 0], /^invalid_params: rate is 0/],
    ['a period that is none', ['X', 1, 'year'], /^invalid_params: period is "year"; one of hour, day, week, month/],
    ['a place outside of every region', ['X', 1, 'week', '', '', -1], /^invalid_params: x is -1; 0 to 65535 metres/],
  ])('is refused with %s', async (_what, params, fault) => {
    expect(await faultOf(asAnn('createUnit', 'Shops', ...params))).toMatch(fault);
  });

  it('creates one where two ask for the same name at once', async () => {
    const outcomes = await Promise.all(
      [world, elsewhere, world].map((at) => faultOf(caller(at)('lease.createUnit', [ann.login], '', 'Shops', 'Once', 1))),
    );
    expect(outcomes.filter((fault) => fault.startsWith('lease.unit_exists'))).toHaveLength(2);
  });

  it('has a bound on how many there are', async () => {
    await asAnn('createLocation', 'Full');
    const { id } = await world.lease.locations.get(ann.akey, 'Full');
    await world.database.pool.query(
      `INSERT INTO lease_unit (id, location_id, owner, name, name_key, sort_key, model, region, region_key, x, y, z, rate, period_secs)
       SELECT gen_random_uuid(), $1, $2, 'u' || n, 'u' || n, 'u' || n, '', '', '', 0, 0, 0, 1, 3600 FROM generate_series(1, $3::int) AS n`,
      [id, ann.akey, MAX_UNITS - 1],
    );
    const outcomes = await Promise.all(['a', 'b'].map((name) => faultOf(asAnn('createUnit', 'Full', name, 1))));
    expect(outcomes.filter((fault) => fault.startsWith('lease.too_many_units: "Full" has 10000 units'))).toHaveLength(1);
    expect(await faultOf(asAnn('announceUnit', 'Full', 'c', '', '', 0, 0, 0, 1))).toMatch(/^lease\.too_many_units/);
    await asAnn('removeUnit', 'Full', 'u1');
    expect(await asAnn('announceUnit', 'Full', 'c', '', '', 0, 0, 0, 1)).toBe('added');
  });
});

describe('lease.updateUnit', () => {
  beforeAll(() => asAnn('createUnit', 'Shops', 'Kiosk', 100, 'week', 'Old', 'Kinda', 1, 2, 3));

  it('changes what is given; a new price is a new revision', async () => {
    expect(await asAnn('updateUnit', 'Shops', 'kiosk', { name: 'Kiosk #7', model: '', x: 9 })).toBe('Kiosk #7');
    expect(await unitOf('Kiosk #7')).toMatchObject({ number: 7, model: '', region: 'Kinda', x: 9, y: 2, rate: 100n, revision: 0 });
    await asAnn('updateUnit', 'Shops', 'Kiosk #7', { rate: 20, period: 'day' });
    expect(await unitOf('Kiosk #7')).toMatchObject({ rate: 20n, periodSecs: 86_400, revision: 1 });
    await asAnn('updateUnit', 'Shops', 'Kiosk #7', { rate: 25, region: 'Nova' });
    expect(await unitOf('Kiosk #7')).toMatchObject({ rate: 25n, periodSecs: 86_400, region: 'Nova', revision: 2 });
    expect((await entries(4)).toSorted()).toEqual(
      [
        ['unit', 'Kiosk #7', 'name Kiosk -> Kiosk #7; model Old -> none; position Kinda/1/2/3 -> Kinda/9/2/3'],
        ['price', 'Kiosk #7', '100 for each week -> 20 for each day'],
        ['unit', 'Kiosk #7', 'position Kinda/9/2/3 -> Nova/9/2/3'],
        ['price', 'Kiosk #7', '20 for each day -> 25 for each day'],
      ].toSorted(),
    );
    expect(await asAnn('unitDetailsByNumber', 'Shops', 7, 'compact')).toBe('Kiosk #7,,Nova/9/2/3,0,,,175,0');
    expect(await asAnn('regionStats', 'nova')).toEqual([1, 0, 1, 0]);
  });

  it('writes nothing where nothing changes', async () => {
    const before = [await unitOf('Kiosk #7'), await entries(1)];
    expect(await asAnn('updateUnit', 'Shops', 'KIOSK #7', {})).toBe('Kiosk #7');
    await asAnn('updateUnit', 'Shops', 'Kiosk #7', { rate: 25, x: 9.75 });
    expect([await unitOf('Kiosk #7'), await entries(1)]).toEqual(before);
  });

  it('is refused for names that are taken or none, and for what is not there', async () => {
    expect(await faultOf(asAnn('updateUnit', 'Shops', 'Kiosk #7', { name: 'shop #1' }))).toMatch(/^lease\.unit_exists/);
    expect(await faultOf(asAnn('updateUnit', 'Shops', 'Kiosk #7', { name: '' }))).toMatch(/^lease\.invalid_name/);
    expect(await faultOf(asAnn('updateUnit', 'Shops', 'Kiosk #7', { period: 'hour', rate: 2_000_000_000 }))).toMatch(
      /^lease\.rate_too_high/,
    );
    expect(await faultOf(asAnn('updateUnit', 'Shops', 'Kiosk', { x: 1 }))).toMatch(/^lease\.unknown_unit/);
    expect(await asAnn('updateUnit', 'Shops', 'Kiosk #7', { name: 'KIOSK #7' })).toBe('KIOSK #7');
  });

  it('leaves a lease as it is', async () => {
    const { locationId: location } = await unitOf('Shop #1');
    await letTo(world, { location, name: 'Shop #1' }, bob.akey, 9_000);
    const { lease } = await unitOf('Shop #1');
    await asAnn('updateUnit', 'Shops', 'Shop #1', { name: 'Shop #11', rate: 900 });
    expect((await unitOf('Shop #11')).lease).toEqual(lease);
    expect(await faultOf(asAnn('removeUnit', 'Shops', 'Shop #11'))).toBe(
      `lease.unit_leased: "Shop #11" is leased by ${bob.akey}; the lease must end first`,
    );
    await vacate(world, { location, name: 'Shop #11' });
  });
});

describe('lease.removeUnit', () => {
  it('removes a unit, whose name is free again', async () => {
    expect(await asAnn('removeUnit', 'Shops', 'shop #11')).toBe(1);
    expect(await entries(1)).toEqual([['unit', 'Shop #11', 'removed']]);
    expect(await faultOf(asAnn('removeUnit', 'Shops', 'Shop #11'))).toMatch(/^lease\.unknown_unit/);
    expect(await asAnn('unitNamesAtLocation', 'Shops', 'compact')).not.toContain('#11');
    await asAnn('createUnit', 'Shops', 'Shop #11', 3);
    expect(await unitOf('Shop #11')).toMatchObject({ rate: 3n, revision: 0 });
  });
});

describe('lease.announceUnit', () => {
  const announce = (name: string, ...rest: unknown[]) => asAnn('announceUnit', 'Shops', name, ...rest);

  it('creates a unit, and then tells where it is, but never what it costs', async () => {
    expect(await announce('Booth #1', 'Auto 2.3', 'Kinda', 1, 2, 3, 100, 'day')).toBe('added');
    expect(await entries(1)).toEqual([['unit', 'Booth #1', 'created for 100 for each day, by its object']]);
    const first = (await unitOf('Booth #1')).announcedAt;
    expect(first).toBeInstanceOf(Date);
    expect(await announce('BOOTH #1', 'Auto 2.4', 'Nova', 4, 5, 6, 7, 'hour')).toBe('updated');
    const moved = await unitOf('Booth #1');
    expect(moved).toMatchObject({ name: 'Booth #1', model: 'Auto 2.4', region: 'Nova', x: 4, rate: 100n, periodSecs: 86_400, revision: 0 });
    expect(moved.announcedAt?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
    expect(await entries(1)).toEqual([['unit', 'Booth #1', 'model Auto 2.3 -> Auto 2.4; position Kinda/1/2/3 -> Nova/4/5/6']]);
  });

  it('fills no history by telling the same again', async () => {
    const before = await entries(3);
    for (let i = 0; i < 3; i++) expect(await announce('Booth #1', 'Auto 2.4', 'Nova', 4, 5, 6, 1)).toBe('updated');
    expect(await entries(3)).toEqual(before);
  });

  it('creates one unit where many objects of one name begin at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        caller(i % 2 ? world : elsewhere)('lease.announceUnit', [ann.login], '', 'Shops', 'Twin', '', 'Kinda', i, 0, 0, 1),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'updated')).toHaveLength(7);
  });

  it('is refused as a creation is', async () => {
    expect(await faultOf(announce('a,b', '', '', 0, 0, 0, 1))).toMatch(/^lease\.invalid_name/);
    expect(await faultOf(announce('Booth #2', '', '', 0, 0, 0, 2_147_483_647, 'hour'))).toMatch(/^lease\.rate_too_high/);
    expect(await faultOf(asAnn('announceUnit', 'Nowhere', 'Booth', '', '', 0, 0, 0, 1))).toMatch(/^lease\.unknown_location/);
  });
});

describe('a lock', () => {
  it('reads the clock after it has waited', async () => {
    const { id } = await unitOf('Twin');
    let second: Promise<Date | undefined> | undefined;
    let released = new Date(0);
    await world.database.transaction(async (client) => {
      await new UnitStore(world.database).lock(client, id, []);
      second = elsewhere.database.transaction(async (other) => (await new UnitStore(elsewhere.database).lock(other, id, []))?.now);
      await waitingForLock(world.database);
      released = (await client.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]?.now ?? released;
    });
    expect((await second)?.getTime()).toBeGreaterThanOrEqual(released.getTime());
  });

  it('finds no unit that was removed', async () => {
    const { id } = await unitOf('Twin');
    await asAnn('removeUnit', 'Shops', 'Twin');
    expect(await world.database.transaction((client) => new UnitStore(world.database).lock(client, id, []))).toBeUndefined();
  });
});
