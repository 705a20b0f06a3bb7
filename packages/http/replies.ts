import { type Fault, internal, invalidRequest } from '@scrip/rpc';
import type { HttpReply, HttpRequest, Refusal } from './message.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

export function textReply(contentType: string, body: string, status = 200): HttpReply {
  return { status, headers: { 'content-type': contentType }, body };
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
  return status < 500 ? invalidRequest(message) : internal(message);
}

/** `Text/XML; charset=utf-8` -> `text/xml`; a missing header is the empty media type. */
export function mediaType({ headers }: Pick<HttpRequest, 'headers'>): string {
  const header = headers['content-type'];
  if (typeof header !== 'string') return '';
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}
