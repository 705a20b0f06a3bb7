import { loginFailed, objectAuthority, passwordNeedsTls, validForSecsParam } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Objects } from '../objects.ts';

/** Apez, general.getAvatarLoginCapability. */
export const getAvatarLoginCapability = ({ avatars }: Objects): Procedure =>
  procedure({
    name: 'general.getAvatarLoginCapability',
    summary: 'Gives a login capability of the owner of the in-world object that calls, for the password. Only over the relay.',
    notes: [
      'The owner is who the simulator of a trusted grid, or the signature, says. The password goes over the network, so it is taken over TLS alone, as by',
      'general.loginWithPassword; an enrolled object needs none: general.getObjectCapability.',
    ].join('\n'),
    params: {
      password: param(t.string({ secret: true }), "The password of the object's owner, at most 1024 bytes."),
      valid_for_secs: validForSecsParam('the capability'),
    },
    result: t.string(),
    resultDoc: 'The capability, for the capabilities field of other calls.',
    faults: [loginFailed, passwordNeedsTls],
    authority: objectAuthority('known'),
    handler: ({ password, valid_for_secs }, { owner }, { source, secure }) =>
      avatars.passwordLogin.attempt({ who: owner, password, validForSecs: valid_for_secs, source, secure }),
  });
