import { newId, type Uuid } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { waitingForLock } from '../../../test/testkit/locks.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { nextReminder } from '../leasing/rules.ts';
import type { Unit } from '../model.ts';
import { caller, letTo, type Person, person, vacate } from '../testkit.ts';
import { UnitStore } from '../units/store.ts';
import { MAX_LOCATIONS } from './locations.ts';

let world: World;
/** Another server process on the same database. */
let elsewhere: World;
let call: ReturnType<typeof caller>;
let ann: Person;
let bob: Person;

const HOUR = 3_600;
const DAY = 86_400;
const DEFAULTS = {
  income_group: '',
  manager_group: '',
  tenant_group: '',
  min_secs: HOUR,
  max_secs: 365 * DAY,
  overdue_secs: 3 * DAY,
  grace_secs: DAY,
  refund_percent: 100,
  reminders: [3 * DAY, DAY],
  discounts: [],
};

beforeAll(async () => {
  world = await testWorld();
  elsewhere = await testWorld(world);
  call = caller(world);
  [ann, bob] = await Promise.all([person(world, 'Ann Able'), person(world, 'Bob Best')]);
});
afterEach(() => world.check());
afterAll(async () => {
  await elsewhere.close();
  await world.close();
});

const asAnn = (method: string, ...params: unknown[]) => call(`lease.${method}`, [ann.login], '', ...params);
const details = (name: string) => asAnn('locationDetails', name);
async function newUnit(location: string, name = 'Unit #1', rate = 100): Promise<{ location: Uuid; name: string }> {
  await asAnn('createUnit', location, name, rate);
  return { location: (await world.lease.locations.get(ann.akey, location)).id, name };
}
const unitAt = async (location: string, name = 'Unit #1'): Promise<Unit> => (await world.lease.units.get(ann.akey, location, name)).unit;
const lastEntry = async (location: string) =>
  ((await asAnn('history', location, '', 1)) as { entries: Record<string, unknown>[] }).entries[0];

describe('a new location', () => {
  it('has the settings of new locations, but for those that are given', async () => {
    expect(await asAnn('createLocation', ' First   Place ')).toBe('First Place');
    expect(await details('first place')).toEqual({ location_name: 'First Place', owner_akey: ann.akey, ...DEFAULTS });
    const settings = { min_secs: '60', overdue_secs: 0, reminders: [60, DAY, 60], discounts: [{ secs: DAY, percent: 10 }] };
    await asAnn('createLocation', 'Second', settings);
    expect(await details('Second')).toMatchObject({ ...DEFAULTS, ...settings, min_secs: 60, reminders: [DAY, 60] });
    expect(await lastEntry('Second')).toMatchObject({ type: 'location', actor_akey: ann.akey, detail: 'created as Second', amount: 0 });
  });

  it.each([
    ['a name that is none', ['a#b'], /^lease\.invalid_name: "a#b" can not be a location's name/],
    ['a name that is taken', ['FIRST place'], /^lease\.location_exists: \S+ has another location called "FIRST place"/],
    ['terms that contradict each other', ['X', { min_secs: 10, max_secs: 5 }], /^lease\.invalid_terms: min_secs is 10/],
    ['a group that is not there', ['X', { income_group: 'Nobodies' }], /^general\.unknown_group/],
    ['a setting that is none', ['X', { color: 'red' }], /^invalid_params: settings has a member "color"/],
    ['a percentage that is none', ['X', { refund_percent: 101 }], /^invalid_params: settings.refund_percent is 101/],
    ['a discount that is none', ['X', { discounts: [{ secs: 5 }] }], /^invalid_params: settings.discounts\[0\] lacks the member percent/],
    ['too many reminders', ['X', { reminders: Array(11).fill(1) }], /^invalid_params: settings.reminders has 11 elements/],
  ])('is refused with %s', async (_what, params, fault) => {
    expect(await faultOf(asAnn('createLocation', ...params))).toMatch(fault);
  });

  it("is refused with somebody else's group", async () => {
    const gkey = await call('general.createGroup', [bob.login], 'Bobs');
    expect(await faultOf(asAnn('createLocation', 'X', { income_group: gkey }))).toMatch(/^general\.unknown_group/);
  });

  it('is one of at most a hundred, whoever creates some at the same time', async () => {
    const owner = newId();
    const servers = [world, elsewhere];
    const outcomes = await Promise.all(
      Array.from({ length: MAX_LOCATIONS + 5 }, (_, i) =>
        faultOf((servers[i % 2] as World).lease.locations.create(owner, owner, `Place ${i}`, {})),
      ),
    );
    expect(outcomes.filter((fault) => fault.startsWith('lease.too_many_locations'))).toHaveLength(5);
    expect(await world.lease.listings.locationNames(owner)).toHaveLength(MAX_LOCATIONS);
  });

  it('is created once where two ask for the same name', async () => {
    const owner = newId();
    const outcomes = await Promise.all([world, elsewhere].map((at) => faultOf(at.lease.locations.create(owner, owner, 'Same', {}))));
    expect(outcomes.filter((fault) => fault.startsWith('lease.location_exists'))).toHaveLength(1);
  });
});

describe('lease.updateLocation', () => {
  it('changes what is given, tells what in the history, and raises the revision of the units', async () => {
    await asAnn('createLocation', 'Mall');
    await newUnit('Mall');
    const gkey = await call('general.createGroup', [ann.login], 'Sharers');
    expect(await faultOf(asAnn('updateLocation', 'Mall', { income_group: 'sharers' }))).toMatch(/^lease\.invalid_terms: .*refund_percent/);
    const settings = { income_group: 'sharers', refund_percent: 100, min_secs: 7_200, discounts: [{ secs: DAY, percent: 5 }] };
    expect(await asAnn('updateLocation', 'Mall', settings)).toBe('Mall');
    expect(await details('Mall')).toMatchObject({ ...DEFAULTS, ...settings, income_group: gkey });
    expect((await lastEntry('Mall'))?.['detail']).toBe(
      `income_group none -> ${gkey}; min_secs 3600 -> 7200; discounts none -> 5% from 86400`,
    );
    expect((await unitAt('Mall')).revision).toBe(1);
    // Who has said it once need not repeat it.
    await asAnn('updateLocation', 'Mall', { income_group: gkey, grace_secs: 86_400 });
    await asAnn('updateLocation', 'Mall', { income_group: '' });
    expect(await details('Mall')).toMatchObject({ income_group: '', min_secs: 7_200 });
    expect((await unitAt('Mall')).revision).toBe(2);
  });

  it('writes nothing where nothing changes, and agrees on nothing new where only a name does', async () => {
    await asAnn('createLocation', 'Quiet');
    await newUnit('Quiet');
    const before = await lastEntry('Quiet');
    await asAnn('updateLocation', 'Quiet', { min_secs: HOUR, reminders: [DAY, 3 * DAY] });
    expect(await lastEntry('Quiet')).toEqual(before);
    expect(await asAnn('updateLocation', 'Quiet', {}, 'Loud')).toBe('Loud');
    expect((await unitAt('Loud')).revision).toBe(0);
    expect(await asAnn('updateLocation', 'Loud', {}, 'LOUD')).toBe('LOUD');
    expect(await faultOf(asAnn('updateLocation', 'LOUD', {}, 'mall'))).toMatch(/^lease\.location_exists/);
    expect(await faultOf(asAnn('updateLocation', 'LOUD', {}, 'a,b'))).toMatch(/^lease\.invalid_name/);
    expect(await faultOf(asAnn('updateLocation', 'Quiet', {}))).toMatch(/^lease\.unknown_location/);
    expect(await faultOf(asAnn('updateLocation', 'LOUD', { grace_secs: 366 * DAY }))).toMatch(/^lease\.invalid_terms/);
    expect(await faultOf(asAnn('updateLocation', 'LOUD', { tenant_group: newId() }))).toMatch(/^general\.unknown_group/);
  });

  it('moves the end of leases, and the reminders that are still to come, as leasing would', async () => {
    await asAnn('createLocation', 'Homes');
    for (const [name, left] of Object.entries({ far: 30 * DAY, near: DAY / 2, over: -HOUR })) {
      await letTo(world, await newUnit('Homes', name), bob.akey, left);
    }
    await newUnit('Homes', 'vacant');
    for (const settings of [{ overdue_secs: 2 * DAY, reminders: [5 * DAY, HOUR] }, { reminders: [60 * DAY] }, { overdue_secs: 0 }]) {
      await asAnn('updateLocation', 'Homes', settings);
      const { overdueSecs, reminders } = await world.lease.locations.get(ann.akey, 'Homes');
      for (const name of ['far', 'near', 'over']) {
        const { lease } = await unitAt('Homes', name);
        if (!lease) throw new Error('it was let');
        expect(lease.endsAt.getTime() - lease.paidUntil.getTime()).toBe(overdueSecs * 1_000);
        expect(lease.remindAt).toEqual(nextReminder(lease, reminders, new Date()));
      }
      expect((await unitAt('Homes', 'vacant')).lease).toBeNull();
    }
  });

  it('leaves a reminder that is due and was not sent yet', async () => {
    await asAnn('createLocation', 'Late');
    const unit = await newUnit('Late');
    await letTo(world, unit, bob.akey, 10 * DAY);
    await world.database.pool.query(`UPDATE lease_unit SET remind_at = '2020-01-01Z' WHERE location_id = $1`, [unit.location]);
    await asAnn('updateLocation', 'Late', { reminders: [DAY] });
    expect((await unitAt('Late')).lease?.remindAt).toEqual(new Date('2020-01-01Z'));
  });
});

describe('a group that a location has', () => {
  it('leaves the income to the owner when it is dissolved, in the same step', async () => {
    const gkey = (await call('general.createGroup', [ann.login], 'Earners')) as Uuid;
    expect(await faultOf(asAnn('createLocation', 'Shared', { income_group: gkey }))).toMatch(/^lease\.invalid_terms: .*refund_percent/);
    await asAnn('createLocation', 'Shared', { income_group: gkey, refund_percent: 0 });
    await newUnit('Shared');
    await call('general.dissolveGroup', [ann.login], '', '', gkey);
    expect(await details('Shared')).toMatchObject({ income_group: '' });
    expect((await unitAt('Shared')).revision).toBe(1);
    expect(await lastEntry('Shared')).toMatchObject({
      type: 'location',
      actor_akey: '',
      detail: `income_group ${gkey} -> none, since the group was dissolved`,
    });
  });

  it('stays the tenant group, so that a closed location does not open by itself', async () => {
    const gkey = (await call('general.createGroup', [ann.login], 'Tenants')) as Uuid;
    await asAnn('createLocation', 'Closed', { tenant_group: gkey });
    await call('general.addToGroup', [ann.login], '', '', gkey, bob.akey);
    const admission = async () => world.lease.access.admission(await world.lease.locations.get(ann.akey, 'Closed'), bob.akey);
    expect(await admission()).toBe('admitted');
    await call('general.dissolveGroup', [ann.login], '', '', gkey);
    expect(await admission()).toBe('not_listed');
  });

  it('is dissolved before or after it is named, and never in between', async () => {
    for (let round = 0; round < 10; round++) {
      const gkey = (await call('general.createGroup', [ann.login], `Round ${round}`)) as Uuid;
      await asAnn('createLocation', `Round ${round}`);
      const outcomes = await Promise.all([
        faultOf(asAnn('updateLocation', `Round ${round}`, { income_group: gkey, refund_percent: 0 })),
        faultOf(caller(elsewhere)('general.dissolveGroup', [ann.login], '', '', gkey)),
      ]);
      expect(outcomes[1]).toBe('no fault');
      expect(await details(`Round ${round}`)).toMatchObject({ income_group: '' });
    }
  });
});

describe('lease.removeLocation', () => {
  it('waits for the last lease to end, and frees the name', async () => {
    await asAnn('createLocation', 'Old');
    const unit = await newUnit('Old');
    await newUnit('Old', 'Unit #2');
    await asAnn('setManager', 'Old', bob.akey, ['see']);
    await letTo(world, unit, bob.akey, -HOUR);
    expect(await faultOf(asAnn('removeLocation', 'Old'))).toBe(
      'lease.location_not_empty: "Old" has leased units, 1 of them; their leases must end first',
    );
    expect(await asAnn('unitNamesAtLocation', 'Old')).toEqual(['Unit #1', 'Unit #2']);
    await vacate(world, unit);
    expect(await asAnn('removeLocation', 'OLD')).toBe(1);
    expect(await faultOf(asAnn('removeLocation', 'Old'))).toMatch(/^lease\.unknown_location/);
    await asAnn('createLocation', 'Old');
    expect(await asAnn('locationStats', 'Old')).toEqual([0, 0, 0, 0]);
    expect(await asAnn('listManagers', 'Old')).toEqual([]);
    expect(await asAnn('locationDetails', 'Old')).toMatchObject(DEFAULTS);
  });

  it('waits for who is renting at that moment', async () => {
    await asAnn('createLocation', 'Race');
    const unit = await newUnit('Race');
    let removal: Promise<string> | undefined;
    await world.database.transaction(async (client) => {
      const { id } = await unitAt('Race');
      await new UnitStore(world.database).lock(client, id, []);
      removal = faultOf(caller(elsewhere)('lease.removeLocation', [ann.login], '', 'Race'));
      await waitingForLock(world.database);
      await client.query(
        `UPDATE lease_unit SET lease_id = $2, lessee = $3, leased_at = now(), paid_until = now(), ends_at = now() WHERE id = $1`,
        [id, newId(), bob.akey],
      );
    });
    expect(await removal).toMatch(/^lease\.location_not_empty/);
    await vacate(world, unit);
  });
});
