import { defineFault } from '@scrip/rpc';

export const unknownCurrency = defineFault({
  code: 'bank.unknown_currency',
  fault: 1209,
  kind: 'not_found',
  doc: 'The server has no currency of that code.',
});
export const currencyExists = defineFault({
  code: 'bank.currency_exists',
  fault: 1230,
  kind: 'conflict',
  doc: 'There is a currency of that code with another scale, or one whose code differs in case only; a currency never changes.',
});
