import { defineFault } from '@scrip/rpc';

export const unknownOutboxItem = defineFault({
  code: 'outbox.unknown_item',
  fault: 1170,
  kind: 'not_found',
  doc: 'Nothing of that id is in the outbox; `operator.listOutbox` lists what is.',
});
export const linkGone = defineFault({
  code: 'outbox.link_gone',
  fault: 1171,
  kind: 'refused',
  doc: 'The mail had a link and was sent, and the link went with it. Have a new mail made.',
});
/** For procedures that write to the outbox what a caller gave them. */
export const outboxRefused = defineFault({
  code: 'outbox.refused',
  fault: 1172,
  kind: 'invalid',
  doc: 'What would leave the server by mail has no good address, is too long, or holds what must not leave: a capability, a password, a key, a gift code or a card number.',
});
