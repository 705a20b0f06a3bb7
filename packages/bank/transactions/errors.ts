import { defineFault } from '@scrip/rpc';

export const unknownTransaction = defineFault({
  code: 'bank.unknown_transaction',
  fault: 1222,
  kind: 'not_found',
  doc: 'There is no transaction of that id, or none that the avatar has a part in (for a payout: that pays anybody in-world).',
});
