import { defineFault } from '@scrip/rpc';

export const unknownAccount = defineFault({
  code: 'bank.unknown_account',
  fault: 1200,
  kind: 'not_found',
  doc: 'The avatar has no account of that name; `bank.accountList` lists those that the caller may see.',
});
export const invalidAccountName = defineFault({
  code: 'bank.invalid_account_name',
  fault: 1208,
  kind: 'invalid',
  doc: 'Account names have 1 to 63 characters without commas, `#`, `:`, control or invisible characters or outer spaces, and are not `avatar`.',
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
export const accountNotEmpty = defineFault({
  code: 'bank.account_not_empty',
  fault: 1223,
  kind: 'refused',
  doc: 'An account can be closed only when it holds nothing and nothing is held on it. `working` stays open.',
});
export const accountOverdrawn = defineFault({
  code: 'bank.account_overdrawn',
  fault: 1231,
  kind: 'refused',
  doc: 'The account owes more already than the overdraft that was to be set; nothing was changed.',
});
