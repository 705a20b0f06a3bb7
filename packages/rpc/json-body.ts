import { randomUUID } from 'node:crypto';
import { parseError } from './faults.ts';
import { countMembers, repeatedMember } from './json-members.ts';
import { type Span, scan } from './json-scan.ts';
import { RoundedNumber } from './rounded.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body as JSON (RFC 8259, UTF-8). Members named `__proto__` come back as plain data, and numbers that a double would
 * round as `RoundedNumber`. Raises parse_error where it is no UTF-8 or no JSON, is nested deeper than 32, holds more than
 * 60,000 values, or has a whole number beyond 2^53 - 1 or a number beyond all doubles; and invalid_request where an object
 * has two members of one name, of which every reader takes another. The limits are checked before anything is built.
 */
export function parseBoundedJson(body: Uint8Array): unknown {
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    throw parseError('the body is not UTF-8');
  }
  const { members, rounded } = scan(text);
  const value = parse(text, rounded);
  if (countMembers(value) !== members) throw repeatedMember(text);
  return value;
}

function parse(text: string, rounded: readonly Span[]): unknown {
  try {
    return rounded.length === 0 ? JSON.parse(text) : parseRounded(text, rounded);
  } catch (error) {
    // The engine's message quotes the body, which may hold a password; only the place is taken from it.
    const at = rounded.length === 0 ? /at position (\d+)/.exec((error as Error).message)?.[1] : undefined;
    throw parseError(`the body is not valid JSON${at === undefined ? '' : ` (character ${at})`}`);
  }
}

/** A name that no body can have guessed. */
const PLACE = randomUUID();

/**
 * The engine does not tell how a number was written. So each that it would round is an object in its stead while it parses,
 * which stands nowhere but where a number may stand.
 */
function parseRounded(text: string, rounded: readonly Span[]): unknown {
  let rewritten = '';
  let done = 0;
  for (const { start, end } of rounded) {
    rewritten += `${text.slice(done, start)}{"${PLACE}":"${text.slice(start, end)}"}`;
    done = end;
  }
  return JSON.parse(rewritten + text.slice(done), (_name, value) => {
    const literal = typeof value === 'object' && value !== null ? value[PLACE] : undefined;
    return literal === undefined ? value : new RoundedNumber(literal);
  });
}
