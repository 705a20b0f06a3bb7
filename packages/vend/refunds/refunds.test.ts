import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf, notices, Shop } from '../orders/testkit.ts';

let world: World;
let [meg, bob, pat, oda, dan] = [] as unknown as [Person, Person, Person, Person, Person];
let shop: Shop;

beforeAll(async () => {
  world = await testWorld();
  meg = await world.person('Meg Merchant', 10_000);
  bob = await world.person('Bob Buyer', 10_000);
  pat = await world.person('Pat Partner');
  oda = await world.person('Oda Officer');
  dan = await world.person('Dan Else');
  shop = await Shop.open(world, meg, { managerGroup: await groupOf(world, meg, [], [oda]) });
});
afterEach(() => world.check());
afterAll(() => world.close());

const balances = async () => [await balanceOf(world, meg), await balanceOf(world, bob), await balanceOf(world, pat)];
const creditOf = (who: Person) => world.vend.credits.balance(meg.akey, who.akey);

describe('vend.refundOrder', () => {
  it('lets each who got something of the sale give back their part', async () => {
    const prodId = await shop.product(100, { quantity: 5, partners: [{ key: pat.akey, percent: 80 }] });
    const before = await balances();
    const { order_id } = await shop.buy(bob, prodId);
    expect(await balances()).toEqual([(before[0] as number) + 20, (before[1] as number) - 100, (before[2] as number) + 80]);
    const refund = await shop.refund(order_id, 'it was broken');
    expect(refund).toEqual({ transaction_id: expect.any(String), amount: 100 });
    expect(await balances()).toEqual(before);
    expect([await shop.quantity(prodId), await shop.sales(prodId)]).toEqual([5, 0]);
    expect(await shop.order(bob, order_id)).toMatchObject({
      state: 'refunded',
      refunded: expect.any(Date),
      refund_transaction_id: refund.transaction_id,
      deliveries: [{ state: 'failed' }],
    });
    expect(await shop.pull()).toEqual([]);
    expect(await world.call('bank.transaction', [[bob.login], bob.akey, refund.transaction_id])).toMatchObject({ type: 'sale_refund' });
    expect((await notices(world, bob, 'refund'))[0]).toEqual(
      expect.objectContaining({ text: expect.stringMatching(/^Meg Merchant .*"Chair".* 100 L\$: it was broken$/), reference: order_id }),
    );
  });

  it('gives back credit as credit, and the rest to the account that paid it', async () => {
    const prodId = await shop.product(100);
    await world.call('vend.giveCredit', [[meg.login], '', bob.akey, 30]);
    await world.call('bank.openAccount', [[bob.login], 'chairs']);
    await world.call('bank.transfer', [[bob.login], bob.akey, 70, 'working', 'chairs', '']);
    const { order_id } = await shop.buy(bob, prodId, { account_name: 'chairs', use_credit: 1 });
    expect([await creditOf(bob), await balanceOf(world, bob, 'chairs')]).toEqual([0n, 0]);
    await shop.refund(order_id);
    expect([await creditOf(bob), await balanceOf(world, bob, 'chairs')]).toEqual([30n, 70]);
  });

  it('pays into working where the account that paid is closed', async () => {
    await world.call('bank.openAccount', [[bob.login], 'short']);
    await world.call('bank.transfer', [[bob.login], bob.akey, 10, 'working', 'short', '']);
    const { order_id } = await shop.buy(bob, await shop.product(10), { account_name: 'short' });
    await world.call('bank.closeAccount', [[bob.login], bob.akey, 'short']);
    const before = await balanceOf(world, bob);
    await shop.refund(order_id);
    expect((await balanceOf(world, bob)) - before).toBe(10);
  });

  it('answers alike when it is asked again, by whomever', async () => {
    const { order_id } = await shop.buy(bob, await shop.product(10));
    const first = await shop.refund(order_id);
    const before = await balances();
    expect(await world.call('vend.refundOrder', [[oda.login], order_id, 'once more'])).toEqual(first);
    expect(await balances()).toEqual(before);
    expect((await notices(world, bob, 'refund')).filter(({ reference }) => reference === order_id)).toHaveLength(1);
  });

  it('ends what was free, without a payment', async () => {
    const prodId = await shop.product(0);
    const { order_id } = await shop.buy(bob, prodId);
    expect(await shop.refund(order_id)).toEqual({ transaction_id: '', amount: 0 });
    expect(await shop.order(bob, order_id)).toMatchObject({ state: 'refunded', transaction_id: '', refund_transaction_id: '' });
    expect(await shop.quantity(prodId)).toBeNull();
  });

  it('refunds what was delivered, and what has failed', async () => {
    for (const ok of [1, 0]) {
      const { order_id } = await shop.buy(bob, await shop.product(10));
      const [delivery] = await shop.pull();
      await shop.ack(delivery?.delivery_id as string, ok);
      expect(await shop.refund(order_id)).toMatchObject({ amount: 10 });
    }
  });

  it('refuses a merchant without the money, and changes nothing then', async () => {
    const poor = await world.person('Poor Merchant');
    const other = await Shop.open(world, poor);
    const prodId = await other.product(50, { quantity: 1 });
    const { order_id } = await other.buy(bob, prodId);
    await world.call('bank.pay', [[poor.login], 1, poor.akey, 'working', dan.akey, '', '']);
    expect(await codeOf(other.refund(order_id))).toBe('bank.insufficient_funds');
    expect(await other.order(bob, order_id)).toMatchObject({ state: 'queued', deliveries: [{ state: 'queued' }] });
    expect(await other.quantity(prodId)).toBe(0);
    await world.call('bank.pay', [[dan.login], 1, dan.akey, 'working', poor.akey, '', '']);
    expect(await other.refund(order_id)).toMatchObject({ amount: 50 });
  });

  it('is for those who sell', async () => {
    const { order_id } = await shop.buy(bob, await shop.product(10), { recipient: dan.akey });
    const refund = (who: Person) => codeOf(world.call('vend.refundOrder', [[who.login], order_id]));
    expect([await refund(bob), await refund(dan), await refund(pat)]).toEqual(['auth.forbidden', 'auth.forbidden', 'vend.unknown_order']);
    expect(await refund(oda)).toBe('no fault');
  });

  it('is not for officers and holders of a grant who bought it themselves', async () => {
    const prodId = await shop.product(0);
    const grant = await world.call('vend.grantManageCapability', [[meg.login], dan.akey, 600]);
    for (const [caps, buyer] of [[[oda.login], oda] as const, [[dan.login, grant], dan] as const]) {
      const { order_id } = await shop.buy(buyer, prodId);
      expect(await codeOf(world.call('vend.refundOrder', [caps, order_id]))).toBe('auth.forbidden');
      expect(await shop.order(buyer, order_id)).toMatchObject({ state: 'queued' });
      const gift = await shop.buy(bob, prodId, { recipient: buyer.akey });
      expect(await codeOf(world.call('vend.refundOrder', [caps, gift.order_id]))).toBe('no fault');
      expect(await codeOf(shop.refund(order_id))).toBe('no fault');
    }
  });

  it('is not for officers where others have shared in the sale; but for a grant', async () => {
    const refund = (order_id: string, ...caps: string[]) => codeOf(world.call('vend.refundOrder', [caps, order_id]));
    const grant = (await world.call('vend.grantManageCapability', [[meg.login], dan.akey, 600])) as string;
    const partners = (key: string, percent: number) => ({ partners: [{ key, percent }] });
    const band = await groupOf(world, pat, [oda, meg]);
    for (const changes of [
      partners(pat.akey, 1),
      partners(pat.akey, 100),
      partners(bob.akey, 50),
      partners(band, 50),
      { creator: pat.akey, creatorShare: 30 },
    ]) {
      const { order_id } = await shop.buy(bob, await shop.product(1_000, changes));
      const before = await balances();
      expect(await refund(order_id, oda.login)).toBe('auth.forbidden');
      expect(await balances()).toEqual(before);
      expect(await refund(order_id, dan.login, grant)).toBe('no fault');
    }
    const [free, once] = [await shop.product(0, partners(pat.akey, 50)), await shop.product(10)];
    const shared = (await shop.buy(bob, once)).order_id;
    // What is shared by now counts for later orders only.
    await shop.change(once, partners(pat.akey, 50));
    for (const order_id of [(await shop.buy(bob, free)).order_id, shared]) expect(await refund(order_id, oda.login)).toBe('no fault');
  });

  it('reaches an account that is frozen', async () => {
    const { order_id } = await shop.buy(bob, await shop.product(10));
    const freeze = (frozen: number) => world.call('operator.freezeAccount', [[world.operator], bob.akey, 'working', frozen]);
    await freeze(1);
    const before = await balanceOf(world, bob);
    await shop.refund(order_id);
    expect((await balanceOf(world, bob)) - before).toBe(10);
    await freeze(0);
  });
});
