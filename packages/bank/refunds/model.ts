import type { Currency, JournalId, OwnerKey, Uuid } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import type { Origin } from '../posting/instruction.ts';
import type { BackTransfer, Side } from './turn.ts';

/** From 0 to 1. */
export interface Fraction {
  readonly part: bigint;
  readonly whole: bigint;
}

/** What is to be given back of one earlier journal. */
export interface Due {
  readonly original: JournalId;
  /** Minor units; undefined: all that is left. */
  readonly amount?: bigint | undefined;
  /** Instead of an amount: so much of what was paid, rounded down, or what is left where that is less. */
  readonly fraction?: Fraction | undefined;
  /** Who gets it: in the accounts that paid, where those are theirs, or else in `working`. Undefined: whoever paid. */
  readonly to?: OwnerKey | undefined;
}

export interface BackRequest {
  /** All in one currency. */
  readonly dues: readonly Due[];
  /** Who gives back their part alone; undefined: everybody. */
  readonly giver?: OwnerKey | undefined;
  /** The account that pays what the others are short of. Only its owner can choose that; undefined: nobody pays it. */
  readonly cover?: Account | undefined;
  /** Who paid from a purse that is not their own by the books. What they got themselves nobody covers: of that they are not short. */
  readonly payer?: OwnerKey | undefined;
}

/** Who would give back how much. Amounts are minor units. */
export interface BackPlan {
  readonly currency: Currency;
  /** All that goes back. */
  readonly amount: bigint;
  /** What was left of the originals, everybody's parts counted: nothing is left after this one where it is the same as `amount`. */
  readonly left: bigint;
  /** All that somebody might have to give, whatever is drawn, and does not have. While it is not zero, nothing can be booked. */
  readonly missing: bigint;
  /** Amounts are as they were drawn; what is missing is of the most that the side could have had to give. */
  readonly sides: readonly Side[];
  /** Who gets how much, what is missing counted in. */
  readonly receivers: ReadonlyMap<OwnerKey, bigint>;
  readonly transfers: readonly BackTransfer[];
  /** The transfers, if each had been drawn as high as it could have been. A refusal that comes of these tells nobody what was drawn. */
  readonly highest: readonly BackTransfer[];
  /** What had been paid back when this was planned, by `legKey`. */
  readonly refunded: ReadonlyMap<string, bigint>;
  readonly originals: readonly JournalId[];
}

/** How a plan is written down. */
export interface BackInstruction extends Origin {
  /** What it is called in statements: one of the slice's own words, such as `sale_refund`. */
  readonly kind: string;
  /** `requestHash` of what was asked for, without what was worked out of it. */
  readonly requestHash: Uuid;
  /** Cut at 64 characters. */
  readonly comment: string;
  /** Whose capabilities `chain` is: what leaves their accounts is counted on it. */
  readonly spender: OwnerKey;
}
