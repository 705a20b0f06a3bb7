// The ledger under test, as the simulation and its checks know it.
export { Batcher, type Runtime } from '../../../packages/bank/ledger/batcher.ts';
export { decide } from '../../../packages/bank/ledger/decide.ts';
export { accountId, journalId, mintId, requestHash, settlementId } from '../../../packages/bank/ledger/ids.ts';
export {
  type AccountState,
  type Books,
  type Decision,
  type Journal,
  legKey,
  type Outcome,
  type Posting,
  type Refusal,
} from '../../../packages/bank/ledger/model.ts';
export { postWithin } from '../../../packages/bank/ledger/store.ts';
