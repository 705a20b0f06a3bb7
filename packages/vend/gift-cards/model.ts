import type { Account } from '@scrip/bank';
import type { AvatarKey, JournalId } from '@scrip/kernel';

export interface GiftCard {
  /** Also the transaction that paid for it. */
  readonly id: JournalId;
  /** The code, sealed under the master key. */
  readonly codeSealed: Uint8Array;
  readonly merchant: AvatarKey;
  readonly buyer: AvatarKey;
  /** Minor units. */
  readonly amount: bigint;
  readonly createdAt: Date;
  readonly redeemedBy: AvatarKey | null;
}

export interface NewCard extends Pick<GiftCard, 'id' | 'codeSealed' | 'merchant' | 'buyer' | 'amount'> {
  readonly codeHash: Uint8Array;
}

/** A card with the account that its amount is, or was, in. */
export interface FundedCard extends GiftCard {
  readonly account: Account;
}
