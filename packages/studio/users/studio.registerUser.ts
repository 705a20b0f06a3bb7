import { passwordNeedsTls } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { emailExists, emailRequired, invalidDetails, registrationFailed } from '../errors.ts';
import { PROOF, TOKEN_FAULTS } from '../proof.ts';
import type { StudioSlice } from '../studio.ts';
import { authTokenParam, displayNameParam, emailParam, passwordParam } from '../words.ts';
import { USER_DETAILS, USER_DETAILS_DOC } from './shown.ts';

/** Studio users, rest/registerUser. */
export const registerUser = ({ studios, users }: StudioSlice): Procedure =>
  procedure({
    name: 'studio.registerUser',
    summary: 'Registers a user with a studio, who is logged in with it.',
    notes: [
      'The user is an avatar too, with the same password; its name, which everybody sees, tells neither the email nor the name. Taken over TLS and from',
      'the same machine, as by general.loginWithPassword. Plans are paid by card, and cards are not taken yet: a registration with a plan fails.',
    ].join('\n'),
    params: {
      authToken: authTokenParam(),
      email: emailParam('The email, which no other user of the studio has.'),
      name: displayNameParam('What the user is called, 1 to 128 characters.'),
      password: passwordParam('1 to 1024 bytes.'),
      plan_id: param(t.int({ min: 0 }), 'The plan; 0 for none.', 0),
    },
    result: USER_DETAILS,
    resultDoc: USER_DETAILS_DOC,
    faults: [...TOKEN_FAULTS, emailRequired, invalidDetails, registrationFailed, emailExists, passwordNeedsTls],
    authority: PROOF,
    async handler({ authToken, email, name, password, plan_id }, _authority, { source, secure }) {
      return users.register(await studios.open(authToken), { email, name, password, planId: plan_id }, { source, secure });
    },
  });
