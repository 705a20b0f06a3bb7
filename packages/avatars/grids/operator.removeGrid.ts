import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { gridInUse, unknownRealm } from '../errors.ts';

export const removeGrid = ({ grids }: Avatars): Procedure =>
  procedure({
    name: 'operator.removeGrid',
    summary: 'Takes a grid away: nothing that its objects say of themselves counts any more.',
    notes: 'One with avatars of its own stays. Objects that sign go on calling; operator.disableAvatar or general.revokeObject ends them.',
    params: { capabilities: capabilitiesParam, name: param(t.string({ max: 63 }), "The grid's name.") },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownRealm, gridInUse],
    authority: operatorAuthority('system'),
    async handler({ name }) {
      await grids.remove(name);
      return 1;
    },
  });
