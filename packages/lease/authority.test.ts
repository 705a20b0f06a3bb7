import { createGuard, type Right as RightTo, right } from '@scrip/capability';
import { newId, type Uuid } from '@scrip/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../../test/testkit/call.ts';
import { faultOf } from '../../test/testkit/faults.ts';
import { testWorld, type World } from '../../test/testkit/world.ts';
import { type UnitAccess, unitAuthority } from './authority.ts';
import { MANAGER_RIGHTS, type ManagerRight } from './model.ts';
import { type Part, RIGHTS, type Scope } from './rights.ts';
import { caller, letTo, type Person, person } from './testkit.ts';

let world: World;
let guard: ReturnType<typeof createGuard>;
let call: ReturnType<typeof caller>;
/** Owns the locations. */
let ann: Person;
/** Have a lease.read and a lease.manage grant from the owner. */
let reader: Person;
let steward: Person;
/** An officer and a member of the manager group, and one who leases and one who may pay. */
let officer: Person;
let member: Person;
let lessee: Person;
let payer: Person;
let stranger: Person;
/** By the right that they have. */
const managers = {} as Record<ManagerRight, Person>;
let readGrant: string;
let manageGrant: string;
let shops: Uuid;

beforeAll(async () => {
  world = await testWorld();
  guard = createGuard(world.capabilities);
  call = caller(world);
  const named = ['Ann', 'Reader', 'Steward', 'Officer', 'Member', 'Lessee', 'Payer', 'Stranger'].map((name) => person(world, name));
  [ann, reader, steward, officer, member, lessee, payer, stranger] = (await Promise.all(named)) as [
    ...[Person, Person, Person, Person],
    ...[Person, Person, Person, Person],
  ];
  readGrant = (await call('lease.grantReadCapability', [ann.login], reader.akey, 3_600)) as string;
  manageGrant = (await call('lease.grantManageCapability', [ann.login], steward.akey, 3_600)) as string;
  const gkey = await call('general.createGroup', [ann.login], 'Staff');
  await call('general.addToGroup', [ann.login], '', '', gkey, officer.akey, '', -1, 1);
  await call('general.addToGroup', [ann.login], '', '', gkey, member.akey);
  await call('lease.createLocation', [ann.login], '', 'Shops', { manager_group: gkey });
  await call('lease.createLocation', [ann.login], '', 'Elsewhere');
  for (const right of MANAGER_RIGHTS) {
    managers[right] = await person(world, `Manager of ${right}`);
    await call('lease.setManager', [ann.login], '', 'Shops', managers[right].akey, [right]);
  }
  await call('lease.createUnit', [ann.login], '', 'Shops', 'Unit #1', 5);
  shops = (await world.lease.locations.get(ann.akey, 'Shops')).id;
  await letTo(world, { location: shops, name: 'Unit #1' }, lessee.akey, 9_000);
  await world.database.pool.query('UPDATE lease_unit SET payer = $1 WHERE location_id = $2', [payer.akey, shops]);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const capabilitiesOf = (who: Person) => [who.login, ...(who === reader ? [readGrant] : []), ...(who === steward ? [manageGrant] : [])];
const everybody = () => [ann, reader, steward, officer, member, lessee, payer, stranger, ...Object.values(managers)];
const mayAll = () => [ann, steward];

/** A call that needs a right, and changes nothing where it is made again and again. */
const PROBES = {
  see: ['locationStats'],
  units: ['updateUnit', 'Unit #1', { model: '' }],
  prices: ['updateUnit', 'Unit #1', { rate: 5 }],
  access: ['setAccess', 'Stranger', 'none'],
  settings: ['updateLocation', { min_secs: 3_600 }],
  own: ['setManager', 'Stranger', []],
} as const;

describe('at a location', () => {
  it.each([
    ['see', () => [...mayAll(), reader, officer, member, ...Object.values(managers)]],
    ['units', () => [...mayAll(), officer, managers.units]],
    ['prices', () => [...mayAll(), officer, managers.prices]],
    ['access', () => [...mayAll(), officer, managers.access]],
    ['settings', () => [...mayAll(), managers.settings]],
    ['own', () => mayAll()],
  ] as const)('%s is for those who have it, and nobody else', async (right, allowed) => {
    const [method, ...rest] = PROBES[right];
    for (const who of everybody()) {
      const outcome = await faultOf(call(`lease.${method}`, capabilitiesOf(who), ann.akey, 'Shops', ...rest));
      expect([who.name, outcome]).toEqual([who.name, expect.stringMatching(allowed().includes(who) ? /^no fault/ : /^auth\.forbidden/)]);
    }
  });

  it('only the owner says which group manages, whoever may change the settings', async () => {
    const set = (who: Person) => faultOf(call('lease.updateLocation', capabilitiesOf(who), ann.akey, 'Shops', { manager_group: 'Staff' }));
    expect(await set(managers.settings)).toMatch(/^auth\.forbidden/);
    expect(await set(steward)).toMatch(/^no fault/);
  });

  it('prices and the rest of a unit are two rights', async () => {
    const both = { rate: 5, model: '' };
    const update = (who: Person) => faultOf(call('lease.updateUnit', capabilitiesOf(who), ann.akey, 'Shops', 'Unit #1', both));
    expect([await update(managers.units), await update(managers.prices)].map((fault) => fault.split(':')[0])).toEqual([
      'auth.forbidden',
      'auth.forbidden',
    ]);
    expect(await update(officer)).toMatch(/^no fault/);
  });

  it('managers have nothing of other locations, and nothing of all of them', async () => {
    for (const who of [officer, member, ...Object.values(managers)]) {
      expect(await faultOf(call('lease.locationStats', [who.login], ann.akey, 'Elsewhere'))).toMatch(/^auth\.forbidden/);
      expect(await faultOf(call('lease.stats', [who.login], ann.akey))).toMatch(/^auth\.forbidden/);
      expect(await faultOf(call('lease.createLocation', [who.login], ann.akey, 'Mine'))).toMatch(/^auth\.forbidden/);
    }
    expect(await faultOf(call('lease.createLocation', capabilitiesOf(reader), ann.akey, 'Mine'))).toMatch(/^auth\.forbidden/);
    expect(await call('lease.stats', capabilitiesOf(reader), ann.akey)).toEqual([1, 1, 0, 0]);
  });

  it('nobody else learns whether it is there', async () => {
    const [there, not] = ['Elsewhere', 'Nowhere'].map((name) => faultOf(call('lease.locationStats', [stranger.login], ann.akey, name)));
    expect(await there).toBe(await not);
    expect(await faultOf(call('lease.locationStats', capabilitiesOf(reader), ann.akey, 'Nowhere'))).toMatch(/^lease\.unknown_location/);
    expect(await faultOf(call('lease.locationStats', [stranger.login], 'Nobody At All', 'Shops'))).toMatch(/^general\.unknown_avatar/);
  });

  it('a grant works beside the login of its holder only, and only for its grantor', async () => {
    const see = (capabilities: string[], owner: string) => faultOf(call('lease.stats', capabilities, owner));
    expect(await see([readGrant], ann.akey)).toMatch(/^auth\.capability_required/);
    expect(await see([stranger.login, readGrant], ann.akey)).toMatch(/^auth\.forbidden/);
    expect(await see([reader.login, readGrant], stranger.akey)).toMatch(/^auth\.forbidden/);
  });

  it('a login with limits opens nothing', async () => {
    const limited = await call('general.narrowCapability', [ann.login], ann.login, { max_each: 5 });
    for (const [method, ...rest] of [['stats'], ['locationStats', 'Shops'], ['removeUnit', 'Shops', 'Unit #1'], ['offers', 'Shops']]) {
      expect(await faultOf(call(`lease.${method}`, [limited], ann.akey, ...rest))).toMatch(
        /^auth\.forbidden: a login capability with limits/,
      );
    }
  });
});

describe('at a unit', () => {
  const decide = async (who: Person, needed: RightTo<Scope, Part>, unit_name = 'Unit #1', location_name = 'Shops') => {
    const authority = unitAuthority(world.lease, needed);
    const given = await guard.verify(testCall(), capabilitiesOf(who));
    return authority.decide({ owner_akey: ann.akey, location_name, unit_name }, given);
  };
  const asOf = async (deciding: Promise<UnitAccess>) =>
    deciding.then(
      ({ principal: { as, akey } }) => [as, akey],
      (error: Error) => error.message,
    );
  const ALL = right<Scope, Part>`${RIGHTS.leases}; or ${RIGHTS.tenants}`;

  it('says as what somebody acts', async () => {
    expect(await asOf(decide(ann, ALL))).toEqual(['owner', ann.akey]);
    expect(await asOf(decide(steward, ALL))).toEqual(['owner', steward.akey]);
    expect(await asOf(decide(lessee, ALL))).toEqual(['lessee', lessee.akey]);
    expect(await asOf(decide(payer, ALL))).toEqual(['payer', payer.akey]);
    for (const who of [officer, managers.leases]) expect(await asOf(decide(who, ALL))).toEqual(['manager', who.akey]);
  });

  it('opens to nobody else', async () => {
    for (const who of [reader, member, stranger, managers.see, managers.units, managers.settings]) {
      expect(await asOf(decide(who, ALL))).toMatch(/is needed, and none came$/);
    }
    for (const who of [ann, steward, payer, officer]) expect(await asOf(decide(who, RIGHTS.lessee))).toMatch(/is needed, and none came$/);
    for (const who of [lessee, payer]) expect(await asOf(decide(who, RIGHTS.leases))).toMatch(/is needed, and none came$/);
  });

  it('lets a lessee act as the lessee, also where they are trusted with more', async () => {
    for (const who of [steward, managers.leases]) {
      await letTo(world, { location: shops, name: 'Unit #1' }, who.akey, 9_000);
      expect(await asOf(decide(who, ALL))).toEqual(['lessee', who.akey]);
    }
    await letTo(world, { location: shops, name: 'Unit #1' }, lessee.akey, 9_000);
  });

  it('is there or not for those who may see the location, and for nobody else', async () => {
    for (const who of [ann, reader, steward, member, managers.see]) {
      expect(await asOf(decide(who, ALL, 'Unit #2'))).toBe('"Shops" has no unit called "Unit #2"');
    }
    for (const who of [ann, reader])
      expect(await asOf(decide(who, ALL, 'Unit #1', 'Nowhere'))).toMatch(/has no location called "Nowhere"$/);
    const [refused, ...others] = [
      await asOf(decide(stranger, ALL)),
      await asOf(decide(stranger, ALL, 'Unit #2')),
      await asOf(decide(stranger, ALL, 'Unit #1', 'Nowhere')),
    ];
    expect(others).toEqual([refused, refused]);
  });

  it('that is on offer is anybody’s to ask about, and its location is of the same moment', async () => {
    const authority = unitAuthority(world.lease, RIGHTS.offered);
    const input = { owner_akey: 'ann', location_name: 'shops', unit_name: 'unit #1' };
    const given = await guard.verify(testCall(), [stranger.login]);
    expect(await authority.decide(input, given)).toMatchObject({
      principal: { akey: stranger.akey, via: 'own' },
      location: { id: shops, owner: ann.akey },
      unit: { name: 'Unit #1', locationId: shops, lease: { lessee: lessee.akey } },
    });
    await expect(authority.decide({ ...input, unit_name: newId() }, given)).rejects.toThrow('has no unit called');
    await expect(authority.decide(input, await guard.verify(testCall(), []))).rejects.toThrow('a login capability is needed');
  });
});
