import { createTransport, type NodemailerError } from 'nodemailer';
import { type Dispatch, NotSent, type Port } from '../model.ts';
import { isElsewhere, type MailServer } from './mail-server.ts';

const CONNECT_TIMEOUT_ms = 10_000;
const SILENCE_TIMEOUT_ms = 20_000;

/** Answers of a server that are about this mail: the same mail gets them again. One about the login is not among them. */
const ABOUT_THE_MAIL: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];
const PERMANENT = 500;

/**
 * Hands mail over by SMTP (RFC 5321), a connection for each. Every copy of an item has the same Message-ID, made of its id, so
 * that receivers can tell (RFC 5322, 3.6.4).
 */
export function mailPort(server: MailServer): Port {
  const { host, port, secure, login, from } = server;
  // Without a password, encryption without a certificate is better than none. With one, whoever is in between would get it.
  const certain = secure || (login !== undefined && isElsewhere(server));
  const transport = createTransport({
    host,
    port,
    secure,
    ...(login && { auth: login }),
    requireTLS: certain && !secure,
    tls: { rejectUnauthorized: certain },
    connectionTimeout: CONNECT_TIMEOUT_ms,
    greetingTimeout: CONNECT_TIMEOUT_ms,
    socketTimeout: SILENCE_TIMEOUT_ms,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: 'mail',
    async send(item, signal) {
      try {
        await transport.sendMail({ ...messageOf(item, from), signal });
      } catch (error) {
        throw asNotSent(error);
      }
    },
  };
}

function messageOf({ id, to, subject, body, createdAt }: Dispatch, from: string) {
  return {
    // As an object no address is read as a list, a name or a comment.
    from: { name: '', address: from },
    to: { name: '', address: to },
    subject,
    text: body,
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: createdAt,
    // RFC 3834: nobody's holiday notice answers it.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** nodemailer's errors have a code, and the number of the server's answer where there was one. */
function asNotSent(error: unknown): NotSent {
  if (!(error instanceof Error)) throw error;
  const { code = 'error', responseCode, response }: NodemailerError = error;
  const lasting = ABOUT_THE_MAIL.includes(code) && responseCode !== undefined && responseCode >= PERMANENT;
  return new NotSent([code, responseCode].filter(Boolean).join(' '), response ?? error.message, lasting);
}
