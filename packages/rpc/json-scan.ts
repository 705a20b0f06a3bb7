import { isShortest } from '@scrip/kernel';
import { parseError } from './faults.ts';

/** How deep arrays and objects may be nested in a body, the envelope of the protocol included. */
const MAX_DEPTH = 32;
/** How many values one body may hold, containers included. */
const MAX_NODES = 60_000;

/** Where a number stands in the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  /** How many members all objects have together. */
  readonly members: number;
  readonly rounded: readonly Span[];
}

/**
 * One pass that finds containers, members and numbers outside of strings. Whether all this is JSON is not its business.
 * Raises parse_error where there is too much of it.
 */
export function scan(text: string): Scan {
  const rounded: Span[] = [];
  let members = 0;
  let depth = 0;
  let nodes = 1;
  let justOpened = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) continue;
    const closes = c === 0x7d || c === 0x5d;
    if (c === 0x2c || (justOpened && !closes)) nodes++;
    justOpened = c === 0x7b || c === 0x5b;
    if (c === 0x22) {
      i = endOfString(text, i);
    } else if (c === 0x3a) {
      members++;
    } else if (justOpened) {
      if (++depth > MAX_DEPTH) throw parseError(`the body is nested deeper than ${MAX_DEPTH}`);
    } else if (closes) {
      depth--;
    } else if (c === 0x2d || (c >= 0x30 && c <= 0x39)) {
      const end = endOfNumber(text, i);
      if (isRounded(text, i, end)) rounded.push({ start: i, end });
      i = end - 1;
    }
    if (nodes > MAX_NODES) throw parseError(`the body holds more than ${MAX_NODES} values`);
  }
  return { members, rounded };
}

/** The index of the closing quote, or the text's length where there is none. */
export function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === 0x22) return i;
    i += c === 0x5c ? 2 : 1;
  }
  return text.length;
}

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    const partOfNumber = (c >= 0x30 && c <= 0x39) || c === 0x2e || c === 0x65 || c === 0x45 || c === 0x2b || c === 0x2d;
    if (!partOfNumber) break;
    i++;
  }
  return i;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** No double of so few characters is rounded, or too large. */
const SHORT = 4;

/** Raises parse_error for what no double is near, and for whole numbers that a double would round. What is no number is left to the parser. */
function isRounded(text: string, start: number, end: number): boolean {
  if (end - start < SHORT) return false;
  const literal = text.slice(start, end);
  if (!NUMBER.test(literal)) return false;
  const size = Math.abs(Number(literal));
  const whole = !/[.eE]/.test(literal);
  if (whole ? size > Number.MAX_SAFE_INTEGER : size === Number.POSITIVE_INFINITY) {
    const quoted = literal.length > 40 ? `${literal.slice(0, 40)}…` : literal;
    throw parseError(`the number ${quoted} can not be held exactly; whole numbers go to 9007199254740991 either way`);
  }
  return !isShortest(literal);
}
