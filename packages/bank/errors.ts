import { defineFault, type Fault } from '@scrip/rpc';

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
/** bank.request_conflict, in the one text that it has. */
export function conflictOf(requestId: string): Fault {
  return requestConflict(
    `the request id ${JSON.stringify(requestId)} was used for another request; a retry must repeat it exactly, a new request needs a new id`,
  );
}
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
export const unknownHold = defineFault({
  code: 'bank.unknown_hold',
  fault: 1212,
  kind: 'not_found',
  doc: 'There is no hold of that id; `bank.listHolds` lists those that the caller may see.',
});
export const holdSettled = defineFault({
  code: 'bank.hold_settled',
  fault: 1213,
  kind: 'conflict',
  doc: 'The hold was ended before, in another way. Ending it again in the same way is no fault and changes nothing.',
});
export const holdExpired = defineFault({
  code: 'bank.hold_expired',
  fault: 1214,
  kind: 'refused',
  doc: 'The hold has expired; its money is free again, a second later at most.',
});
export const holdExceeded = defineFault({
  code: 'bank.hold_exceeded',
  fault: 1215,
  kind: 'refused',
  doc: 'More is to be posted than is held.',
});
export const refundExceeded = defineFault({
  code: 'bank.refund_exceeded',
  fault: 1216,
  kind: 'refused',
  doc: 'All refunds of a payment together can not be more than was paid.',
});
export const notRefundable = defineFault({
  code: 'bank.not_refundable',
  fault: 1217,
  kind: 'refused',
  doc: 'Only payments can be refunded: no transfers between the accounts of one owner, no refunds, and no money from the mint.',
});
export const accountFrozen = defineFault({
  code: 'bank.account_frozen',
  fault: 1218,
  kind: 'refused',
  doc: 'An operator has frozen the account: money can come in, but none can leave it.',
});
export const accountClosed = defineFault({
  code: 'bank.account_closed',
  fault: 1219,
  kind: 'refused',
  doc: 'The account is closed; `bank.openAccount` opens it again.',
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
export const unknownTransaction = defineFault({
  code: 'bank.unknown_transaction',
  fault: 1222,
  kind: 'not_found',
  doc: 'There is no transaction of that id, or none that the avatar has a part in (for a payout: that pays anybody in-world).',
});
export const accountNotEmpty = defineFault({
  code: 'bank.account_not_empty',
  fault: 1223,
  kind: 'refused',
  doc: 'An account can be closed only when it holds nothing and nothing is held on it. `working` stays open.',
});
export const unknownStandingOrder = defineFault({
  code: 'bank.unknown_standing_order',
  fault: 1224,
  kind: 'not_found',
  doc: 'The avatar has no standing order of that id.',
});
export const invalidSplit = defineFault({
  code: 'bank.invalid_split',
  fault: 1225,
  kind: 'invalid',
  doc: 'A split needs 1 to 100 payees whose shares are not all zero, and a fee below 100 percent.',
});
export const currencyExists = defineFault({
  code: 'bank.currency_exists',
  fault: 1230,
  kind: 'conflict',
  doc: 'There is a currency of that code with another scale, or one whose code differs in case only; a currency never changes.',
});
export const accountOverdrawn = defineFault({
  code: 'bank.account_overdrawn',
  fault: 1231,
  kind: 'refused',
  doc: 'The account owes more already than the overdraft that was to be set; nothing was changed.',
});
export const tooManyStandingOrders = defineFault({
  code: 'bank.too_many_standing_orders',
  fault: 1232,
  kind: 'refused',
  doc: 'The avatar has as many active standing orders as one avatar may have; cancel one that is not needed any more.',
});
export const searchTooBroad = defineFault({
  code: 'bank.search_too_broad',
  fault: 1235,
  kind: 'refused',
  doc: 'The words or the counterparty stand in too much of the history for one call to go through; a shorter time (from_time, to_time) helps.',
});
