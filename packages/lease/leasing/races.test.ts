import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { waitingForLock } from '../../../test/testkit/locks.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { type Bought, DAY, Shop, WEEK } from './testkit.ts';

let world: World;
let [ann, bob] = [] as unknown as [Person, Person];
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  [ann, bob] = [await world.person(`Ann ${people}`, 10_000), await world.person(`Bob ${people}`, 10_000)];
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const countOf = <T>(list: readonly T[]) =>
  Object.fromEntries([...new Set(list)].sort().map((one) => [one, list.filter((o) => o === one).length]));
const rowsOf = async (table: string, shop: Shop) =>
  (
    await world.database.pool.query(
      `SELECT count(*)::int AS n FROM ${table} WHERE lease_id IN
     (SELECT lease_id FROM lease_log WHERE location_id = $1)`,
      [shop.location.id],
    )
  ).rows[0].n as number;
const setRate = async (shop: Shop, rate: number) => {
  await world.lease.units.update(shop.location, await shop.unit(), shop.owner.akey, { rate });
};

describe('at once', () => {
  it('twenty avatars rent one unit, and one of them pays', async () => {
    const shop = await Shop.open(world);
    const crowd = await Promise.all(Array.from({ length: 20 }, (_, index) => world.person(`One ${people} of 20 ${index}`, 100)));
    const codes = await Promise.all(crowd.map((who) => codeOf(shop.rent(who))));
    expect(countOf(codes)).toEqual({ 'lease.not_vacant': 19, 'no fault': 1 });
    const paid = await Promise.all(crowd.map(async (who) => 100 - (await shop.balance(who))));
    expect([sum(paid), Math.max(...paid), await shop.balance(shop.owner)]).toEqual([70, 70, 70]);
    const [lease] = await shop.mine(crowd[paid.indexOf(70)] as Person);
    expect(lease).toMatchObject({ unit_name: 'Shop #1' });
    expect([await rowsOf('lease_purchase', shop), (await shop.logs()).length]).toEqual([1, 1]);
  });

  it('one request comes ten times, and is done once', async () => {
    const shop = await Shop.open(world);
    const ten = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, call));
    const [rented] = await same(ten(() => shop.rent(ann, WEEK, { request_id: 'in' })));
    await same(ten(() => shop.extend(ann, DAY, { request_id: 'on' })));
    expect([await shop.balance(ann), await rowsOf('lease_purchase', shop)]).toEqual([9_920, 2]);
    const [ended] = await same(ten(() => shop.call('terminate', ann, { request_id: 'out' }) as Promise<Bought>));
    expect([rented?.lease_id, (await shop.logs()).length]).toEqual([ended?.lease_id, 3]);
    expect((await shop.balance(ann)) + (await shop.balance(shop.owner))).toBe(10_000);
  });

  it('one request id comes with two requests, and one of them is done', async () => {
    const shop = await Shop.open(world);
    await shop.add('Shop #2');
    for (let round = 0; round < 5; round++) {
      const names = ['Shop #1', 'Shop #2'];
      const codes = await Promise.all(names.map((unit_name) => codeOf(shop.rent(ann, WEEK, { unit_name, request_id: `in ${round}` }))));
      expect(codes.toSorted()).toEqual(['bank.request_conflict', 'no fault']);
      await shop.call('terminate', ann, { unit_name: names[codes.indexOf('no fault')], refund: 0 });
    }
    expect(await shop.balance(shop.owner)).toBe(350);
  });

  it('one request id comes with two endings that pay nothing, and one of them is done', async () => {
    const shop = await Shop.open(world);
    const names = Array.from({ length: 6 }, (_, index) => `Stall #${index}`);
    for (const unit_name of names) {
      await shop.add(unit_name);
      await shop.rent(ann, WEEK, { unit_name });
    }
    const end = (unit_name: string) => codeOf(shop.call('terminate', ann, { unit_name, refund: 0, request_id: 'out' }));
    expect(countOf(await Promise.all(names.map(end)))).toEqual({ 'bank.request_conflict': 5, 'no fault': 1 });
    expect(await shop.mine(ann)).toHaveLength(5);
  });

  it('a lease is extended, passed on, ended and rented, and the money is where the leases are', async () => {
    for (let round = 0; round < 8; round++) {
      const shop = await Shop.open(world, { refundPercent: 100 });
      const before = (await shop.balance(ann)) + (await shop.balance(bob));
      await shop.rent(ann);
      const codes = await Promise.all([
        codeOf(shop.extend(ann, DAY)),
        codeOf(shop.call('transfer', ann, { to_akey: bob.akey })),
        codeOf(shop.call('terminate', shop.owner)),
        codeOf(shop.rent(bob, 2 * DAY)),
        codeOf(shop.call('extendFree', ann)),
      ]);
      expect(codes.filter((code) => !/^(no fault|auth\.forbidden|lease\.(lease_changed|not_leased|not_vacant))$/.test(code))).toEqual([]);
      const spent = before - (await shop.balance(ann)) - (await shop.balance(bob));
      expect(await shop.balance(shop.owner)).toBe(spent);
      const logs = await shop.logs();
      const moved = logs.map(({ type, amount }) => (type === 'terminated' ? -Number(amount) : Number(amount)));
      expect(sum(moved)).toBe(spent);
      expect((await shop.unit()).lease === null).toBe(logs[0]?.type === 'terminated');
    }
  });
});

describe('a price that changes in the middle', () => {
  it('is paid as it is when the unit is rented, or not at all', async () => {
    const shop = await Shop.open(world);
    for (let round = 0; round < 10; round++) {
      const before = await shop.balance(ann);
      const [code] = await Promise.all([codeOf(shop.rent(ann, WEEK, { max_amount: 70 })), setRate(shop, 71)]);
      const paid = before - (await shop.balance(ann));
      expect(paid).toBe(code === 'no fault' ? 70 : 0);
      expect(code).toMatch(/^no fault$|^lease\.price_changed$/);
      if (code === 'no fault') await shop.call('terminate', ann, { refund: 0 });
      await setRate(shop, 70);
    }
  });

  it('is met under the lock: what was prepared for another price is not booked', async () => {
    const shop = await Shop.open(world);
    expect(await dearerMeanwhile(shop, 2, () => shop.rent(ann))).toMatchObject({ amount: 90 });
    expect([await shop.balance(ann), await shop.balance(shop.owner)]).toEqual([9_910, 90]);
    expect(await dearerMeanwhile(shop, 1, () => codeOf(shop.extend(ann, WEEK, { max_amount: 90 })))).toBe('lease.price_changed');
    expect([await shop.balance(ann), await shop.balance(shop.owner)]).toEqual([9_910, 90]);
  });

  it('again and again is given up after some attempts', async () => {
    const shop = await Shop.open(world);
    const premises = await world.lease.units.get(shop.owner.akey, 'Shops', 'Shop #1');
    let rate = 70;
    const attempt = async () => {
      await setRate(shop, ++rate);
      return async () => 'done';
    };
    expect(await codeOf(world.lease.changes.make(premises, attempt))).toBe('lease.lease_changed');
    expect(rate).toBe(75);
  });
});

describe('a lease that is extended in the middle', () => {
  it('is ended with the refund of that, too', async () => {
    const shop = await Shop.open(world);
    await shop.rent(ann);
    const paid = await world.call('bank.pay', [[bob.login], 700, bob.akey, 'working', shop.owner.akey, '', '']);
    const weekOfBob = [
      `UPDATE lease_unit SET paid_until = paid_until + interval '7 days', ends_at = ends_at + interval '7 days' WHERE location_id = $1`,
      `INSERT INTO lease_purchase (journal_id, lease_id, at, secs, amount, refund_to, refund_percent)
       SELECT '${paid}', lease_id, clock_timestamp(), 604800, 700, '${bob.akey}', 100 FROM lease_unit WHERE location_id = $1`,
    ];
    const ended = await meanwhile(shop, [weekOfBob], () => shop.call('terminate', shop.owner));
    expect(ended).toMatchObject({ amount: 769 });
    expect([await shop.balance(ann), await shop.balance(bob), await shop.balance(shop.owner)]).toEqual([9_999, 10_000, 1]);
  });
});

describe('what can not be done whole', () => {
  it.each([
    ['the account that pays is empty', 'bank.insufficient_funds', async () => undefined],
    [
      'the account that is paid is full',
      'bank.over_maximum',
      async (shop: Shop) => {
        await world.call('bank.pay', [[bob.login], 100, bob.akey, 'working', ann.akey, '', '']);
        await world.database.pool.query('UPDATE account SET ceiling = 10 WHERE owner = $1', [shop.owner.akey]);
      },
    ],
    [
      'the lease can not be written',
      /lease_purchase/,
      async () => {
        await world.call('bank.pay', [[bob.login], 100, bob.akey, 'working', ann.akey, '', '']);
        await world.database.pool.query(`ALTER TABLE lease_purchase ADD CONSTRAINT no_purchase CHECK (refund_to <> '${ann.akey}')`);
      },
    ],
  ])('leaves nothing behind: %s', async (_name, code, breakIt) => {
    const shop = await Shop.open(world, {}, 5);
    await world.call('bank.pay', [[ann.login], 9_990, ann.akey, 'working', bob.akey, '', '']);
    await breakIt(shop);
    const before = [await shop.balance(ann), await shop.balance(shop.owner)];
    const { location, unit } = await world.lease.units.get(shop.owner.akey, 'Shops', 'Shop #1');
    const login = await world.capabilities.verify(ann.login);
    const request = { principal: { akey: ann.akey, login, via: 'own' as const }, requestId: 'in', requestHash: ann.akey };
    const rented = codeOf(
      world.lease.purchases.rent({ ...request, premises: { location, unit }, secs: WEEK, account: 'working', maxAmount: undefined }),
    );
    expect(await rented).toMatch(code);
    await world.database.pool.query('ALTER TABLE lease_purchase DROP CONSTRAINT IF EXISTS no_purchase');
    expect([await shop.balance(ann), await shop.balance(shop.owner)]).toEqual(before);
    expect([await shop.mine(ann), await shop.logs(), await shop.notices(shop.owner)]).toEqual([[], [], []]);
    const { rows } = await world.database.pool.query('SELECT id FROM journal WHERE principal = $1 AND kind = $2', [ann.akey, 'rent']);
    expect(rows).toEqual([]);
  });
});

describe('any number of leases', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('rent' as const), who: fc.nat(2), days: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ do: fc.constant('extend' as const), who: fc.nat(2), days: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ do: fc.constant('terminate' as const), who: fc.nat(3), days: fc.constant(0) }),
    fc.record({ do: fc.constant('transfer' as const), who: fc.nat(2), days: fc.constant(0) }),
    fc.record({ do: fc.constant('extendFree' as const), who: fc.nat(2), days: fc.constant(0) }),
    fc.record({ do: fc.constant('pass' as const), who: fc.constant(0), days: fc.integer({ min: 1, max: 9 }) }),
  );

  it('leave the owner with what was paid less what went back, and every lease paid until what was bought of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.integer({ min: 0, max: 100 }), async (steps, refundPercent) => {
        const shop = await Shop.open(world, { refundPercent, minSecs: DAY, maxSecs: 30 * DAY, overdueSecs: 2 * DAY });
        const cyd = await world.person(`${people} of ${shop.owner.akey.slice(0, 8)}`, 10_000);
        const who = [ann, bob, cyd, shop.owner];
        const before = sum(await Promise.all(who.map((one) => shop.balance(one))));
        let moved = 0;
        for (const { do: what, who: index, days } of steps) {
          const caller = who[index] as Person;
          if (what === 'pass') await shop.pass(days * DAY);
          else {
            const params = what === 'transfer' ? { to_akey: who[(index + 1) % 3]?.akey } : { secs: days * DAY };
            const takes = what === 'rent' || what === 'extend' || what === 'transfer';
            const result = await shop.call(what, caller, takes ? params : {}).catch(() => undefined);
            const { amount = 0 } = (typeof result === 'object' && result ? result : {}) as { amount?: number };
            moved += what === 'terminate' ? -amount : amount;
          }
          const { lease } = await shop.unit();
          if (lease) {
            const { rows } = await world.database.pool.query('SELECT sum(secs)::int AS secs FROM lease_purchase WHERE lease_id = $1', [
              lease.id,
            ]);
            expect(lease.paidUntil.getTime() - lease.leasedAt.getTime()).toBe(rows[0].secs * 1_000);
            expect(lease.endsAt.getTime() - lease.paidUntil.getTime()).toBe(2 * DAY * 1_000);
          }
        }
        expect(await shop.balance(shop.owner)).toBe(moved);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(sum(await Promise.all(who.map((one) => shop.balance(one))))).toBe(before);
      }),
      { numRuns: 12 },
    );
  });
});

/** All of one answer. */
async function same<T>(answers: Promise<readonly T[]>): Promise<readonly T[]> {
  const all = await answers;
  for (const answer of all) expect(answer).toEqual(all[0]);
  return all;
}

/** Makes a unit dearer by 10, so many times. */
const dearer = `UPDATE lease_unit SET rate = rate + 10, revision = revision + 1 WHERE location_id = $1`;
const dearerMeanwhile = <T>(shop: Shop, times: number, call: () => Promise<T>) => meanwhile(shop, Array(times).fill([dearer]), call);

/** Runs these statements, one list after the other, each when the call has looked at the unit and waits for its lock. */
async function meanwhile<T>(shop: Shop, changes: readonly (readonly string[])[], call: () => Promise<T>): Promise<T> {
  const { pool } = world.database;
  const locked = async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM lease_unit WHERE location_id = $1 FOR UPDATE', [shop.location.id]);
    return client;
  };
  let client = await locked();
  const result = call();
  for (const [index, statements] of changes.entries()) {
    await waitingForLock(world.database);
    for (const sql of statements) await client.query(sql, [shop.location.id]);
    // Behind the call now, and so before it when it looks again.
    const next = index < changes.length - 1 ? locked() : undefined;
    if (next) await waitingForLock(world.database, 2);
    await client.query('COMMIT');
    client.release();
    if (next) client = await next;
  }
  return result;
}
