import { defineFault } from '@scrip/rpc';

export const tooManyManagers = defineFault({
  code: 'lease.too_many_managers',
  fault: 1412,
  kind: 'refused',
  doc: 'The location has as many managers as one may have; a manager group has no such bound.',
});
