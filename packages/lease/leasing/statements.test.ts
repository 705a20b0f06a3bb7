import { afterAll, beforeAll, expect, it } from 'vitest';
import { like, PAYMENT, statementsOf } from '../../../test/testkit/statements.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, Shop, WEEK } from './testkit.ts';

let world: World;
let [ann, bob] = [] as unknown as [Person, Person];
let shop: Shop;

beforeAll(async () => {
  world = await testWorld();
  [ann, bob] = [await world.person('Ann', 10_000), await world.person('Bob', 10_000)];
  shop = await Shop.open(world);
  await shop.add('Shop #2');
  // Names and accounts are remembered from the first time on.
  await shop.rent(ann, WEEK, { unit_name: 'Shop #2' });
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const PLACE = /^SELECT .* FROM lease_location l LEFT JOIN lease_unit/;
const LOCK = /^WITH unit AS \(SELECT \* FROM lease_unit .* FOR UPDATE\)/;
const NOTICES = /^INSERT INTO notification/;
const CHANGE = /^WITH .*UPDATE lease_unit SET .* INSERT INTO lease_log/;
const ANSWER = /^SELECT .* FROM lease_log WHERE journal_id = \$1$/;
const PURCHASES = /^SELECT .* FROM lease_purchase/;
const TRANSFERS = /^SELECT m.journal_id, .* FROM hold h /;
const REFUNDED = /^SELECT .* FROM refund WHERE/;

// Nothing is looked up twice, and no request that is new is looked for.

it('a rent sends nine statements', async () => {
  const rent = () => shop.rent(ann, WEEK, { request_id: 'in' });
  expect(await statementsOf(rent)).toEqual(like([PLACE, 'BEGIN', LOCK, ...PAYMENT, NOTICES, CHANGE, 'COMMIT']));
});

it('a retry of it is refused under the lock, and then looks for its answer', async () => {
  const rent = () => shop.rent(ann, WEEK, { request_id: 'in' });
  expect(await statementsOf(rent)).toEqual(like([PLACE, 'BEGIN', LOCK, 'ROLLBACK', ANSWER]));
});

it('an extension sends eight, and a retry of it finds its payment in the books', async () => {
  const extend = () => shop.extend(ann, DAY, { request_id: 'on' });
  expect(await statementsOf(extend)).toEqual(like([PLACE, 'BEGIN', LOCK, ...PAYMENT, CHANGE, 'COMMIT']));
  expect(await statementsOf(extend)).toEqual(like([PLACE, 'BEGIN', LOCK, ...PAYMENT.slice(0, 2), 'ROLLBACK', ANSWER]));
});

it('a transfer sends six', async () => {
  expect(await statementsOf(() => shop.call('transfer', ann, { to_akey: bob.akey }))).toEqual(
    like([PLACE, 'BEGIN', LOCK, CHANGE, NOTICES, 'COMMIT']),
  );
});

it('an ending reads the two payments that it pays back, and looks at what is due again under the lock', async () => {
  const due = ['SELECT clock_timestamp() AS now', PURCHASES, TRANSFERS, /FROM account WHERE id = ANY/];
  const end = () => shop.call('terminate', bob, { request_id: 'out' });
  const [lock, known, write] = PAYMENT;
  const payment = [lock as RegExp, known as RegExp, REFUNDED, write as RegExp, /^INSERT INTO refund/];
  const under = [LOCK, PURCHASES, REFUNDED, ...payment, NOTICES, CHANGE];
  expect(await statementsOf(end)).toEqual(like([PLACE, ...due, 'BEGIN', ...under, 'COMMIT']));
});
