import { defineFault } from '@scrip/rpc';

export const unknownOrder = defineFault({
  code: 'vend.unknown_order',
  fault: 1534,
  kind: 'not_found',
  doc: 'There is no order of this id that the caller bought, gets or sold.',
});
