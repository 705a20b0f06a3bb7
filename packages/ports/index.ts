export { linkGone, outboxRefused, unknownOutboxItem } from './errors.ts';
export { procedures as outboxProcedures } from './generated/procedures.ts';
export { httpPort } from './http/http.ts';
export { mailPort } from './mail/mail.ts';
export { type MailServer, readMailServer } from './mail/mail-server.ts';
export { type Dispatch, LINK, NotSent, type OutboxItem, type Outgoing, type Port } from './model.ts';
export { holdsCardNumber } from './outbox/card-numbers.ts';
export { createOutbox, type Outbox, type OutboxOptions } from './outbox/outbox.ts';
