import type { Uuid } from '@scrip/kernel';
import { accountId, journalId, payoutId, settlementId } from '../../packages/bank/ledger/ids.ts';
import { drawnParts } from './draws.ts';
import type { Effect, Leg, Request } from './history.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Shop } from './shops.ts';

/** What an order can be drawn from. */
export interface Draw {
  readonly random: Random;
  readonly self: Person;
  readonly people: readonly Person[];
  readonly requestId: string;
  /** No other request's: it tells the oracle whose journal it sees. */
  readonly comment: string;
  /** What anybody asked for lately and was acknowledged. */
  readonly done: readonly Request[];
  /** Those of them that changed a lease, or bought something, more of them. */
  readonly deals: readonly Request[];
  readonly shops: readonly Shop[];
}

export interface Order {
  readonly method: string;
  /** Without the capabilities, which come first. */
  readonly params: readonly unknown[];
  /** The id of its journal; empty for a deed. */
  readonly journal: Uuid;
  readonly effect: Effect;
  /** Faults with which the rules may answer it. */
  readonly refusals: readonly number[];
}

export const INSUFFICIENT_FUNDS = 1203;
const [HOLD_SETTLED, HOLD_EXPIRED] = [1213, 1214];
const REFUND_EXCEEDED = 1216;
const CURRENCY = 'L$';
export const WORKING = 'working';
export const SAVINGS = 'savings';

const refusals = ({ rich }: Person) => (rich ? [] : [INSUFFICIENT_FUNDS]);

export function moves(kind: string, comment: string, ...transfers: Leg[]): Effect {
  return { kind, comment, transfers, holds: [], notices: 0, payouts: 0 };
}

/** Half of the payments go to one payee: accounts that everybody wants are where locks meet. */
function payeeOf({ random, self, people }: Draw): Person {
  const [hot] = people as [Person];
  if (hot !== self && random.chance(0.5)) return hot;
  return random.pick(people.filter((one) => one !== self));
}

export function pay(draw: Draw, amount: number, notify: number): Order {
  const { self, comment, requestId } = draw;
  const payee = payeeOf(draw);
  const [debit, credit] = [accountId(self.akey, WORKING), accountId(payee.akey, WORKING)];
  return {
    method: 'bank.pay',
    params: [amount, self.akey, WORKING, payee.akey, WORKING, comment, notify, requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('pay', comment, { debit, credit, amount: BigInt(amount) }), notices: notify },
    refusals: refusals(self),
  };
}

export function transfer({ self, comment, requestId }: Draw, amount: number, from: string, to: string): Order {
  const [debit, credit] = [accountId(self.akey, from), accountId(self.akey, to)];
  return {
    method: 'bank.transfer',
    params: [self.akey, amount, from, to, comment, requestId],
    journal: journalId(self.akey, requestId),
    effect: moves('transfer', comment, { debit, credit, amount: BigInt(amount) }),
    // Savings may be empty even where `working` never is.
    refusals: from === WORKING ? refusals(self) : [INSUFFICIENT_FUNDS],
  };
}

/** Seconds until a hold expires: some do so during the run, and more of them when the clock jumps. */
const EXPIRIES_s = [5, 3_600, 86_400 * 20] as const;

/** For somebody else, or for one's own savings, so that the payer is the payee too and may void it. */
export function hold(draw: Draw): Order {
  const { random, self, comment, requestId } = draw;
  const amount = random.whole(1, 20);
  const [payee, name] = random.chance(0.5) ? [self, SAVINGS] : [payeeOf(draw), WORKING];
  const leg = { debit: accountId(self.akey, WORKING), credit: accountId(payee.akey, name), amount: BigInt(amount) };
  const journal = journalId(self.akey, requestId);
  return {
    method: 'bank.hold',
    params: [amount, self.akey, WORKING, payee.akey, name, comment, random.pick(EXPIRIES_s), requestId],
    journal,
    effect: { ...moves('hold', comment), holds: [leg], expiry: settlementId({ journalId: journal, leg: 0 }) },
    refusals: refusals(self),
  };
}

/** Posts a hold of one's own, in part or all of it, or voids one that is for oneself. Others may be at it too. */
export function settle({ random, self, done }: Draw, how: 'post' | 'void'): Order | undefined {
  const [working, savings] = [accountId(self.akey, WORKING), accountId(self.akey, SAVINGS)];
  const side = how === 'post' ? 'debit' : 'credit';
  const mine = done.filter(({ effect }) => effect.kind === 'hold' && [working, savings].includes(effect.holds[0]?.[side] ?? ''));
  if (mine.length === 0) return undefined;
  const held = random.pick(mine);
  const [leg] = held.effect.holds as [Leg];
  const posted = how === 'void' ? 0n : BigInt(random.whole(1, Number(leg.amount)));
  return {
    method: how === 'post' ? 'bank.postHold' : 'bank.voidHold',
    params: how === 'post' ? [held.journal, Number(posted)] : [held.journal],
    journal: settlementId({ journalId: held.journal, leg: 0 }),
    effect: {
      ...moves(how, ''),
      transfers: posted > 0n ? [{ ...leg, amount: posted }] : [],
      settles: { hold: held.journal, posted },
    },
    refusals: [HOLD_SETTLED, HOLD_EXPIRED],
  };
}

/** Among several, with a fee for the first of all people. */
export function split({ random, self, people, comment, requestId }: Draw): Order {
  const [amount, percent] = [random.whole(1, 60), random.pick([0, 10, 50])];
  const payees = random.shuffled(people.filter((one) => one !== self)).slice(0, random.whole(1, 4));
  const shares = payees.map(() => random.whole(0, 5));
  shares[0] = random.whole(1, 5);
  const [collector] = people as [Person];
  const fee = collector === self ? 0 : percent;
  const journal = journalId(self.akey, requestId);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const [taken = 0n, ...rest] = drawnParts(journal, BigInt(amount), [fee * all, ...shares.map((share) => (100 - fee) * share)]);
  const debit = accountId(self.akey, WORKING);
  const parts = rest.map((part, index) => [payees[index]?.akey as Uuid, part] as const);
  const transfers = [...parts, [collector.akey, taken] as const]
    .filter(([, part]) => part > 0n)
    .map(([akey, part]) => ({ debit, credit: accountId(akey, WORKING), amount: part }));
  const list = payees.map(({ akey }, index) => ({ akey, account_name: '', share: shares[index] }));
  return {
    method: 'bank.paySplit',
    params: [amount, self.akey, WORKING, list, comment, fee > 0 ? collector.akey : '', fee, 1, 0, requestId],
    journal,
    effect: { ...moves('split', comment, ...transfers), notices: transfers.length },
    refusals: refusals(self),
  };
}

const REFUNDABLE = ['pay', 'split', 'post'];

/** Pays back what oneself was paid, some of it; together it may be more than that, and is then refused. */
export function refund({ random, self, comment, requestId, done }: Draw): Order | undefined {
  const mine = [accountId(self.akey, WORKING), accountId(self.akey, SAVINGS)];
  const paid = done.flatMap((request) => {
    const legs = request.effect.transfers.filter((leg) => mine.includes(leg.credit));
    return REFUNDABLE.includes(request.effect.kind) && legs.length === 1 ? [{ original: request.journal, leg: legs[0] as Leg }] : [];
  });
  if (paid.length === 0) return undefined;
  const { original, leg } = random.pick(paid);
  const amount = random.whole(1, Number(leg.amount));
  return {
    method: 'bank.refund',
    params: [self.akey, original, amount, comment, requestId],
    journal: journalId(self.akey, requestId),
    effect: moves('refund', comment, { debit: leg.credit, credit: leg.debit, amount: BigInt(amount) }),
    refusals: [REFUND_EXCEEDED, ...(leg.credit === mine[0] ? refusals(self) : [INSUFFICIENT_FUNDS])],
  };
}

/** Handed over in-world: held, and queued for a dispenser. */
export function payInWorld({ random, self, people, comment, requestId }: Draw): Order {
  const [payee, amount] = [random.pick(people), random.whole(1, 3)];
  const leg = { debit: accountId(self.akey, WORKING), credit: payoutId(CURRENCY), amount: BigInt(amount) };
  return {
    method: 'bank.pay',
    params: [amount, self.akey, WORKING, payee.akey, 'avatar', comment, 0, requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('payout', comment), holds: [leg], payouts: 1 },
    refusals: refusals(self),
  };
}
