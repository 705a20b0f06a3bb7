import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

let world: World;
let ann: Person;
let bob: Person;

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 1_000);
  bob = await world.person('Bob Best');
  await world.call('operator.addCurrency', [[world.operator], 'CENT', 2]);
  await world.call('operator.addCurrency', [[world.operator], 'DUST', 6]);
  for (const [owner, account, currency] of [
    [ann, 'cents', 'CENT'],
    [ann, 'more', 'CENT'],
    [bob, 'cents', 'CENT'],
    [ann, 'dust', 'DUST'],
    [bob, 'dust', 'DUST'],
  ] as const) {
    await world.call('bank.openAccount', [[owner.login], account, currency]);
    await world.call('bank.setDeposit', [[owner.login], owner.akey, account, 1]);
  }
  await world.call('operator.mint', [[world.operator], ann.akey, 'cents', 199.9, 'start']);
  await world.call('operator.mint', [[world.operator], ann.akey, 'dust', '9007199254.740991', 'start']);
});
afterEach(() => world.check());
afterAll(() => world.close());

const pay = (amount: unknown, account = 'cents', ...more: unknown[]) =>
  world.call('bank.pay', [[ann.login], amount, ann.akey, account, bob.akey, account, 'x', 0, ...more]);
const balance = (who: Person, account = 'cents') => world.call('bank.accountBalance', [[who.login], who.akey, account]) as Promise<number>;
/** What bob gets and ann pays meanwhile, in cents: exactly. */
async function moved(act: () => Promise<unknown>): Promise<[number, number]> {
  const [a, b] = [await balance(ann), await balance(bob)];
  await act();
  return [Math.round(((await balance(bob)) - b) * 100), Math.round((a - (await balance(ann))) * 100)];
}

describe('an amount in cents', () => {
  it.each([
    ['a double', 0.1, 10],
    ['a text', '0.10', 10],
    ['an in-world float', '0.100000', 10],
    ['an int', 1, 100],
    ['a double that C prints', Number('0.29'), 29],
  ])('is paid as %s', async (_, amount, cents) => {
    expect(await moved(() => pay(amount))).toEqual([cents, cents]);
  });

  it('is one request in each of its spellings', async () => {
    const first = await pay(2.5, 'cents', 'spelled');
    expect(await moved(async () => expect(await pay('2.50', 'cents', 'spelled')).toBe(first))).toEqual([0, 0]);
    expect(await faultOf(pay('2.51', 'cents', 'spelled'))).toMatch(/^bank\.request_conflict: /);
  });

  it('is refused with value, currency and scale where it has more decimals than that', async () => {
    expect(await faultOf(pay(0.005))).toBe(
      'bank.invalid_amount: the amount is 0.005 CENT; CENT has 2 decimal places, so a multiple of 0.01 is needed',
    );
    expect(await faultOf(pay(0.5, 'working'))).toBe(
      'bank.invalid_amount: the amount is 0.5 L$; L$ has 0 decimal places, so a multiple of 1 is needed',
    );
    expect(await faultOf(pay(0))).toBe('bank.invalid_amount: the amount is 0 CENT; at least 0.01 is needed');
  });

  it('is transferred, held, posted, refunded, and split', async () => {
    await world.call('bank.transfer', [[ann.login], ann.akey, 9.99, 'cents', 'more', '']);
    expect(await balance(ann, 'more')).toBe(9.99);
    const hold = await world.call('bank.hold', [[ann.login], '5.55', ann.akey, 'cents', bob.akey, 'cents', '']);
    expect(await moved(() => world.call('bank.postHold', [[bob.login], hold, 1.11]))).toEqual([111, -444]);
    const payment = await pay(3.33);
    expect(await moved(() => world.call('bank.refund', [[bob.login], bob.akey, payment, 1.11]))).toEqual([-111, -111]);
    expect(await moved(() => world.call('bank.refund', [[bob.login], bob.akey, payment]))).toEqual([-222, -222]);
    const payees = [{ akey: bob.akey, account_name: 'cents', share: 1 }];
    const split = await world.call('bank.paySplit', [[ann.login], 7.77, ann.akey, 'cents', payees, '', '', 0, 0, 0]);
    expect(split).toMatchObject({ fee: 0, amounts: [7.77] });
  });

  it('is counted to the millionth of a unit, in a text where a double is not exact', async () => {
    expect(await faultOf(pay('9007199254.740991', 'dust'))).toBe('no fault');
    await world.call('bank.pay', [[bob.login], '9007199254.740990', bob.akey, 'dust', ann.akey, 'dust', '', 0]);
    expect(await balance(bob, 'dust')).toBe(0.000001);
  });

  it('is what a standing order pays', async () => {
    const id = await world.call('bank.createStandingOrder', [[ann.login], 1.25, 'cents', bob.akey, 'cents', 7]);
    const orders = (await world.call('bank.listStandingOrders', [[ann.login]])) as { id: string; amount: number }[];
    expect(orders.find((order) => order.id === id)).toMatchObject({ amount: 1.25, currency: 'CENT' });
    expect(await moved(() => world.bank.standingOrders.due.pay())).toEqual([125, 125]);
    expect(await faultOf(world.call('bank.createStandingOrder', [[ann.login], 1.255, 'cents', bob.akey, 'cents', 7]))).toMatch(
      /^bank\.invalid_amount: the amount is 1\.255 CENT/,
    );
  });

  it('is what an account may hold or owe', async () => {
    const limits = (overdraft: unknown, maximum: unknown) =>
      world.call('operator.setAccountLimits', [[world.operator], ann.akey, 'more', overdraft, maximum]);
    await limits(0.5, '20.05');
    expect(await world.call('bank.accountDetails', [[ann.login], ann.akey, 'more'])).toMatchObject({ overdraft: 0.5, maximum: 20.05 });
    expect(await faultOf(limits(0, -0.5))).toMatch(/^bank\.invalid_amount: a limit of -0\.5 is below 0/);
    expect(await faultOf(limits(0.001, -1))).toMatch(/^bank\.invalid_amount: the amount is 0\.001 CENT/);
    await limits(0, -1);
  });

  it('is the limit of a grant, each and in all', async () => {
    const limits = { max_each: 0.5, total: '0.75' };
    const grant = await world.call('bank.grantAllAccountsFullCapability', [[ann.login], bob.akey, 600, limits]);
    const spend = (amount: number) =>
      faultOf(world.call('bank.pay', [[bob.login, grant], amount, ann.akey, 'cents', bob.akey, 'cents', '', 0]));
    expect(await spend(0.51)).toBe('auth.forbidden: the capability allows 0.5 at a time; 0.51 were asked for');
    expect(await spend(0.5)).toBe('no fault');
    expect(await spend(0.26)).toMatch(/^bank\.grant_exhausted: /);
    expect(await spend(0.25)).toBe('no fault');
    const [listed] = (await world.call('bank.listGrants', [[ann.login]])) as object[];
    expect(listed).toMatchObject({ limits: { max_each: 0.5, total: 0.75 }, spent: 0.75, left: 0 });
  });
});
