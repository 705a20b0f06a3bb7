import { defineFault } from '@scrip/rpc';

export const unknownAccount = defineFault({
  code: 'bank.unknown_account',
  fault: 1200,
  kind: 'not_found',
  doc: 'The avatar has no account of that name; `bank.accountList` lists those that the caller may see.',
});
export const invalidAmount = defineFault({
  code: 'bank.invalid_amount',
  fault: 1201,
  kind: 'invalid',
  doc: 'An amount must be a whole number of major units above zero, and no more than an account can hold.',
});
export const insufficientFunds = defineFault({
  code: 'bank.insufficient_funds',
  fault: 1203,
  kind: 'refused',
  doc: 'The account has less available than the payment needs; nothing was moved. What is held is not available.',
});
export const requestConflict = defineFault({
  code: 'bank.request_conflict',
  fault: 1204,
  kind: 'conflict',
  doc: 'This request id was used for another request. A retry repeats the very same parameters; a new payment takes a new id.',
});
export const sameAccount = defineFault({
  code: 'bank.same_account',
  fault: 1205,
  kind: 'invalid',
  doc: 'Both sides of the transfer are the same account.',
});
export const currencyMismatch = defineFault({
  code: 'bank.currency_mismatch',
  fault: 1206,
  kind: 'refused',
  doc: 'The two accounts are in different currencies; Scrip does not exchange.',
});
export const limitExceeded = defineFault({
  code: 'bank.limit_exceeded',
  fault: 1207,
  kind: 'refused',
  doc: 'The account would hold or owe more than 2^53 - 1 minor units, past which balances would no longer be exact.',
});
export const invalidAccountName = defineFault({
  code: 'bank.invalid_account_name',
  fault: 1208,
  kind: 'invalid',
  doc: 'Account names have 1 to 63 characters without commas, `#`, `:`, control characters or outer spaces, and are not `avatar`.',
});
export const unknownCurrency = defineFault({
  code: 'bank.unknown_currency',
  fault: 1209,
  kind: 'not_found',
  doc: 'The server has no currency of that code.',
});
export const accountExists = defineFault({
  code: 'bank.account_exists',
  fault: 1210,
  kind: 'conflict',
  doc: 'The avatar has an account of that name already, in another currency.',
});
export const tooManyAccounts = defineFault({
  code: 'bank.too_many_accounts',
  fault: 1211,
  kind: 'refused',
  doc: 'The avatar has as many accounts as one avatar may have.',
});
