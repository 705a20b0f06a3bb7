import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { StudioSlice } from '../studio.ts';

export const addStudio = ({ studios }: StudioSlice): Procedure =>
  procedure({
    name: 'operator.addStudio',
    summary: 'Adds a studio, or gives the one of that name another token.',
    notes:
      'The token is shown this once. A studio that has lost it gets another one by the same call, and the one before is worth nothing then.',
    params: {
      capabilities: capabilitiesParam,
      name: param(t.string({ max: 63 }), '1 to 40 characters, as a name of an avatar may be. Names match in any case.'),
    },
    result: t.string(),
    resultDoc: 'The token that the studio sends as authToken.',
    faults: [],
    authority: operatorAuthority('system'),
    handler: ({ name }) => studios.set(name),
  });
