export { unknownAccount } from './accounts/errors.ts';
export { type Account, WORKING } from './accounts/model.ts';
export { type Bank, type BankOptions, createBank } from './bank.ts';
export { unknownCurrency } from './currencies/errors.ts';
export { Changed, type Deal, type Deals, orRefusal } from './deals/deals.ts';
export { type Answered, firstAnswerTo, type Request } from './deals/requests.ts';
export { type Allowed, retryable } from './deals/retries.ts';
export { procedures as bankProcedures } from './generated/procedures.ts';
export { accountId, journalId, requestHash } from './ledger/ids.ts';
export { accountName as accountNameParam } from './params.ts';
export type { Charge, Charges } from './payments/charges.ts';
export type { Payee } from './payments/payees.ts';
export { currencyMismatch, insufficientFunds, invalidAmount, sameAccount } from './posting/errors.ts';
export { POSTING_FAULTS } from './posting/faults.ts';
export { type Origin, toMinor } from './posting/instruction.ts';
export type { Prepared } from './posting/poster.ts';
export { refundExceeded } from './refunds/errors.ts';
export {
  type BackInstruction,
  type BackPlan,
  type BackRequest,
  type Due,
  type Fraction,
  type GivingBack,
  isStaleRefund,
} from './refunds/giving-back.ts';
export type { Side } from './refunds/turn.ts';
export { unknownTransaction } from './transactions/errors.ts';
