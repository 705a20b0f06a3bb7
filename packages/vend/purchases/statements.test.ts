import { afterAll, beforeAll, expect, it } from 'vitest';
import { like, PAYMENT, statementsOf } from '../../../test/testkit/statements.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { Shop } from '../orders/testkit.ts';

let world: World;
let [meg, bob] = [] as unknown as [Person, Person];
let shop: Shop;

beforeAll(async () => {
  world = await testWorld();
  [meg, bob] = [await world.person('Meg Merchant', 1_000), await world.person('Bob Buyer', 1_000)];
  shop = await Shop.open(world, meg);
  // Names and accounts are remembered from the first time on.
  await shop.buy(bob, await shop.product(1));
  await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 5]);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const PRODUCT = /^SELECT .* FROM vend_product p JOIN vend_collection c/;
/** With how the merchant stands to the buyer. */
const OFFER = /^SELECT .* FROM vend_product p JOIN vend_collection c .* LEFT JOIN vend_access/;
const PURSE = /^SELECT id, posted_debits\b.* FROM account WHERE/;
const TURN = /^SELECT pg_advisory_xact_lock/;
const ORDER = /^WITH added AS \( INSERT INTO vend_order .* INSERT INTO vend_delivery/;
const COUNTED = [/^UPDATE vend_product SET sales = sales \+ 1/, /^SELECT .* FROM vend_product p WHERE p.id = \$1$/];
const FIND = /^SELECT .* FROM vend_order o .* WHERE o.id = \$1$/;
const LOCK = /^SELECT .* FROM vend_order o .* FOR NO KEY UPDATE OF o$/;
/** The sale, what of it is left, and what those have who got it. */
const SALE = [/^SELECT m.journal_id, m.leg, /, /^SELECT id, state, floor, .* FROM account WHERE/];
/** Asked under the order's lock, and once more where the accounts are locked. */
const REFUNDED = /^SELECT original_id, leg, sum\(amount\)/;
const PAID_BACK = [...PAYMENT.slice(0, 2), REFUNDED, ...PAYMENT.slice(2), /^INSERT INTO refund /];
const NOTICES = /^INSERT INTO notification/;

// Nothing is looked up twice, and no request that is new is looked for.

it('a purchase sends ten statements, and a retry of it finds its order where it would add it', async () => {
  const prodId = await shop.product(10);
  const buy = () => shop.buy(bob, prodId, { request_id: 'one' });
  expect(await statementsOf(buy)).toEqual(like([OFFER, 'BEGIN', TURN, ORDER, ...PAYMENT, ...COUNTED, 'COMMIT']));
  expect(await statementsOf(buy)).toEqual(like([OFFER, 'BEGIN', TURN, ORDER, 'ROLLBACK', FIND]));
});

it('one of what has an end counts it before it pays, and what is free sends seven', async () => {
  const [last, free] = [await shop.product(10, { quantity: 1 }), await shop.product(0)];
  expect(await statementsOf(() => shop.buy(bob, last))).toEqual(like([OFFER, 'BEGIN', TURN, ORDER, ...COUNTED, ...PAYMENT, 'COMMIT']));
  expect(await statementsOf(() => shop.buy(bob, free))).toEqual(like([OFFER, 'BEGIN', TURN, ORDER, ...COUNTED, 'COMMIT']));
});

it('store credit is looked at once', async () => {
  const prodId = await shop.product(10);
  expect(await statementsOf(() => shop.buy(bob, prodId, { use_credit: 1 }))).toEqual(
    like([OFFER, PURSE, 'BEGIN', TURN, ORDER, ...PAYMENT, ...COUNTED, 'COMMIT']),
  );
});

it('a refund finds its order once, and locks it', async () => {
  const { order_id } = await shop.buy(bob, await shop.product(10));
  const limited = 'SELECT quantity IS NOT NULL AS limited FROM vend_product WHERE id = $1';
  const back = [/^UPDATE vend_product SET sales = greatest/, /^WITH ended AS .* UPDATE vend_order SET state = 'refunded'/];
  expect(await statementsOf(() => shop.refund(order_id))).toEqual(
    like([FIND, PRODUCT, ...SALE, 'BEGIN', LOCK, REFUNDED, limited, ...PAID_BACK, NOTICES, ...back, 'COMMIT']),
  );
});
