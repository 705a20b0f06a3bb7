import { defineFault } from '@scrip/rpc';

export const invalidAmount = defineFault({
  code: 'bank.invalid_amount',
  fault: 1201,
  kind: 'invalid',
  doc: 'An amount must be above zero, have no more decimal places than its currency, and be no more than an account can hold.',
});
export const insufficientFunds = defineFault({
  code: 'bank.insufficient_funds',
  fault: 1203,
  kind: 'refused',
  doc: 'The account has less available than the payment needs; nothing was moved. What is held is not available.',
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
export const overCeiling = defineFault({
  code: 'bank.over_maximum',
  fault: 1220,
  kind: 'refused',
  doc: 'The account would hold more than the maximum that an operator has set for it.',
});
export const grantExhausted = defineFault({
  code: 'bank.grant_exhausted',
  fault: 1221,
  kind: 'refused',
  doc: 'The capability has a spending total, and less is left of it than was asked for.',
});
