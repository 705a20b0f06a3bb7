import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf, Shop } from '../orders/testkit.ts';

let world: World;
let [meg, bob, cyd, ann] = [] as unknown as [Person, Person, Person, Person];
/** An avatar without a login, who is paid in-world. */
let ghost: string;
/** All of the four are in it, the merchant and the buyer too. */
let band: string;
let affiliates: string;

beforeAll(async () => {
  world = await testWorld();
  meg = await world.person('Meg Merchant', 1_000_000);
  bob = await world.person('Bob Buyer', 1_000_000);
  cyd = await world.person('Cyd Creator');
  ann = await world.person('Ann Affiliate');
  ghost = await world.avatars.register({ name: 'Gus Ghost', password: null });
  band = await groupOf(world, meg, [bob, cyd, ann]);
  affiliates = await groupOf(world, meg, [ann, bob]);
});
afterAll(() => world.close());

const balances = async () => {
  const [m = 0, b = 0, c = 0, a = 0] = await Promise.all([meg, bob, cyd, ann].map((who) => balanceOf(world, who)));
  return { m, b, others: c + a, credit: Number(await world.vend.credits.balance(meg.akey, bob.akey)) };
};
const handOver = async (order: string) => {
  const payouts = (await world.call('operator.listPayouts', [[world.operator]])) as { transaction_id: string; leg: number }[];
  for (const { transaction_id, leg } of payouts) {
    if (transaction_id === order) await world.call('operator.confirmPayout', [[world.operator], transaction_id, leg]);
  }
};
const inWorld = async () => {
  const { rows } = await world.database.pool.query<{ held: bigint }>(`SELECT held_credits AS held FROM account WHERE name = 'payout L$'`);
  return Number(rows[0]?.held);
};

describe('whoever shares in a sale, once or several times over', () => {
  const percent = fc.integer({ min: 1, max: 2_000 }).map((hundredths) => hundredths / 100);
  const mix = fc.record({
    price: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 3_000 })),
    discount: fc.constantFrom(0, 33.33, 99.99, 100),
    creator: fc.constantFrom('meg', 'bob', 'cyd', 'ann', 'ghost'),
    creatorShare: percent,
    partners: fc.uniqueArray(fc.constantFrom('bob', 'cyd', 'ann', 'ghost', 'band'), { maxLength: 3 }),
    share: percent,
    seller: fc.constantFrom('', 'meg', 'bob', 'ann'),
    commission: percent,
    credit: fc.integer({ min: 0, max: 2_000 }),
    closes: fc.boolean(),
  });

  it('gets it to the last unit, and a refund takes it back to the last unit', { timeout: 60_000 }, async () => {
    const keys: Record<string, string> = { meg: meg.akey, bob: bob.akey, cyd: cyd.akey, ann: ann.akey, ghost, band };
    const shop = await Shop.open(world, meg, { affiliateGroup: affiliates });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(mix, async (given) => {
        round += 1;
        await shop.settings({ commission: given.commission });
        await world.vend.access.set(meg.akey, bob.akey, 'vip', Math.round(given.discount * 100));
        const prodId = await shop.product(given.price, {
          creator: keys[given.creator] as string,
          creatorShare: given.creator === 'meg' ? 0 : given.creatorShare,
          partners: given.partners.map((name) => ({ key: keys[name] as string, percent: given.share })),
        });
        if (given.credit > 0) await world.call('vend.giveCredit', [[meg.login], '', bob.akey, given.credit]);
        // What waits to be handed over in-world is held, and an account with a hold is not closed: not in this round, and not later.
        const closes = given.closes && given.creator !== 'ghost' && !given.partners.includes('ghost');
        const account = closes ? 'purse for once' : `purse ${round % 5}`;
        await world.call('bank.openAccount', [[bob.login], account]);
        if (given.price > 0) await world.call('bank.transfer', [[bob.login], bob.akey, given.price, 'working', account, '']);
        const [before, handed] = [await balances(), await inWorld()];
        const inPurse = await balanceOf(world, bob, account);
        const affiliate = given.seller === '' ? '' : keys[given.seller];
        const receipt = await shop.buy(bob, prodId, { affiliate, use_credit: 1, account_name: account, request_id: `mix ${round}` });
        const after = await balances();
        const paid = inPurse - (await balanceOf(world, bob, account));
        expect(receipt.credit_used).toBe(before.credit - after.credit);
        expect(paid).toBe(receipt.price - receipt.credit_used);
        const gained = after.m - before.m + after.b - before.b + after.others - before.others + (await inWorld()) - handed;
        expect(gained).toBe(receipt.price);
        const left = await balanceOf(world, bob, account);
        if (left > 0) await world.call('bank.transfer', [[bob.login], bob.akey, left, account, 'working', '']);
        if (closes) await world.call('bank.closeAccount', [[bob.login], bob.akey, account]);
        const handedOver = (await inWorld()) - handed;
        if (handedOver > 0) expect(await codeOf(shop.refund(receipt.order_id))).toBe('bank.insufficient_funds');
        await handOver(receipt.order_id);
        // The merchant covers what was handed over in-world; otherwise nobody has more or less than before.
        await world.call('vend.refundOrder', [[meg.login], receipt.order_id, '', 0, 1]);
        const last = await balances();
        const rest = closes ? 0 : await balanceOf(world, bob, account);
        expect({ ...last, m: last.m + handedOver, b: last.b + rest }).toEqual({ ...before, b: before.b + inPurse });
        expect(await shop.buy(bob, prodId, { affiliate, use_credit: 1, account_name: account, request_id: `mix ${round}` })).toEqual({
          ...receipt,
          state: 'refunded',
        });
        if (rest > 0) await world.call('bank.transfer', [[bob.login], bob.akey, rest, account, 'working', '']);
      }),
      { numRuns: 25 },
    );
    await world.check();
  });
});

describe('a product in another currency than the usual one', () => {
  const gems = (who: Person, account = 'gems') => balanceOf(world, who, account);

  it('is paid into the accounts that are in it, and paid back out of them', async () => {
    await world.call('operator.addCurrency', [[world.operator], 'GEM', 2]);
    for (const who of [meg, bob]) await world.call('bank.openAccount', [[who.login], 'gems', 'GEM']);
    await world.call('operator.mint', [[world.operator], bob.akey, 'gems', 10, 'start']);
    await world.vend.access.set(meg.akey, bob.akey, 'none', 0);
    const shop = await Shop.open(world, meg);
    const prodId = await shop.product(1.25, {
      currency: 'GEM',
      partners: [
        { key: cyd.akey, percent: 20 },
        { key: ghost, percent: 20 },
      ],
    });
    const buy = () => shop.buy(bob, prodId, { account_name: 'gems', use_credit: 1 });
    expect(await codeOf(buy())).toBe('bank.currency_mismatch');
    for (const name of ['zeta', 'alpha']) await world.call('bank.openAccount', [[cyd.login], name, 'GEM']);
    expect(await codeOf(shop.buy(bob, prodId))).toBe('bank.currency_mismatch');
    const { order_id } = await buy();
    expect([await gems(bob), await gems(meg), await gems(cyd, 'alpha')]).toEqual([8.75, 0.75, 0.25]);
    await handOver(order_id);
    // It takes back 0.75 from Meg and 0.25 from Cyd; the rest is out of reach, and covered by Meg.
    await world.call('operator.mint', [[world.operator], meg.akey, 'gems', 1, 'start']);
    expect(await world.call('vend.refundOrder', [[meg.login], order_id, '', 0, 1])).toMatchObject({ amount: 1.25 });
    expect([await gems(bob), await gems(meg), await gems(cyd, 'alpha')]).toEqual([10, 0.75, 0]);
    await world.check();
  });
});
