import { defineFault } from '@scrip/rpc';

export const accessListFull = defineFault({
  code: 'lease.access_list_full',
  fault: 1411,
  kind: 'refused',
  doc: 'So many avatars are banned or allowed at the location as can be; set those to `none` that are not needed. A group can allow more.',
});
export const accessDenied = defineFault({
  code: 'lease.access_denied',
  fault: 1421,
  kind: 'refused',
  doc: 'The avatar may not rent at the location: it is banned there, or neither in its group nor on its list, or it owns the location.',
});
