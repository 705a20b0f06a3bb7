import { invalidParams } from '@scrip/rpc';

/** A share of the whole: 0 <= part <= whole. */
export interface Ratio {
  readonly part: bigint;
  readonly whole: bigint;
}

/** What a caller says instead of a percentage: 1/n for a new member, no change for one who is there. */
export const AUTO = -1;

const DECIMAL = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** A percentage from 0 to 100 as the number that its shortest decimal text names: 12.5 is 125/1000, though no double holds 0.1. */
export function ratioOf(percent: number): Ratio {
  const [, units, decimals = '', exponent = '0'] = (percent <= 100 && DECIMAL.exec(String(percent))) || [];
  if (units === undefined) throw invalidParams(`new_member_percent is ${percent}; 0 to 100, or -1 for an equal part, is needed`);
  // Below 1e21, where texts with a positive exponent begin.
  const places = decimals.length - Number(exponent);
  return { part: BigInt(units + decimals), whole: 100n * 10n ** BigInt(places) };
}
