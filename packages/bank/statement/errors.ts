import { defineFault } from '@scrip/rpc';

export const searchTooBroad = defineFault({
  code: 'bank.search_too_broad',
  fault: 1235,
  kind: 'refused',
  doc: 'The words or the counterparty stand in too much of the history for one call to go through; a shorter time (from_time, to_time) helps.',
});
