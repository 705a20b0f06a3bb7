import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { groupOf, Shop } from '../orders/testkit.ts';

// Everything that can happen to a shop, at once, from two server processes; and what must be true of it afterwards.

let world: World;
/** Another server process on the same database. */
let second: World;
/** Sells; made it; sells for a commission; manages. */
let [meg, cyd, ann, oda] = [] as unknown as [Person, Person, Person, Person];
/** Those who share in a sale buy too. */
let buyers: Person[];

beforeAll(async () => {
  world = await testWorld();
  second = await testWorld(world);
  meg = await world.person('Meg Merchant', 100_000);
  cyd = await world.person('Cyd Creator', 500);
  ann = await world.person('Ann Affiliate', 500);
  oda = await world.person('Oda Officer', 500);
  buyers = [cyd, ann, oda, await world.person('Bob Buyer', 500), await world.person('Gil Given', 20)];
});
afterAll(async () => {
  await second.close();
  await world.close();
});

/** What may be said of a call here; anything else, above all `internal`, is a mistake of ours. */
const EXPECTED = new Set([
  'no fault',
  'busy',
  'auth.forbidden',
  'bank.insufficient_funds',
  'bank.request_conflict',
  'vend.banned',
  'vend.gift_card_redeemed',
  'vend.not_bought',
  'vend.order_refunded',
  'vend.own_product',
  'vend.price_changed',
  'vend.sold_out',
  'vend.unknown_partner',
  'vend.unknown_product',
]);

/** What each product counts, and what there is of it. */
const COUNTED = `SELECT sales, quantity, votes, rating_sum AS "ratingSum",
    (SELECT count(*)::int FROM vend_order WHERE product_id = p.id AND state <> 'refunded') AS kept,
    (SELECT count(*)::int FROM vend_vote WHERE product_id = p.id) AS voters,
    (SELECT coalesce(sum(rating), 0)::int FROM vend_vote WHERE product_id = p.id) AS ratings
  FROM vend_product p ORDER BY id`;

/** Orders that were not paid, or not paid back, as they say. Of a sale a share of the buyer stays where it is; it may be all of it. */
const MISPAID = `SELECT id, state, amount FROM vend_order o WHERE
  (amount > 0) <> EXISTS (SELECT FROM journal WHERE id = o.id AND kind = 'sale')
  OR (state = 'refunded' AND EXISTS (SELECT FROM entry WHERE journal_id = o.id)) <> (refund_journal IS NOT NULL)
  OR refund_journal IS NOT NULL AND (SELECT sum(amount) FROM entry WHERE journal_id = o.id AND amount > 0) <> (
    SELECT coalesce(sum(e.amount), 0) FROM entry e JOIN journal j ON j.id = e.journal_id
    WHERE j.id = o.refund_journal AND j.kind = 'sale_refund' AND e.amount > 0)`;

/** Payments without an order. */
const STRAY = `SELECT id, kind FROM journal j WHERE kind = 'sale' AND NOT EXISTS (SELECT FROM vend_order WHERE id = j.id)
  OR kind = 'sale_refund' AND NOT EXISTS (SELECT FROM vend_order WHERE refund_journal = j.id)`;

/** Orders whose deliveries are not as their state says. */
const ASTRAY = `SELECT o.id, o.state, array_agg(d.state) AS deliveries FROM vend_order o JOIN vend_delivery d ON d.order_id = o.id
  GROUP BY o.id HAVING count(*) FILTER (WHERE d.state = 'queued') > 1
    OR o.state = 'refunded' AND bool_or(d.state = 'queued')
    OR o.state = 'queued' AND NOT bool_or(d.state = 'queued')
    OR o.state = 'delivered' AND NOT bool_or(d.state = 'delivered')
    OR o.state IN ('queued', 'failed') AND bool_or(d.state = 'delivered')`;

const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T;
const STOCKS = [5, null, 4, 1];
const PRICES = [7, 3, 0, 20];
const STEPS = 300;

it('a shop adds up whatever happens in it at once', { timeout: 120_000 }, async () => {
  const affiliateGroup = await groupOf(world, meg, [ann]);
  const here = await Shop.open(world, meg, { commission: 10, affiliateGroup, managerGroup: await groupOf(world, meg, [], [oda]) });
  const there = new Shop(second, meg, here.collection);
  const either = () => pick([here, there]);
  const call = (who: Person, method: string, ...params: unknown[]) => either().world.call(method, [[who.login], ...params]);
  let band = await groupOf(world, cyd, [ann, oda]);
  const products: number[] = [];
  for (const [index, quantity] of STOCKS.entries()) {
    const shares = { creator: cyd.akey, creatorShare: 20, partners: [{ key: band, percent: 30 }] };
    products.push(await here.product(PRICES[index] as number, { quantity, ...shares }));
  }

  const orders: string[] = [];
  const codes: string[] = [];
  let step = 0;
  const buy = async () => {
    const recipient = pick(['', '', pick(buyers).akey]);
    const request = { use_credit: pick([0, 1]), affiliate: pick(['', ann.akey]), request_id: pick(['', `again ${step % 7}`]) };
    orders.push((await either().buy(pick(buyers), pick(products), { recipient, ...request })).order_id);
  };
  const deliver = async () => {
    for (const { delivery_id } of await either().pull(3)) {
      await Promise.all([here.ack(delivery_id, pick([0, 1])), there.ack(delivery_id, pick([0, 1]))]);
    }
  };
  const buyCard = async () => codes.push(((await call(cyd, 'vend.buyGiftCard', meg.akey, 2)) as { code: string }).code);
  const dissolve = async () => {
    const fresh = await groupOf(world, cyd, [ann]);
    const gone = band;
    band = fresh;
    await call(cyd, 'general.dissolveGroup', '', '', gone);
  };
  const steps: readonly (() => Promise<unknown>)[] = [
    ...Array(8).fill(buy),
    ...Array(3).fill(() => either().refund(pick(orders))),
    ...Array(3).fill(deliver),
    () => call(oda, 'vend.refundOrder', pick(orders)),
    () => call(meg, 'vend.redeliver', pick(orders)),
    () => call(pick(buyers), 'vend.vote', pick(products), pick([1, 2, 3, 4, 5])),
    () => either().change(pick(products), { price: pick([0, 1, 7, 20]) }),
    () => either().change(pick(products), { partners: [{ key: pick([band, ann.akey]), percent: 25 }] }),
    () => either().settings({ commission: pick([0, 5, 25]), public: pick([true, true, false]) }),
    () => call(meg, 'vend.setAccess', '', pick(buyers).akey, pick(['ban', 'vip', 'none', 'none'])),
    () => call(meg, 'vend.giveCredit', '', pick(buyers).akey, 9),
    buyCard,
    () => call(pick(buyers), 'vend.redeemGiftCard', pick(codes)),
    dissolve,
  ];
  await buy();
  await buyCard();
  const answers: string[] = [];
  const work = async () => {
    while (step++ < STEPS) answers.push(await codeOf(pick(steps)()));
  };
  await Promise.all(Array.from({ length: 10 }, work));

  expect(answers.filter((answer) => !EXPECTED.has(answer))).toEqual([]);
  expect(orders.length).toBeGreaterThan(10);
  const rows = async (sql: string) => (await world.database.pool.query(sql)).rows;
  for (const [index, row] of (await rows(COUNTED)).entries()) {
    const pieces = STOCKS[index] as number | null;
    expect(row).toMatchObject({ sales: row.kept, quantity: pieces && pieces - row.kept, votes: row.voters, ratingSum: row.ratings });
  }
  for (const none of [MISPAID, STRAY, ASTRAY]) expect(await rows(none)).toEqual([]);
  for (const server of [world, second]) await server.check();
});
