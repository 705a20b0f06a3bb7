import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, HOUR, Shop, secsNear, WEEK } from './testkit.ts';

let whole: World;
/** Its currency has hundredths. */
let world: World;
let [ann, bob] = [] as unknown as [Person, Person];
let people = 0;

beforeAll(async () => {
  whole = await testWorld();
  // The scale that is in the books is the one that counts.
  await whole.database.pool.query('UPDATE currency SET scale = 2');
  world = await testWorld(whole);
});
beforeEach(async () => {
  people += 1;
  [ann, bob] = [await world.person(`Ann ${people}`, 100), await world.person(`Bob ${people}`, 100)];
});
afterAll(async () => {
  await world.check();
  await world.close();
  await whole.close();
});

describe('a currency with hundredths', () => {
  it('is quoted, paid and written down to the hundredth', async () => {
    const shop = await Shop.open(world, { minSecs: 1 });
    expect(await shop.call('quote', ann, { secs: DAY + HOUR })).toMatchObject({ amount: 10.42, currency: 'L$' });
    expect(await shop.call('quote', ann, { secs: 1 })).toMatchObject({ amount: 0.01 });
    expect(await shop.call('quote', ann, { amount: 7 })).toMatchObject({ secs: 60_480, amount: 7 });
    expect(await codeOf(shop.rent(ann, DAY + HOUR, { max_amount: 10.41 }))).toBe('lease.price_changed');
    expect(await shop.rent(ann, DAY + HOUR, { max_amount: 10.42, request_id: 'in' })).toMatchObject({ amount: 10.42 });
    expect(await shop.rent(ann, DAY + HOUR, { max_amount: 10.42, request_id: 'in' })).toMatchObject({ amount: 10.42 });
    expect((await shop.notices(shop.owner))[0]).toMatch(/ for 10\.42 L\$$/);
    expect((await shop.logs())[0]).toMatchObject({ type: 'new', amount: 1_042n });
    const [logged] = (await world.call('lease.logs', [[shop.owner.login], 1, '', 'Shops'])) as unknown[][];
    expect(logged?.slice(7)).toEqual([10, DAY + HOUR]);
    const { entries } = (await world.call('lease.history', [[shop.owner.login], '', 'Shops'])) as { entries: object[] };
    expect(entries[0]).toMatchObject({ type: 'new', amount: 10.42 });
  });

  it('is shared by the percentages of the income group and paid back to the hundredth', async () => {
    const shop = await Shop.open(world, { refundPercent: 50 }, 100);
    const till = await world.groups.create(shop.owner.akey, 'Till');
    await world.groups.addAll(
      till.gkey,
      new Map([
        [shop.owner.akey, 66.7],
        [bob.akey, 33.3],
      ]),
    );
    await world.lease.locations.update(shop.location, shop.owner.akey, { incomeGroup: till.gkey, refundPercent: 50 }, '');
    await shop.rent(ann, DAY + HOUR);
    const paid = [await shop.balance(ann), await shop.balance(bob), await shop.balance(shop.owner)];
    expect(paid.map((money) => Math.round(money * 100))).toEqual([8_958, 10_347, 10_695]);
    await shop.pass(DAY + 1);
    // Under an hour of 25, of 10.42, half of it.
    expect(await shop.call('refundPreview', ann)).toMatchObject({ amount: 0.2, secs: secsNear(HOUR - 1) });
    expect(await shop.call('terminate', ann)).toMatchObject({ amount: 0.2 });
    expect(Math.round((await shop.balance(ann)) * 100)).toBe(8_978);
  });

  it('has prices that no account could pay, which are told and refused', async () => {
    const most = 2_147_483_647;
    const shop = await Shop.open(world, { maxSecs: most, overdueSecs: 0 });
    await world.lease.units.update(shop.location, await shop.unit(), shop.owner.akey, { rate: 12_782_640, period: 'hour' });
    expect(await shop.call('quote', ann, { secs: most })).toMatchObject({ secs: most, max_secs: most, amount: 7_625_141_768_191.14 });
    expect(await codeOf(shop.rent(ann, most))).toMatch(/^bank\.(insufficient_funds|invalid_amount)$/);
    expect(await codeOf(shop.rent(ann, WEEK))).toBe('bank.insufficient_funds');
    expect(await shop.balance(ann)).toBe(100);
  });
});
