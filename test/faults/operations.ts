import type { Uuid } from '@scrip/kernel';
import { accountId, journalId, payoutId } from '../../packages/bank/ledger/ids.ts';
import type { Effect, Leg, Request } from './history.ts';
import type { Random } from './random.ts';

export interface Person {
  readonly akey: Uuid;
  readonly login: string;
  /** Has so much that nothing affordable is ever refused. */
  readonly rich: boolean;
}

/** What an order can be drawn from. */
export interface Draw {
  readonly random: Random;
  readonly self: Person;
  readonly people: readonly Person[];
  readonly requestId: string;
  /** No other request's: it tells the oracle whose journal it sees. */
  readonly comment: string;
  /** What this client asked for before and was acknowledged, the newest last. */
  readonly done: readonly Request[];
}

export interface Order {
  readonly method: string;
  /** Between the capabilities, which come first, and the request id, which comes last. */
  readonly params: readonly unknown[];
  /** The id of its journal. */
  readonly journal: Uuid;
  readonly effect: Effect;
  /** Faults with which the rules may answer it. */
  readonly refusals: readonly number[];
}

export interface Operation {
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** Undefined where there is nothing yet that it could be done with. */
  draw(draw: Draw): Order | undefined;
}

const INSUFFICIENT_FUNDS = 1203;
const CURRENCY = 'L$';
const WORKING = 'working';
export const SAVINGS = 'savings';
/** More than anybody has. */
const FORTUNE = 2_000_000_000;

const refusals = ({ rich }: Person) => (rich ? [] : [INSUFFICIENT_FUNDS]);

function moves(kind: string, comment: string, ...transfers: Leg[]): Effect {
  return { kind, comment, transfers, holds: [], notices: 0, payouts: 0 };
}

/** Half of the payments go to one payee: accounts that everybody wants are where locks meet. */
function payeeOf({ random, self, people }: Draw): Person {
  const [hot] = people as [Person];
  if (hot !== self && random.chance(0.5)) return hot;
  return random.pick(people.filter((one) => one !== self));
}

function pay(draw: Draw, amount: number, notify: number): Order {
  const { self, comment, requestId } = draw;
  const payee = payeeOf(draw);
  const [debit, credit] = [accountId(self.akey, WORKING), accountId(payee.akey, WORKING)];
  return {
    method: 'bank.pay',
    params: [amount, self.akey, WORKING, payee.akey, WORKING, comment, notify],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('pay', comment, { debit, credit, amount: BigInt(amount) }), notices: notify },
    refusals: refusals(self),
  };
}

function transfer({ self, comment, requestId }: Draw, amount: number, from: string, to: string): Order {
  const [debit, credit] = [accountId(self.akey, from), accountId(self.akey, to)];
  return {
    method: 'bank.transfer',
    params: [self.akey, amount, from, to, comment],
    journal: journalId(self.akey, requestId),
    effect: moves('transfer', comment, { debit, credit, amount: BigInt(amount) }),
    // Savings may be empty even where `working` never is.
    refusals: from === WORKING ? refusals(self) : [INSUFFICIENT_FUNDS],
  };
}

/** One row for each thing that clients do. */
export const OPERATIONS: readonly Operation[] = [
  { weight: 62, draw: (draw) => pay(draw, draw.random.whole(1, 40), 0) },
  { weight: 6, draw: (draw) => pay(draw, draw.random.whole(1, 40), 1) },
  // Refused whatever the payer has.
  { weight: 5, draw: (draw) => ({ ...pay(draw, FORTUNE, 1), refusals: [INSUFFICIENT_FUNDS] }) },
  { weight: 12, draw: (draw) => transfer(draw, draw.random.whole(1, 30), WORKING, SAVINGS) },
  { weight: 12, draw: (draw) => transfer(draw, draw.random.whole(1, 30), SAVINGS, WORKING) },
  {
    // Handed over in-world: held, and queued for a dispenser.
    weight: 3,
    draw({ random, self, people, comment, requestId }) {
      const [payee, amount] = [random.pick(people), random.whole(1, 3)];
      const hold = { debit: accountId(self.akey, WORKING), credit: payoutId(CURRENCY), amount: BigInt(amount) };
      return {
        method: 'bank.pay',
        params: [amount, self.akey, WORKING, payee.akey, 'avatar', comment, 0],
        journal: journalId(self.akey, requestId),
        effect: { ...moves('payout', comment), holds: [hold], payouts: 1 },
        refusals: refusals(self),
      };
    },
  },
];
