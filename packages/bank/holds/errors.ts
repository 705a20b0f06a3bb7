import { defineFault } from '@scrip/rpc';

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
