import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, HOUR, Shop, WEEK } from '../leasing/testkit.ts';
import { DueStore } from './store.ts';

let world: World;
/** Another server process beside it. */
let other: World;
let [ann, bob] = [] as unknown as [Person, Person];
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
});
beforeEach(async () => {
  people += 1;
  [ann, bob] = [await world.person(`Ann ${people}`, 1_000_000), await world.person(`Bob ${people}`, 1_000)];
});
afterEach(() => world.database.pool.query('UPDATE lease_unit SET remind_at = NULL WHERE lease_id IS NOT NULL'));
afterAll(async () => {
  await world.check();
  await other.close();
  await world.close();
});

const TERMS = { minSecs: HOUR, overdueSecs: 3 * DAY, reminders: [3 * DAY, DAY] };

const jobOf = (of: World, name: string) => {
  const job = of.lease.jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no job is called ${name}`);
  return job.run();
};
const remind = (of = world) => jobOf(of, 'remind lessees');
const expire = (of = world) => jobOf(of, 'expire leases');
const PAID = /^Your lease of Shop #1 at Shops is paid until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/;
const OVERDUE = /^Your lease of Shop #1 at Shops is overdue since .* UTC; it expires at .* UTC unless it is extended$/;

describe('reminders', () => {
  it('are sent at their times, once each, and once more when the lease becomes overdue', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    const seen: number[] = [];
    for (const secs of [3 * DAY, DAY + 1, 0, 2 * DAY, 0, DAY, 2 * DAY]) {
      await shop.pass(secs);
      await remind();
      seen.push((await shop.notices(ann)).length);
    }
    expect(seen).toEqual([0, 1, 1, 2, 2, 3, 3]);
    const texts = (await shop.notices(ann)).toReversed();
    expect(texts).toEqual([expect.stringMatching(PAID), expect.stringMatching(PAID), expect.stringMatching(OVERDUE)]);
    expect(await shop.notices(shop.owner)).toHaveLength(1);
  });

  it('are one after a time without a server, of what is true then', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await shop.pass(WEEK - HOUR);
    await remind();
    await remind();
    expect(await shop.notices(ann)).toEqual([expect.stringMatching(PAID)]);
    await shop.pass(2 * HOUR);
    await remind();
    expect((await shop.notices(ann))[0]).toMatch(OVERDUE);
    const late = await Shop.open(world, TERMS);
    await late.rent(bob, WEEK);
    await late.pass(WEEK + DAY);
    await remind();
    await remind();
    expect(await late.notices(bob)).toEqual([expect.stringMatching(OVERDUE)]);
  });

  it('begin again with what is extended, and leave out those whose time is over already', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, 2 * DAY);
    await remind();
    expect(await shop.notices(ann)).toEqual([]);
    await shop.pass(DAY + 1);
    await remind();
    await shop.extend(ann, WEEK);
    await remind();
    expect(await shop.notices(ann)).toHaveLength(1);
    await shop.pass(5 * DAY);
    await remind();
    expect(await shop.notices(ann)).toHaveLength(2);
  });

  it('say nothing of a lease that is over: it expires', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, DAY);
    await shop.pass(WEEK);
    await remind();
    expect(await shop.notices(ann)).toEqual([]);
    await expire();
    expect(await shop.notices(ann)).toEqual(['Your lease of Shop #1 at Shops has expired']);
  });

  it('go to a new lessee after a transfer', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await shop.call('transfer', ann, { to_akey: bob.akey });
    await shop.pass(5 * DAY);
    await remind();
    expect([await shop.notices(ann), (await shop.notices(bob))[0]]).toEqual([[], expect.stringMatching(PAID)]);
  });
});

describe('expiry', () => {
  it('ends a lease when it has been overdue for as long as it may be, and tells lessee and owner', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await shop.pass(WEEK + 3 * DAY - HOUR);
    await expire();
    expect(await shop.mine(ann)).toHaveLength(1);
    await shop.pass(HOUR);
    await expire();
    await expire();
    expect((await shop.logs()).map(({ type, akey, actor }) => [type, akey, actor])).toEqual([
      ['expire', ann.akey, null],
      ['new', ann.akey, ann.akey],
    ]);
    expect((await shop.notices(shop.owner))[0]).toMatch(/^Ann \d+'s lease of Shop #1 at Shops has expired$/);
    expect((await shop.unit()).lease).toBeNull();
    expect(await codeOf(shop.rent(bob))).toBe('no fault');
  });

  it('is done once for each lease, and reminders are sent once, however many processes do it', async () => {
    const shop = await Shop.open(world, TERMS);
    const names = Array.from({ length: 24 }, (_, index) => `Stall #${index + 1}`);
    for (const name of names) await shop.add(name);
    for (const unit_name of names) await shop.rent(ann, WEEK, { unit_name });
    await shop.pass(5 * DAY);
    const both = (run: (of: World) => Promise<unknown>) => Promise.all([world, other, world, other].map((of) => run(of)));
    await both(remind);
    expect(await shop.notices(ann)).toHaveLength(24);
    await shop.pass(10 * DAY);
    await both(expire);
    await both(expire);
    const ended = (await shop.logs()).filter(({ type }) => type === 'expire');
    expect(ended).toHaveLength(24);
    expect((await shop.notices(shop.owner)).filter((text) => text.endsWith('has expired'))).toHaveLength(24);
    expect((await shop.notices(ann)).filter((text) => text.endsWith('has expired'))).toHaveLength(24);
  });

  it('catches up with more than one portion after a time without a server', async () => {
    const shop = await Shop.open(world, TERMS);
    const { rowCount } = await world.database.pool.query(
      `INSERT INTO lease_unit (id, location_id, owner, name, name_key, sort_key, model, region, region_key, x, y, z, rate, period_secs,
         lease_id, lessee, leased_at, paid_until, ends_at, remind_at)
       SELECT gen_random_uuid(), $1, $2, 'Lot ' || n, 'lot ' || n, 'lot ' || n, '', '', '', 0, 0, 0, 1, 3600, gen_random_uuid(), $3,
         now() - interval '9 days', now() - interval '1 day', now() + interval '1 day', now() - interval '3 days'
       FROM generate_series(1, 1200) AS n`,
      [shop.location.id, shop.owner.akey, ann.akey],
    );
    expect(rowCount).toBe(1_200);
    await Promise.all([remind(), remind(other)]);
    await remind();
    const told = () => world.database.pool.query('SELECT count(*)::int AS n FROM notification WHERE akey = $1', [ann.akey]);
    expect((await told()).rows[0].n).toBe(1_200);
    await shop.pass(2 * DAY);
    await Promise.all([expire(), expire(other)]);
    await expire();
    expect((await shop.logs()).length).toBe(1_200);
    expect((await told()).rows[0].n).toBe(2_400);
    const left = await world.database.pool.query('SELECT count(*)::int AS n FROM lease_unit WHERE ends_at < clock_timestamp()');
    expect(left.rows[0].n).toBe(0);
  });

  it('leaves a unit alone that somebody else rents since it was found', async () => {
    const shop = await Shop.open(world, TERMS);
    await shop.rent(ann, WEEK);
    await shop.pass(WEEK + 3 * DAY);
    const store = new DueStore(world.database);
    const found = (await store.expired(500)).map(({ id }) => id);
    expect(found).toHaveLength(1);
    await shop.rent(bob);
    expect(await world.database.transaction((client) => store.claimExpired(client, found))).toEqual([]);
  });

  it('and an extension that comes at the same time: one of them happens', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const shop = await Shop.open(world, { ...TERMS, overdueSecs: 1 });
      await shop.rent(ann, HOUR);
      const before = await shop.balance(ann);
      // Within the last second, so that it is over in the middle of what follows.
      await shop.pass(HOUR + 1 - 0.02 * (round + 1));
      const [extended] = await Promise.all([codeOf(shop.extend(ann, HOUR)), expire(), expire(other)]);
      await expire();
      const isLeased = (await shop.mine(ann)).some(({ owner_akey }) => owner_akey === shop.owner.akey);
      outcomes.add(extended);
      expect([isLeased, before - (await shop.balance(ann))]).toEqual(extended === 'no fault' ? [true, 1] : [false, 0]);
      expect((await shop.logs())[0]?.type).toBe(extended === 'no fault' ? 'extend' : 'expire');
    }
    expect([...outcomes].every((code) => ['no fault', 'lease.not_leased', 'auth.forbidden'].includes(code))).toBe(true);
  });

  it.each([
    ['terminate', 'terminated'],
    ['transfer', 'transfer'],
    ['extendFree', 'extend'],
  ])('and %s at the same time: the lease ends once, and all is written down', async (method, type) => {
    for (let round = 0; round < 6; round++) {
      const shop = await Shop.open(world, { ...TERMS, overdueSecs: 1, graceSecs: HOUR });
      await shop.rent(ann, HOUR);
      await shop.pass(HOUR + 1 - 0.02 * (round + 1));
      const params = method === 'transfer' ? { to_akey: bob.akey } : {};
      const [code] = await Promise.all([codeOf(shop.call(method, ann, params)), expire(), expire(other)]);
      await expire();
      expect(['no fault', 'lease.not_leased', 'auth.forbidden']).toContain(code);
      const types = (await shop.logs()).map(({ type }) => type).toReversed();
      const isOver = types.includes('expire') ? ['expire'] : [];
      expect(types).toEqual(code === 'no fault' ? ['new', type, ...isOver] : ['new', 'expire']);
      expect((await shop.unit()).lease === null).toBe(['terminated', 'expire'].includes(types.at(-1) ?? ''));
    }
  });
});
