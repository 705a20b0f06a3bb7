import type { Account, Origin } from '@scrip/bank';
import type { AvatarKey } from '@scrip/kernel';

/** Whose credit, at whom. */
export interface CreditParties {
  readonly merchant: AvatarKey;
  readonly holder: AvatarKey;
}

/** Credit that can be spent. */
export interface Purse {
  readonly account: Account;
  /** Minor units. */
  readonly balance: bigint;
}

export interface ListedCredit extends CreditParties, Purse {}

/** What a merchant gives to somebody. */
export interface CreditGift extends CreditParties {
  /** Minor units of the merchant's `working`. */
  readonly amount: bigint;
  readonly comment: string;
}

/** A gift that somebody asks for, and may ask for again. */
export interface CreditGiftRequest extends CreditGift, Origin {}
