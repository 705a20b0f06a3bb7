import { defineFault } from '@scrip/rpc';

export const replyTooLong = defineFault({
  code: 'relay.reply_too_long',
  fault: 1700,
  kind: 'refused',
  doc: 'The call was done, but its reply is longer than the script takes (2,048 bytes, or X-Scrip-Body-Max). Ask for fewer.',
});
