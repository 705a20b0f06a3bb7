import { defineFault } from '@scrip/rpc';

export const noFreeExtension = defineFault({
  code: 'lease.no_free_extension',
  fault: 1427,
  kind: 'refused',
  doc: 'The lease has had its one free extension, or the location gives none.',
});
