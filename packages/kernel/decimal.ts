/**
 * A decimal number, exactly, as text in its one spelling: `-12.5`, `0`, `0.05`. Without an exponent, a plus, or zeros that
 * say nothing, so that equal numbers are equal texts.
 */
export type Decimal = string & { readonly _decimal: true };

export const ZERO = '0' as Decimal;

/** The most digits before the point of a Decimal, and the most behind it. */
export const MAX_PLACES = 20;

const PLAIN = /^-?\d+$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The decimal number that a text writes, in any spelling; undefined where it writes none, or one of more places. */
export function toDecimal(text: string): Decimal | undefined {
  const parts = partsOf(text);
  if (!parts) return undefined;
  const { negative, digits, exponent } = parts;
  const decimals = Math.max(0, -exponent);
  const units = Math.max(0, digits.length + exponent);
  if (decimals > MAX_PLACES || units > MAX_PLACES) return undefined;
  const all = (exponent > 0 ? digits + '0'.repeat(exponent) : digits).padStart(decimals + 1, '0');
  const plain = decimals === 0 ? all : `${all.slice(0, -decimals)}.${all.slice(-decimals)}`;
  return `${negative ? '-' : ''}${plain}` as Decimal;
}

/** A double as the decimal number that its shortest text writes: 0.1 is one tenth. Undefined for more places than a Decimal has. */
export function decimalOf(double: number): Decimal | undefined {
  // -0 too is written as 0.
  return Number.isSafeInteger(double) ? (String(double) as Decimal) : toDecimal(String(double));
}

/** Minor units as major ones: `-1250n` at scale 2 is `-12.5`. */
export function decimalOfMinor(minor: bigint, scale: number): Decimal {
  // The books count in 64 bits, which are 19 digits.
  return toDecimal(`${minor}e-${scale}`) as Decimal;
}

/** Major units in minor ones, exactly: `12.5` at scale 2 is `1250n`. Undefined where it has more decimal places than that. */
export function toScale(decimal: Decimal, scale: number): bigint | undefined {
  if (PLAIN.test(decimal)) return BigInt(decimal) * 10n ** BigInt(scale);
  const point = decimal.indexOf('.');
  const decimals = decimal.length - point - 1;
  if (decimals > scale) return undefined;
  return BigInt(decimal.slice(0, point) + decimal.slice(point + 1) + '0'.repeat(scale - decimals));
}

/** Whether `a` is more than `b`. */
export function isMore(a: Decimal, b: Decimal): boolean {
  return (toScale(a, MAX_PLACES) as bigint) > (toScale(b, MAX_PLACES) as bigint);
}

/** Whether a number's text means the very number that the shortest text of its double means: `3.000`, and not `0.1000000000000000055`. */
export function isShortest(text: string): boolean {
  // A double carries 15 digits there and back; without an exponent that many are no number too small for it.
  if (text.length <= 15 && !text.includes('e') && !text.includes('E')) return true;
  const double = Number(text);
  if (!Number.isFinite(double)) return false;
  const [written, kept] = [partsOf(text), partsOf(String(double))];
  return written?.digits === kept?.digits && written?.exponent === kept?.exponent;
}

/** The number is `digits` times ten to the `exponent`; zero is no digits at all. No zero stands at either end of the digits. */
function partsOf(text: string): { negative: boolean; digits: string; exponent: number } | undefined {
  const [, sign, units = '', decimals = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  const all = units + decimals;
  if (all === '') return undefined;
  let first = 0;
  let end = all.length;
  // By hand: a pattern for zeros at the end looks at each run of zeros again and again.
  while (first < end && all[first] === '0') first++;
  while (end > first && all[end - 1] === '0') end--;
  if (first === end) return { negative: false, digits: '', exponent: 0 };
  return {
    negative: sign === '-',
    digits: all.slice(first, end),
    exponent: Number(exponent) - decimals.length + (all.length - end),
  };
}
