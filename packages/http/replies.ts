import { busy, type Fault, internal, invalidRequest } from '@scrip/rpc';
import type { HttpReply, HttpRequest, Refusal } from './message.ts';

const PAGE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
} as const;

export const JSON_TYPE = 'application/json; charset=utf-8';

export function textReply(contentType: string, body: string | Uint8Array, status = 200): HttpReply {
  return { status, headers: { 'content-type': contentType }, body };
}

/**
 * A page for people. It loads scripts, styles and pictures of this server alone and has none in itself, so that a text of
 * somebody else's that got into it unescaped could not run; no other page may show it in a frame, and no other server hears
 * where its reader comes from. The same for all pages.
 */
export function pageReply(html: string, status = 200): HttpReply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...PAGE_HEADERS }, body: html };
}

export function jsonReply(value: unknown, status = 200): HttpReply {
  return textReply(JSON_TYPE, JSON.stringify(value), status);
}

/** The error bodies of HTTP itself. */
export function refusalReply({ status, error, message }: Refusal): HttpReply {
  return jsonReply({ error, message }, status);
}

/** A refusal as the fault of a call, for doors whose documents know only those. */
export function refusalFault({ status, message }: Refusal): Fault {
  if (status === 503) return busy(message);
  return status < 500 ? invalidRequest(message) : internal(message);
}

/** `Text/XML; charset=utf-8` -> `text/xml`; a missing header is the empty media type. */
export function mediaType({ headers }: Pick<HttpRequest, 'headers'>): string {
  const header = headers['content-type'];
  if (typeof header !== 'string') return '';
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}
