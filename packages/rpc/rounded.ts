import { isShortest } from '@scrip/kernel';

/**
 * A number of a body whose text says more than a double holds: a double makes 1 of 0.99999999999999999999. Amounts refuse
 * it; everything else takes the nearest double, since C programs print 0.1 as 0.10000000000000001.
 */
export class RoundedNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  get nearest(): number {
    return Number(this.text);
  }
}

/** A number as decoders hand it on; its text is one that JSON or XML-RPC may write, and is not beyond all doubles. */
export function readNumber(text: string): number | RoundedNumber {
  return isShortest(text) ? Number(text) : new RoundedNumber(text);
}

/** For whoever wants no more than the double. */
export function nearest(value: unknown): unknown {
  return value instanceof RoundedNumber ? value.nearest : value;
}

/** As `nearest`, for all that is in a decoded value, which is changed in place: it is the decoder's own, and nobody else has it. */
export function nearestWithin(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof RoundedNumber) return value.nearest;
  if (value instanceof Date || value instanceof Uint8Array) return value;
  const members = value as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    const member = members[name];
    const taken = nearestWithin(member);
    if (taken !== member) members[name] = taken;
  }
  return value;
}
