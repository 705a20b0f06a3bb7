import type { AvatarKey, OwnerKey } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import type { HoldKey, HoldState } from '../ledger/model.ts';

/** Money that was set aside, with the accounts on its two sides. Amounts are minor units. */
export interface Hold extends HoldKey {
  /** Of the journal that set it aside. */
  readonly kind: string;
  readonly principal: OwnerKey;
  readonly comment: string;
  readonly time: Date;
  readonly from: Account;
  readonly to: Account;
  readonly amount: bigint;
  readonly state: HoldState['state'];
  readonly posted: bigint;
  /** Null where it waits without an end. */
  readonly expires: Date | null;
  /** Whether it had expired when it was read, by the database's clock. It may still be open. */
  readonly over: boolean;
  /** The avatar whom it is to be handed to in-world; null where it is for an account. */
  readonly inWorld: AvatarKey | null;
  /** The payee's account as the payer wrote it, where that is not the name of the account that the money is for. */
  readonly sentTo: string | null;
}
