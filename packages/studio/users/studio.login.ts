import { passwordNeedsTls } from '@scrip/capability';
import { type Procedure, procedure } from '@scrip/rpc';
import { emailRequired, invalidDetails, wrongLogin } from '../errors.ts';
import { PROOF, TOKEN_FAULTS } from '../proof.ts';
import type { StudioSlice } from '../studio.ts';
import { authTokenParam, emailParam, passwordParam } from '../words.ts';
import { USER_DETAILS, USER_DETAILS_DOC } from './shown.ts';

/** Studio users, rest/login. */
export const login = ({ studios, users }: StudioSlice): Procedure =>
  procedure({
    name: 'studio.login',
    summary: 'Checks the password of a user of a studio, and tells who it is.',
    notes:
      'There is no session, and nothing to end. Wrong passwords count as failed logins of the avatar. Taken over TLS and from the same machine, as by general.loginWithPassword.',
    params: { authToken: authTokenParam(), email: emailParam("The user's email, in any case."), password: passwordParam('The password.') },
    result: USER_DETAILS,
    resultDoc: USER_DETAILS_DOC,
    faults: [...TOKEN_FAULTS, emailRequired, invalidDetails, wrongLogin, passwordNeedsTls],
    authority: PROOF,
    async handler({ authToken, email, password }, _authority, { source, secure }) {
      return users.logIn(await studios.open(authToken), email, password, { source, secure });
    },
  });
