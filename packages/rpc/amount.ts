import { type Decimal, decimalOf, MAX_PLACES, toDecimal } from '@scrip/kernel';
import { RoundedNumber } from './rounded.ts';
import { type Type, wrong } from './type.ts';

const DECIMAL_TEXT = '^\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\s*$';
const WANTED = `a decimal number of at most ${MAX_PLACES} digits before the point and behind it`;

/**
 * An amount of money in major units: an int, a double, or a text of digits where a double would not be exact. It is read as
 * the decimal number that was written. Which currency it is in, and so how many decimal places it may have, is known to
 * the handler only. `usual` is how clients of old send it, which signatures name first.
 */
export function amount(options: { min?: number; usual?: 'int' | 'double' } = {}): Type<Decimal> {
  const { min, usual = 'int' } = options;
  return {
    kind: 'amount',
    xmlNames: usual === 'int' ? ['int', 'double', 'string'] : ['double', 'int', 'string'],
    schema: { type: ['number', 'string'], ...(min !== undefined && { minimum: min }), pattern: DECIMAL_TEXT },
    parse(value, path) {
      if (value instanceof RoundedNumber) throw wrong(path, value, `a number that a double carries, such as ${value.nearest}, or a text`);
      const decimal = decimalIn(value);
      if (decimal === undefined) throw wrong(path, value, WANTED);
      if (min !== undefined && Number(decimal) < min) throw wrong(path, value, `${min} or more`);
      return decimal;
    },
    check: () => 'a parameter, and no result',
  };
}

function decimalIn(value: unknown): Decimal | undefined {
  if (typeof value === 'number') return decimalOf(value);
  if (typeof value === 'string') return toDecimal(value.trim());
  return typeof value === 'bigint' ? toDecimal(String(value)) : undefined;
}

/** An amount in a result: whole ones are written as an int, others as a double. */
export const amountShown: Type<number> = {
  kind: 'amount',
  schema: { type: 'number' },
  parse(value, path) {
    throw wrong(path, value, 'nothing: it is a result');
  },
  check: (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'no finite number'),
};
