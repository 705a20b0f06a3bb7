import { isMailAddress } from '@scrip/kernel';
import { outboxRefused } from '../errors.ts';
import { LINK, type OutboxKind, type Outgoing } from '../model.ts';
import { secretIn, secretInLink } from './secrets.ts';

const MAX_SUBJECT_LENGTH = 200;
const MAX_BODY_LENGTH = 65_536;
const MAX_LINK_LENGTH = 2_048;

/** Line breaks among them would begin another header; halves of surrogate pairs can't be written in UTF-8. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/u;
const NOT_IN_A_TEXT = /(?![\n\t])\p{Cc}|[\p{Cs}\ufffe\uffff]/u;

/** The item as it will be kept; raises outbox.refused, which never repeats what it found. */
export function checkOutgoing(item: Outgoing): Outgoing {
  const { kind, to, subject, link } = item;
  const body = item.body.replace(/\r\n/g, '\n');
  checkRecipient(kind, to);
  if (subject.trim() === '' || subject.length > MAX_SUBJECT_LENGTH || NOT_IN_A_LINE.test(subject))
    throw outboxRefused(`the subject is not one line of 1 to ${MAX_SUBJECT_LENGTH} characters`);
  if (body.trim() === '' || body.length > MAX_BODY_LENGTH || NOT_IN_A_TEXT.test(body))
    throw outboxRefused(`the body is no text of 1 to ${MAX_BODY_LENGTH} characters`);
  for (const [where, text] of Object.entries({ recipient: to, subject, body })) {
    const secret = secretIn(text);
    if (secret) throw outboxRefused(`the ${where} looks as if it held ${secret}`);
  }
  if (link !== undefined) checkLink(link);
  const places = body.split(LINK).length - 1;
  if (link === undefined ? places > 0 : places !== 1)
    throw outboxRefused(`the body holds ${LINK} once where there is a link, and nowhere else`);
  return { kind, to, subject, body, ...(link !== undefined && { link }) };
}

function checkRecipient(kind: OutboxKind, to: string): void {
  if (kind === 'mail' && !isMailAddress(to)) throw outboxRefused('the recipient is no e-mail address');
  if (kind === 'http' && !isHttpAddress(to))
    throw outboxRefused(`the recipient is no http address of at most ${MAX_LINK_LENGTH} characters`);
}

function isHttpAddress(text: string): boolean {
  return text.length <= MAX_LINK_LENGTH && /^https?:\/\/[!-~]+$/.test(text) && URL.canParse(text);
}

function checkLink(link: string): void {
  if (!isHttpAddress(link)) throw outboxRefused(`the link is no http address of at most ${MAX_LINK_LENGTH} characters`);
  const secret = secretInLink(link);
  if (secret) throw outboxRefused(`the link looks as if it held ${secret}`);
}
