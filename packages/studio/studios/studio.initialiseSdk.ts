import { deriveId } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { PROOF, TOKEN_FAULTS } from '../proof.ts';
import type { StudioSlice } from '../studio.ts';
import { authTokenParam } from '../words.ts';

export const initialiseSdk = ({ studios, clock }: StudioSlice): Procedure =>
  procedure({
    name: 'studio.initialiseSdk',
    summary: "What clients of a studio call first: tells whether the token is good, and the server's time.",
    notes: 'pkgname and hashkey name the studio. They stay the same, also with another token, and are no secrets.',
    params: { authToken: authTokenParam() },
    result: t.struct({ pkgname: t.string(), hashkey: t.string(), server_time: t.string() }),
    resultDoc: 'server_time is in UTC, as `2006-10-23 03:08:00`.',
    isRepeatable: true,
    faults: TOKEN_FAULTS,
    authority: PROOF,
    async handler({ authToken }) {
      const { id } = await studios.open(authToken);
      const now = new Date(clock.now()).toISOString();
      return {
        pkgname: `studio.${id}`,
        hashkey: deriveId('studio', String(id)).replaceAll('-', ''),
        server_time: `${now.slice(0, 10)} ${now.slice(11, 19)}`,
      };
    },
  });
