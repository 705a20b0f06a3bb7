import type { AvatarKey, Currency, OwnerKey, Uuid } from '@scrip/kernel';
import type { HoldKey } from '../ledger/model.ts';
import type { PayoutState } from './states.ts';

/** Where a payout stands. */
export interface Standing {
  readonly state: PayoutState;
  /** The dispenser that pulled it. */
  readonly object: Uuid | null;
  readonly acceptedUnder: string | null;
  /** Until when the dispenser has to say something. */
  readonly due: Date | null;
  /** The grid's key of the transaction in-world. */
  readonly gridTransaction: string | null;
}

/** A payment that is, or was, to be handed over in-world; in minor units. */
export interface Payout extends HoldKey, Standing {
  readonly akey: AvatarKey;
  readonly payer: OwnerKey;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly time: Date;
}

/** What a dispenser gets to know of one. */
export interface Pulled extends HoldKey {
  /** As the dispenser's grid knows the avatar. */
  readonly akey: AvatarKey;
  readonly amount: bigint;
  readonly currency: Currency;
}
