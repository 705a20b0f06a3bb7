import { defineFault } from '@scrip/rpc';

export const capabilityRequired = defineFault({
  code: 'auth.capability_required',
  fault: 1101,
  kind: 'unauthenticated',
  doc: 'The call needs a capability that did not come with it. The text says which; log in, or ask the owner for a grant.',
});
export const capabilityInvalid = defineFault({
  code: 'auth.capability_invalid',
  fault: 1102,
  kind: 'unauthenticated',
  doc: 'A capability was not issued by this server, or was changed or cut on its way, or an operator has retired the key that signed it. Log in again.',
});
export const capabilityExpired = defineFault({
  code: 'auth.capability_expired',
  fault: 1103,
  kind: 'expired',
  doc: 'A capability was valid once and its time is over. Log in again, or ask for a new grant.',
});
export const capabilityRevoked = defineFault({
  code: 'auth.capability_revoked',
  fault: 1104,
  kind: 'unauthenticated',
  doc: 'A capability was revoked, or the one that it was derived from or the login that it was given on; or all of its holder or grantor: by another password, or because an operator has revoked or disabled the avatar. Log in again, or ask for a new grant.',
});
export const forbidden = defineFault({
  code: 'auth.forbidden',
  fault: 1105,
  kind: 'forbidden',
  doc: 'The capabilities are valid, but do not allow this.',
});
export const loginFailed = defineFault({
  code: 'auth.login_failed',
  fault: 1106,
  kind: 'unauthenticated',
  doc: 'The login was refused, or the old password is wrong where it is to be changed. Whether the avatar, its password or the challenge was wrong, or the avatar is disabled, is not told. The text says how to try again, or that this way to log in is turned off.',
});
export const passwordNeedsTls = defineFault({
  code: 'auth.password_needs_tls',
  fault: 1108,
  kind: 'forbidden',
  doc: 'A password came over plain HTTP from another machine, and was not looked at. Call again over https.',
});
export const tooManyGrants = defineFault({
  code: 'auth.too_many_grants',
  fault: 1107,
  kind: 'refused',
  doc: 'An avatar has given or derived as many capabilities as one may have alive. `bank.listGrants` lists them, `bank.revokeGrant` ends one.',
});
export const unknownGrant = defineFault({
  code: 'bank.unknown_grant',
  fault: 1226,
  kind: 'not_found',
  doc: 'The avatar neither gave nor holds a capability of that jti, or it ended more than a day ago; `bank.listGrants` lists them.',
});

export const operatorNameTaken = defineFault({
  code: 'operator.name_taken',
  fault: 1180,
  kind: 'conflict',
  doc: "An operator of this name is active, or it is `root`, the name of the server's own capability. The name is free again once that operator has expired or is revoked.",
});
export const unknownOperator = defineFault({
  code: 'operator.unknown_operator',
  fault: 1181,
  kind: 'not_found',
  doc: 'No operator has ever had this name; `operator.listOperators` lists them. The capability in SCRIP_DATA, `root`, ends by `operator.revoke` and its jti.',
});

/** What any procedure that needs a capability may answer: the `faults` of its authority. */
export const AUTH_FAULTS = [capabilityRequired, capabilityInvalid, capabilityExpired, capabilityRevoked, forbidden] as const;
