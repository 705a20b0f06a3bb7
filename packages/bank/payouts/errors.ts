import { defineFault } from '@scrip/rpc';

export const payoutState = defineFault({
  code: 'bank.payout_state',
  fault: 1240,
  kind: 'conflict',
  doc: 'The payout is not in a state in which this can be said of it: it was decided otherwise, accepted by another request, or not accepted in time. What was not accepted is not handed over.',
});
export const gridTransactionConflict = defineFault({
  code: 'bank.grid_transaction_conflict',
  fault: 1241,
  kind: 'conflict',
  doc: "The in-world transaction stands for another payout, or for a deposit of another amount or avatar; or the payout was reported with another transaction's key.",
});
