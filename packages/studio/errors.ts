import { defineFault } from '@scrip/rpc';

export const tokenRequired = defineFault({
  code: 'studio.token_required',
  fault: 1720,
  kind: 'unauthenticated',
  doc: "The call has no authToken. It is the studio's, which `operator.addStudio` gave. 407 at the document's addresses.",
});
export const tokenInvalid = defineFault({
  code: 'studio.token_invalid',
  fault: 1721,
  kind: 'unauthenticated',
  doc: "No studio has this authToken, or it has another one now. 408 at the document's addresses.",
});
export const wrongLogin = defineFault({
  code: 'studio.wrong_login',
  fault: 1722,
  kind: 'unauthenticated',
  doc: "The email and the password are not those of a user of the studio. 409 at the document's addresses.",
});
export const emailRequired = defineFault({
  code: 'studio.email_required',
  fault: 1723,
  kind: 'invalid',
  doc: "The call has no email. 757 at the document's addresses.",
});
export const invalidDetails = defineFault({
  code: 'studio.invalid_details',
  fault: 1724,
  kind: 'invalid',
  doc: "The email is no address, or the name is missing or can not be one. 417 at the document's addresses.",
});
export const registrationFailed = defineFault({
  code: 'studio.registration_failed',
  fault: 1725,
  kind: 'refused',
  doc: "Nobody was registered: the plan is unknown, or the password can not be one. The text says which. 421 at the document's addresses.",
});
export const emailExists = defineFault({
  code: 'studio.email_exists',
  fault: 1726,
  kind: 'conflict',
  doc: "A user of the studio has this email. 422 at the document's addresses.",
});
export const unknownStudio = defineFault({
  code: 'studio.unknown_studio',
  fault: 1727,
  kind: 'not_found',
  doc: 'No studio has this name.',
});
