import type { AvatarKey, JournalId, OwnerKey } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import type { HoldState } from '../ledger/model.ts';

/** One transfer of a transaction. Amounts are minor units. */
export interface Leg {
  readonly leg: number;
  readonly from: Account;
  readonly to: Account;
  readonly amount: bigint;
  /** Moved at once, or the state of the hold that it is. */
  readonly state: 'moved' | HoldState['state'];
  /** How much of it has been paid back. */
  readonly refunded: bigint;
  /** The avatar whom it is to be handed to in-world; null where it is for an account. */
  readonly inWorld: AvatarKey | null;
  /** The payee's account as the payer wrote it, where that is not the name of the account that got it. */
  readonly sentTo: string | null;
}

export interface Transaction {
  readonly id: JournalId;
  readonly time: Date;
  readonly kind: string;
  readonly comment: string;
  readonly principal: OwnerKey;
  /** In order; only those that the reader has a side of. */
  readonly legs: readonly Leg[];
}

export interface TransactionDetails extends Transaction {
  /** What was paid back of these transfers, oldest first. */
  readonly refunds: readonly { readonly id: JournalId; readonly time: Date; readonly amount: bigint }[];
  /** The transaction that this one pays back. */
  readonly refundOf: JournalId | undefined;
}
