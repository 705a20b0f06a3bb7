import { parseDateTime, readNumber } from '@scrip/rpc';

/** One typed element: how its text is read, and what to tell where the text is something else. */
export interface Scalar {
  /** The value, or undefined where the text has none. White space around it never matters, but in strings. */
  read(text: string): unknown;
  readonly wanted: string;
}

const INT: Scalar = { read: int, wanted: 'a whole number of 32 bits' };
const I8: Scalar = { read: i8, wanted: 'a whole number of 64 bits' };
const NIL: Scalar = { read: (text) => (text.trim() === '' ? null : undefined), wanted: 'nothing' };

/** The scalars of the specification, `nil` and `i8` of common use, and both in the `ex:` spelling of Apache's clients. */
export const SCALARS: Readonly<Record<string, Scalar>> = {
  string: { read: (text) => text, wanted: 'text' },
  int: INT,
  i4: INT,
  i8: I8,
  'ex:i8': I8,
  double: { read: double, wanted: 'a finite decimal number' },
  boolean: { read: boolean, wanted: '0 or 1' },
  'dateTime.iso8601': { read: parseDateTime, wanted: 'a time in UTC such as 20061023T03:08:00' },
  base64: { read: base64, wanted: 'base64 with its padding' },
  nil: NIL,
  'ex:nil': NIL,
};

// Each is linear: no part of it can match what the part beside it matches.
const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Digits after an optional sign, as Python reads them. */
function int(text: string): number | undefined {
  const trimmed = text.trim();
  const number = WHOLE.test(trimmed) ? Number(trimmed) : Number.NaN;
  if (number >= -2_147_483_648 && number <= 2_147_483_647) return number === 0 ? 0 : number;
  return undefined;
}

/** A number as far as a number is exact, a bigint beyond 2^53 - 1. */
function i8(text: string): number | bigint | undefined {
  const trimmed = text.trim();
  // Longer ones never reach BigInt: its time grows faster than their length.
  if (!WHOLE.test(trimmed) || trimmed.length > 40) return undefined;
  const whole = BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
  if (BigInt.asIntN(64, whole) !== whole) return undefined;
  return Number.isSafeInteger(Number(whole)) ? Number(whole) : whole;
}

/** The specification has no exponents, but clients write them. */
function double(text: string): unknown {
  const trimmed = text.trim();
  const isNumber = DECIMAL.test(trimmed) && Number.isFinite(Number(trimmed));
  return isNumber ? readNumber(trimmed) : undefined;
}

/** Some clients write words. */
function boolean(text: string): boolean | undefined {
  const word = text.trim();
  if (word === '1' || word === 'true') return true;
  if (word === '0' || word === 'false') return false;
  return undefined;
}

/**
 * Node's decoder passes over whatever is no base64, and is several times as fast as any check before it. So the check
 * comes after: n characters of base64 make three quarters of n bytes, rounded down, and each character that was passed
 * over, or padding in the wrong place, leaves fewer bytes than the length of the text promises.
 */
function base64(text: string): Uint8Array | undefined {
  const significant = text.length - SPACES.reduce((sum, space) => sum + count(text, space), 0);
  const bytes = Buffer.from(text, 'base64');
  const whole = significant % 4 === 0 && bytes.length === (significant / 4) * 3 - padding(text);
  // The URL alphabet's two characters are the only others that the decoder takes.
  return whole && !text.includes('-') && !text.includes('_') ? bytes : undefined;
}

const SPACES = ['\n', '\r', ' ', '\t'];

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/** How many of the last characters are `=`, white space aside; at most two can be. */
function padding(text: string): number {
  let found = 0;
  for (let at = text.length - 1; at >= 0 && found < 2; at--) {
    const character = text.charAt(at);
    if (character === '=') found++;
    else if (!SPACES.includes(character)) break;
  }
  return found;
}
