export { type Account, WORKING } from './accounts/accounts.ts';
export { type Bank, type BankOptions, createBank } from './bank.ts';
export { Changed, type Deal, type Deals, orRefusal } from './deals/deals.ts';
export { type Answered, firstAnswerTo, type Request } from './deals/requests.ts';
export { type Allowed, retryable } from './deals/retries.ts';
export {
  currencyMismatch,
  insufficientFunds,
  invalidAmount,
  requestConflict,
  sameAccount,
  unknownAccount,
  unknownCurrency,
  unknownTransaction,
} from './errors.ts';
export { procedures as bankProcedures } from './generated/procedures.ts';
export { accountId, journalId, requestHash } from './ledger/ids.ts';
export type { Charge, Charges } from './payments/charges.ts';
export type { Payee } from './payments/payees.ts';
export { type Origin, POSTING_FAULTS, type Prepared } from './posting/posting.ts';
export { accountNameParam } from './words.ts';
