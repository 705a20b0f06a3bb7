import { defineFault } from '@scrip/rpc';

export const onlyOfficer = defineFault({
  code: 'general.only_officer',
  fault: 1163,
  kind: 'refused',
  doc: "The avatar is the group's only officer and has to stay one; make somebody else an officer first.",
});
export const groupFull = defineFault({
  code: 'general.group_full',
  fault: 1165,
  kind: 'refused',
  doc: 'The group has as many members as one may have.',
});
