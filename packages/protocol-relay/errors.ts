import { defineFault } from '@scrip/rpc';

export const replyTooLong = defineFault({
  code: 'relay.reply_too_long',
  fault: 1700,
  kind: 'refused',
  doc: 'The call was done, but its reply is longer than the script takes (2,048 bytes, or X-Scrip-Body-Max). Ask for fewer.',
});
export const badSignature = defineFault({
  code: 'relay.bad_signature',
  fault: 1701,
  kind: 'unauthenticated',
  doc: 'A request is signed, and the signature does not hold: the text says whether headers, time, object, claims or the signature itself are wrong. Nothing was done.',
});
export const nonceConflict = defineFault({
  code: 'relay.nonce_conflict',
  fault: 1702,
  kind: 'conflict',
  doc: 'The object has sent another call under this nonce. A retry sends the same body again; another call needs another nonce.',
});
