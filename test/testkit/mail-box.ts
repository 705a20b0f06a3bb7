import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server says to a mail: nothing to take it, a number and text to refuse it, or a promise to keep it waiting. */
type Answer = (mail: ParsedMail) => Refusal | undefined | Promise<Refusal | undefined>;

export interface Refusal {
  readonly number: number;
  readonly text: string;
}

export interface MailBox {
  /** For SCRIP_MAIL. */
  readonly url: string;
  /** Every mail that came whole, refused ones too. */
  readonly came: ParsedMail[];
  /** As they went over the wire. */
  readonly raw: string[];
  /** Whether each came over TLS. */
  readonly secure: boolean[];
  /** The recipients of the envelopes. */
  readonly recipients: string[];
  answer: Answer;
  /** What it says to each recipient, before there is a mail. */
  answerRecipient: (address: string) => Refusal | undefined;
  close(): Promise<void>;
}

interface MailBoxOptions {
  /** What it asks for; it takes mail from everybody without. */
  readonly login?: { readonly user: string; readonly pass: string };
  /** TLS from the first byte, instead of STARTTLS. */
  readonly smtps?: boolean;
}

/** A mail server of the test's own, with TLS by a certificate that nobody signed. */
export async function mailBox({ login, smtps = false }: MailBoxOptions = {}): Promise<MailBox> {
  const server = new SMTPServer({
    secure: smtps,
    authOptional: login === undefined,
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass ? done(null, { user: username }) : done(errorOf({ number: 535, text: 'no' })),
    onRcptTo({ address }, _session, done) {
      const refusal = box.answerRecipient(address);
      if (!refusal) box.recipients.push(address);
      done(refusal && errorOf(refusal));
    },
    async onData(stream, session, done) {
      const raw = await text(stream);
      const mail = await simpleParser(raw);
      box.came.push(mail);
      box.raw.push(raw);
      box.secure.push(session.secure);
      const refusal = await box.answer(mail);
      done(refusal ? errorOf(refusal) : null);
    },
  });
  // Clients that give up in the middle are what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const box: MailBox = {
    url: `${smtps ? 'smtps' : 'smtp'}://${login ? `${login.user}:${login.pass}@` : ''}127.0.0.1:${port}?from=scrip@example.org`,
    came: [],
    raw: [],
    secure: [],
    recipients: [],
    answer: () => undefined,
    answerRecipient: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return box;
}

function errorOf({ number, text }: Refusal): Error {
  return Object.assign(new Error(text), { responseCode: number });
}
