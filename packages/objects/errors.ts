import { defineFault } from '@scrip/rpc';

export const unknownObject = defineFault({
  code: 'general.unknown_object',
  fault: 1710,
  kind: 'not_found',
  doc: 'The avatar has enrolled no object of this key, or it was revoked or its time is over. `general.listObjects` lists them.',
});
export const objectTaken = defineFault({
  code: 'general.object_taken',
  fault: 1711,
  kind: 'conflict',
  doc: 'Another avatar has enrolled an object of this key. Its owner in-world takes it over by enrolling it through the object itself, from a grid that the operator trusts.',
});
export const tooManyObjects = defineFault({
  code: 'general.too_many_objects',
  fault: 1712,
  kind: 'refused',
  doc: 'The avatar has enrolled as many objects as one may have. `general.revokeObject` ends one.',
});
