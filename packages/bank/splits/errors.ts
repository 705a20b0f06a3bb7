import { defineFault } from '@scrip/rpc';

export const invalidSplit = defineFault({
  code: 'bank.invalid_split',
  fault: 1225,
  kind: 'invalid',
  doc: 'A split needs 1 to 100 payees whose shares are not all zero, and a fee below 100 percent.',
});
