import { parseError } from '@scrip/rpc';
import { type FieldMap, FieldsOfBody } from './body-fields.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads `a=1&b=x+y`. A percent sign that begins no escape stands for itself, as old clients send it; bytes that are no
 * UTF-8, escaped or not, raise parse_error.
 */
export function readUrlencoded(body: Uint8Array): FieldMap {
  const fields = new FieldsOfBody();
  const text = utf8(body);
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf('&', start);
    const pair = text.slice(start, end < 0 ? text.length : end);
    if (pair !== '') addPair(fields, pair);
    if (end < 0) break;
    start = end + 1;
  }
  return fields.values;
}

function addPair(fields: FieldsOfBody, pair: string): void {
  const equals = pair.indexOf('=');
  if (equals < 0) fields.add(decode(pair), '');
  else fields.add(decode(pair.slice(0, equals)), decode(pair.slice(equals + 1)));
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return spaced.replace(/(?:%[0-9a-f]{2})+/gi, decodeURIComponent);
  } catch {
    throw parseError('a field holds escapes that are no UTF-8');
  }
}

function utf8(body: Uint8Array): string {
  try {
    return UTF8.decode(body);
  } catch {
    throw parseError('the body is not UTF-8');
  }
}
