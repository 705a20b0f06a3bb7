import { type Fault, invalidParams } from '@scrip/rpc';
import { gridTransactionConflict, payoutState } from './errors.ts';
import type { Standing } from './model.ts';
import type { PayoutEnd } from './states.ts';

/** What a dispenser says became of a payout. */
export interface Report {
  readonly end: PayoutEnd;
  /** The grid's key of the transaction in-world; null where it says none. */
  readonly gridTransaction: string | null;
}

/**
 * Whether a report of the object that pulled the payout ends it now; false where it was ended like that before. One that was pulled may be
 * reported without having been accepted: what was handed over was handed over, and nobody else has it meanwhile. Raises bank.payout_state,
 * bank.grid_transaction_conflict.
 */
export function endsBy({ state, gridTransaction: known }: Standing, { end, gridTransaction: told }: Report): boolean {
  if (known !== null && told !== null && known !== told) {
    throw gridTransactionConflict(`the payout was reported with the transaction ${known} before, and now with ${told}`);
  }
  if (state === end) return false;
  if (state === 'pulled' || state === 'accepted') return true;
  if (state === 'unknown' && told !== null) return true;
  throw state === 'unknown'
    ? payoutState('what became of the payout is unknown; a report with the grid_transaction decides it, or an operator does')
    : notSo(state);
}

export function notSo(state: string): Fault {
  return payoutState(`the payout is ${state}`);
}

const GRID_TRANSACTION = /^[A-Za-z0-9-]{1,64}$/;
const NULL_KEY = '00000000-0000-0000-0000-000000000000';

/** In lower case, as grids write keys. Raises invalid_params; a key of zeros is what scripts have where they have none. */
export function gridTransactionOf(text: string): string {
  if (GRID_TRANSACTION.test(text) && text !== NULL_KEY) return text.toLowerCase();
  throw invalidParams(
    `grid_transaction is ${JSON.stringify(text)}; the grid's key of the transaction is needed, 1 to 64 of A-Z, a-z, 0-9 and -`,
  );
}
