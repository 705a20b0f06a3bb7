import type { Fault } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { later } from '../../../test/testkit/later.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

interface Transaction {
  type: string;
  parts: Record<string, unknown>[];
  refunds: { transaction_id: string; amount: number }[];
  refund_of: string;
}

let world: World;
/** Another server process on the same books. */
let other: World;
let cyd: Person;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
  cyd = await world.person('Cyd Cole');
});
afterEach(() => world.check());
afterAll(async () => {
  await other.close();
  await world.close();
});

const somebody = (money = 0) => world.person(`Somebody ${++people}`, money);
const balance = (who: Person, account = 'working') => world.call('bank.accountBalance', [[who.login], who.akey, account]);
const pay = (from: Person, amount: number, to: Person, account = 'working') =>
  world.call('bank.pay', [[from.login], amount, from.akey, 'working', to.akey, account, 'for the chair', 0]) as Promise<string>;
const refund = (who: Person, id: string, ...more: unknown[]) =>
  world.call('bank.refund', [[who.login], who.akey, id, ...more]) as Promise<string>;
const transaction = (who: Person, id: string) => world.call('bank.transaction', [[who.login], who.akey, id]) as Promise<Transaction>;

describe('bank.refund', () => {
  it('pays all of it back, and is linked to what it pays back', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const paid = await pay(payer, 60, payee);
    const id = await refund(payee, paid, 0, 'it broke');
    expect([await balance(payer), await balance(payee)]).toEqual([100, 0]);
    const [line] = (await world.call('bank.transactions', [[payer.login], payer.akey, 'working'])) as object[];
    expect(line).toMatchObject({ transaction_id: id, type: 'refund', amount: 60, balance: 100, comment: 'it broke' });
    const part = { from_account_name: 'working', to_account_name: 'working', sent_to_account_name: 'working', amount: 60, state: 'moved' };
    expect(await transaction(payer, paid)).toEqual({
      transaction_id: paid,
      time: expect.any(Date),
      type: 'pay',
      comment: 'for the chair',
      principal_akey: payer.akey,
      parts: [{ ...part, from_akey: payer.akey, to_akey: payee.akey }],
      refunds: [{ transaction_id: id, amount: 60, time: expect.any(Date) }],
      refund_of: '',
    });
    expect(await transaction(payee, id)).toMatchObject({
      type: 'refund',
      principal_akey: payee.akey,
      parts: [{ ...part, from_akey: payee.akey, to_akey: payer.akey }],
      refunds: [],
      refund_of: paid,
    });
  });

  it('pays back in parts, never more than was paid', async () => {
    const [payer, payee] = [await somebody(100), await somebody(500)];
    const paid = await pay(payer, 60, payee);
    await refund(payee, paid, 25);
    await later();
    expect(await faultOf(refund(payee, paid, 36))).toBe('bank.refund_exceeded: 35 is left to be refunded, 36 were asked for');
    expect(await faultOf(refund(payee, paid, -1))).toMatch(/^invalid_params: /);
    await refund(payee, paid, 5);
    await later();
    await refund(payee, paid);
    expect([await balance(payer), await balance(payee)]).toEqual([100, 500]);
    for (const amount of [0, 1]) expect(await faultOf(refund(payee, paid, amount))).toMatch(/^bank\.refund_exceeded: 0 is left/);
    expect((await transaction(payer, paid)).refunds.map(({ amount }) => amount)).toEqual([25, 5, 30]);
  });

  it.each([0, 60])('is booked once under a request id, with %d asked for', async (amount) => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const paid = await pay(payer, 60, payee);
    const id = await refund(payee, paid, amount, '', 'once');
    expect(await refund(payee, paid.toUpperCase(), amount, '', 'once')).toBe(id);
    expect(await balance(payee)).toBe(0);
    expect(await faultOf(refund(payee, paid, 1, '', 'once'))).toMatch(/^bank\.request_conflict: /);
  });

  it('takes it from the account that was paid, and leaves it be where that has too little', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    await world.call('bank.openAccount', [[payee.login], 'shop']);
    await world.call('bank.setDeposit', [[payee.login], payee.akey, 'shop', 1]);
    const paid = await pay(payer, 60, payee, 'shop');
    await world.call('bank.transfer', [[payee.login], payee.akey, 50, 'shop', 'working', '']);
    expect(await faultOf(refund(payee, paid))).toBe('bank.insufficient_funds: shop holds 10, 60 needed');
    await refund(payee, paid, 10);
    expect([await balance(payee), await balance(payee, 'shop')]).toEqual([50, 0]);
  });

  it('gives back what a posted hold brought', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const hold = (await world.call('bank.hold', [[payer.login], 60, payer.akey, 'working', payee.akey, 'working', ''])) as string;
    const posted = (await world.call('bank.postHold', [[payee.login], hold, 40])) as string;
    expect(await faultOf(refund(payee, hold))).toMatch(/^bank\.not_refundable: .* of the type hold/);
    expect(await faultOf(refund(payee, posted, 41))).toMatch(/^bank\.refund_exceeded: 40 is left/);
    await refund(payee, posted);
    expect(await balance(payer)).toBe(100);
    expect(await transaction(payer, hold)).toMatchObject({ type: 'hold', parts: [{ amount: 60, state: 'posted' }] });
  });

  it('refunds payments only, and only for who was paid', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    await world.call('bank.openAccount', [[payer.login], 'savings']);
    const transferred = (await world.call('bank.transfer', [[payer.login], payer.akey, 5, 'working', 'savings', ''])) as string;
    const minted = (await world.call('operator.mint', [[world.operator], payer.akey, 'working', 5, ''])) as string;
    const inWorld = (await world.call('bank.pay', [[payer.login], 5, payer.akey, 'working', payee.akey, 'avatar', '', 0])) as string;
    const dispensed = (await world.call('operator.confirmPayout', [[world.operator], inWorld])) as string;
    const paid = await pay(payer, 10, payee);
    const refunded = await refund(payee, paid, 3);
    for (const id of [transferred, minted, inWorld, dispensed, refunded]) {
      expect(await faultOf(refund(payer, id))).toMatch(/^bank\.not_refundable: .* of the type/);
    }
    expect(await faultOf(refund(payer, paid))).toMatch(/^bank\.not_refundable: .* was paid nothing/);
    for (const id of [paid, '11111111-2222-4333-8444-555555555555', 'x'.repeat(36)]) {
      expect(await faultOf(refund(cyd, id))).toMatch(/^bank\.unknown_transaction: /);
      expect(await faultOf(transaction(cyd, id))).toMatch(/^bank\.unknown_transaction: /);
    }
    expect(await faultOf(world.call('bank.refund', [[cyd.login], payee.akey, paid]))).toMatch(/^auth\.forbidden: /);
  });

  it('works on grants within their limits', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const paid = await pay(payer, 60, payee);
    const full = (await world.call('bank.grantAllAccountsFullCapability', [[payee.login], cyd.akey, 60])) as string;
    const by = async (limits: object, amount: number) => {
      const { token } = await world.capabilities.narrow(full, limits);
      return faultOf(world.call('bank.refund', [[cyd.login, token], payee.akey, paid, amount]));
    };
    expect(await by({ accounts: ['shop'] }, 1)).toMatch(/^auth\.forbidden: /);
    expect(await by({ payees: [cyd.akey] }, 1)).toMatch(/^auth\.forbidden: /);
    expect(await by({ maxEach: 5 }, 6)).toMatch(/^auth\.forbidden: .*5 at a time/);
    expect(await by({ maxEach: 5 }, 0)).toMatch(/^auth\.forbidden: .*5 at a time/);
    expect(await by({ total: 5 }, 6)).toMatch(/^bank\.grant_exhausted: /);
    expect(await by({ maxEach: 5, total: 5, payees: [payer.akey], accounts: ['working'] }, 5)).toBe('no fault');
    expect(await by({}, 0)).toBe('no fault');
    expect(await balance(payer)).toBe(100);
  });
});

describe('a payment to several', () => {
  /** The payee gets 30 and 15 of 60, and Cyd 15. */
  async function split(payer: Person, payee: Person): Promise<string> {
    const payees = [
      { akey: payee.akey, account_name: '', share: 2 },
      { akey: cyd.akey, account_name: '', share: 1 },
      { akey: payee.akey, account_name: '', share: 1 },
    ];
    const { transaction_id } = (await world.call('bank.paySplit', [[payer.login], 60, payer.akey, 'working', payees, ''])) as {
      transaction_id: string;
    };
    return transaction_id;
  }

  it('is refunded by each for their own part, in proportion to what is left', async () => {
    const [payer, payee, before] = [await somebody(100), await somebody(), (await balance(cyd)) as number];
    const paid = await split(payer, payee);
    await refund(payee, paid, 10);
    const legs = () => world.database.prisma.refund.findMany({ where: { originalId: paid }, orderBy: [{ leg: 'asc' }, { amount: 'asc' }] });
    expect(await legs()).toMatchObject([
      { leg: 0, amount: 7n },
      { leg: 2, amount: 3n },
    ]);
    expect(await faultOf(refund(payee, paid, 36))).toBe('bank.refund_exceeded: 35 is left to be refunded, 36 were asked for');
    await refund(payee, paid);
    expect([await balance(payer), await balance(payee), await balance(cyd)]).toEqual([85, 0, before + 15]);
    await refund(cyd, paid);
    expect(await balance(payer)).toBe(100);
  });

  it('shows each their own part, and the payer all of it', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const paid = await split(payer, payee);
    const id = (await world.call('operator.refund', [[world.operator], paid, 20])) as string;
    expect((await transaction(payer, paid)).parts.map(({ amount }) => amount)).toEqual([30, 15, 15]);
    expect((await transaction(payee, paid)).parts.map(({ amount }) => amount)).toEqual([30, 15]);
    expect((await transaction(cyd, paid)).parts.map(({ amount }) => amount)).toEqual([15]);
    expect((await transaction(payer, paid)).refunds).toMatchObject([{ transaction_id: id, amount: 20 }]);
    expect((await transaction(cyd, paid)).refunds).toMatchObject([{ transaction_id: id, amount: 5 }]);
  });

  it('is refunded for all together by an operator, or not at all', async () => {
    const [payer, payee, before] = [await somebody(100), await somebody(), (await balance(cyd)) as number];
    const paid = await split(payer, payee);
    const operator = (...more: unknown[]) => world.call('operator.refund', [[world.operator], paid, ...more]);
    expect(await faultOf(world.call('operator.refund', [[payer.login], paid]))).toMatch(/^auth\.forbidden: /);
    await refund(payee, paid, 30);
    // 15 is left of each of the two.
    const id = await operator(10, 'sorry', 'r-1');
    expect(await operator(10, 'sorry', 'r-1')).toBe(id);
    expect([await balance(payer), await balance(payee), await balance(cyd)]).toEqual([80, 10, before + 10]);
    expect(await faultOf(operator(21))).toBe('bank.refund_exceeded: 20 is left to be refunded, 21 were asked for');
    await pay(cyd, before + 10, payer);
    expect(await faultOf(operator())).toMatch(/^bank\.insufficient_funds: /);
    expect(await balance(payee)).toBe(10);
    expect(await faultOf(world.call('operator.refund', [[world.operator], id]))).toMatch(/^bank\.not_refundable: /);
    expect(await faultOf(world.call('operator.refund', [[world.operator], 'x'.repeat(36)]))).toMatch(/^bank\.unknown_transaction: /);
  });

  it('to a group is refunded by its members, and by officers what its own account got', async () => {
    const [payer, founder] = [await somebody(100), await somebody()];
    const group = (await world.call('general.createGroup', [[founder.login], `Band ${founder.akey}`])) as string;
    const shared = (await world.call('bank.pay', [[payer.login], 10, payer.akey, 'working', group, '', '', 0])) as string;
    await refund(founder, shared);
    await world.call('bank.openAccount', [[founder.login], 'fund', '', group]);
    await world.call('bank.setDeposit', [[founder.login], group, 'fund', 1]);
    const paid = (await world.call('bank.pay', [[payer.login], 10, payer.akey, 'working', group, 'fund', '', 0])) as string;
    expect(await faultOf(world.call('bank.refund', [[cyd.login], group, paid]))).toMatch(/^auth\.forbidden: /);
    await world.call('bank.refund', [[founder.login], group, paid]);
    expect(await balance(payer)).toBe(100);
  });
});

describe('many at once', () => {
  it('refund of one payment no more than was paid, through two servers', async () => {
    const [payer, payee] = [await somebody(1_000), await somebody(1_000)];
    const paid = await pay(payer, 100, payee);
    const refunds = Array.from({ length: 10 }, (_, at) =>
      (at % 2 ? world : other).call('bank.refund', [[payee.login], payee.akey, paid, 30]).then(
        () => 'refunded',
        (error: Fault) => error.spec.code,
      ),
    );
    const answers = await Promise.all(refunds);
    expect(answers.filter((answer) => answer === 'refunded')).toHaveLength(3);
    expect(answers.filter((answer) => answer === 'bank.refund_exceeded')).toHaveLength(7);
    expect([await balance(payer), await balance(payee)]).toEqual([990, 1_010]);
  });

  it('ask for all that is left, and one gets it', async () => {
    const [payer, payee] = [await somebody(100), await somebody(100)];
    const paid = await pay(payer, 100, payee);
    const operator = other.call('operator.refund', [[world.operator], paid]);
    const answers = await Promise.all([operator, ...Array.from({ length: 9 }, () => refund(payee, paid))].map(faultOf));
    expect(answers.filter((answer) => answer === 'no fault')).toHaveLength(1);
    expect(await balance(payee)).toBe(100);
  });
});

describe('the audit', () => {
  it.each([
    [
      'more than was paid',
      'UPDATE refund SET amount = amount + 100 WHERE journal_id = $1',
      'UPDATE refund SET amount = amount - 100 WHERE journal_id = $1',
    ],
    [
      'what it did not move',
      'UPDATE refund SET amount = amount - 1 WHERE journal_id = $1',
      'UPDATE refund SET amount = amount + 1 WHERE journal_id = $1',
    ],
    ['a transfer that is not there', 'UPDATE refund SET leg = 9 WHERE journal_id = $1', 'UPDATE refund SET leg = 0 WHERE journal_id = $1'],
  ])('sees a refund of %s', async (_name, harm, heal) => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await refund(payee, await pay(payer, 60, payee), 20);
    await world.database.pool.query(harm, [id]);
    expect(await world.bank.audit()).toMatchObject({ ok: false });
    await world.database.pool.query(heal, [id]);
  });

  it('sees a refund that nothing links to what it pays back', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const id = await refund(payee, await pay(payer, 60, payee), 20);
    const rows = await world.database.prisma.refund.findMany({ where: { journalId: id } });
    await world.database.prisma.refund.deleteMany({ where: { journalId: id } });
    expect(await world.bank.audit()).toMatchObject({ ok: false, problems: [expect.stringContaining('is a refund of 0')] });
    await world.database.prisma.refund.createMany({ data: rows });
  });
});
