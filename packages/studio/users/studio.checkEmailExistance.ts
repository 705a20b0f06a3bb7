import { type Procedure, procedure, t } from '@scrip/rpc';
import { emailRequired, invalidDetails } from '../errors.ts';
import { PROOF, TOKEN_FAULTS } from '../proof.ts';
import type { StudioSlice } from '../studio.ts';
import { authTokenParam, emailParam } from '../words.ts';

/** Studio users, rest/checkEmailExistance, as the document spells it. */
export const checkEmailExistance = ({ studios, users }: StudioSlice): Procedure =>
  procedure({
    name: 'studio.checkEmailExistance',
    summary: 'Tells whether a user of the studio has an email.',
    params: { authToken: authTokenParam(), email: emailParam('The email, in any case.') },
    result: t.int(),
    resultDoc: '1 where one has, 0 where nobody has.',
    isRepeatable: true,
    faults: [...TOKEN_FAULTS, emailRequired, invalidDetails],
    authority: PROOF,
    async handler({ authToken, email }) {
      return (await users.hasEmail(await studios.open(authToken), email)) ? 1 : 0;
    },
  });
