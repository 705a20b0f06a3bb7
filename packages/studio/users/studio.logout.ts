import { type Procedure, procedure, t } from '@scrip/rpc';
import { PROOF, TOKEN_FAULTS } from '../proof.ts';
import type { StudioSlice } from '../studio.ts';
import { authTokenParam } from '../words.ts';

export const logout = ({ studios }: StudioSlice): Procedure =>
  procedure({
    name: 'studio.logout',
    summary: 'For clients that say when a user leaves: studio.login opens no session, so nothing ends.',
    params: { authToken: authTokenParam() },
    result: t.int(),
    resultDoc: '1.',
    isRepeatable: true,
    faults: TOKEN_FAULTS,
    authority: PROOF,
    async handler({ authToken }) {
      await studios.open(authToken);
      return 1;
    },
  });
