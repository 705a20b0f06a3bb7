import type { Rider } from '@scrip/database';
import { formatMinor, type JournalId, type OwnerKey } from '@scrip/kernel';
import { type Fault, isFault, requestConflict } from '@scrip/rpc';
import { accountFrozen } from '../accounts/errors.ts';
import { requestHash, settlementId } from '../ledger/ids.ts';
import type { Settlement, Spending } from '../ledger/model.ts';
import { sentToRiders } from '../payments/sent-to.ts';
import { grantExhausted, invalidAmount } from '../posting/errors.ts';
import type { Poster, Prepared } from '../posting/poster.ts';
import { holdExceeded, holdExpired, holdSettled } from './errors.ts';
import type { Hold } from './model.ts';
import type { HoldStore } from './store.ts';

/** The faults that ending a hold can end in, beside that there is no such hold. */
export const SETTLING_FAULTS = [invalidAmount, accountFrozen, grantExhausted, holdSettled, holdExpired, holdExceeded] as const;

export interface Ending {
  readonly principal: OwnerKey;
  readonly how: Settlement['how'];
  /** In minor units; 0 to void or expire. */
  readonly amount: bigint;
  /** Of the journal that ends the hold. */
  readonly kind: 'post' | 'payout' | 'void' | 'expire';
  readonly spends?: Spending;
  /** Rows that are written with it, once. */
  readonly riders: readonly Rider[];
}

/** Ends holds, in whichever way. */
export class Settlements {
  readonly #holds: HoldStore;
  readonly #poster: Poster;

  constructor(holds: HoldStore, poster: Poster) {
    this.#holds = holds;
    this.#poster = poster;
  }

  /**
   * Ends a hold and returns the transaction id, which is the same for whoever does it: ended again in the same way it is
   * found in the books and nothing is done. Raises bank.hold_settled where it was ended in another way, and
   * bank.hold_expired after its time, whether or not its money has gone back by then.
   */
  async settle(hold: Hold, ending: Ending): Promise<JournalId> {
    const prepared = this.prepare(hold, ending);
    try {
      await this.#poster.post(prepared);
      return prepared.journal.id;
    } catch (error) {
      // Every end of a hold has the same id, so another end is in the ledger's eyes another request under it.
      if (isFault(error, requestConflict)) throw endedOtherwise(await this.#holds.find(hold));
      throw error;
    }
  }

  /** What `settle` posts, for who posts it in a transaction of their own. */
  prepare(hold: Hold, { principal, how, amount, kind, spends, riders }: Ending): Prepared {
    const { from, to, comment, journalId, leg, sentTo } = hold;
    const id = settlementId(hold);
    return {
      journal: {
        id,
        principal,
        requestHash: requestHash('settle', how, amount),
        kind,
        comment,
        transfers: [],
        settles: { hold: { journalId, leg }, debit: from.id, credit: to.id, how, amount },
        ...(spends && { spends }),
      },
      riders: amount > 0n && sentTo !== null ? [...riders, ...sentToRiders(id, 0, { sentTo, to })] : riders,
      requestId: '',
      accounts: [from, to],
    };
  }
}

/** Why a hold can't be ended in the way that is wanted. */
export function endedOtherwise(hold: Hold | undefined): Fault {
  if (hold?.state === 'expired') return holdExpired(`the hold expired at ${hold.expires?.toISOString()}`);
  if (hold?.state === 'voided') return holdSettled('the hold was voided before, and its money went back');
  const scale = hold?.from.currency.scale ?? 0;
  return holdSettled(`${formatMinor(hold?.posted ?? 0n, scale)} of ${formatMinor(hold?.amount ?? 0n, scale)} were posted before`);
}
