/**
 * A part of a whole number of minor units that several share, as the stretch from `start` to `end` along it. Both count in
 * parts of a unit, of which `parts` make one: a third of 1 goes from 0 to 1 in parts of a third.
 */
export interface Portion {
  readonly start: bigint;
  readonly end: bigint;
  readonly parts: bigint;
}

/** Draws are whole numbers from 0 to below this. */
const DRAWS = 1n << 128n;

/** A random number for one whole, the same for all of its portions: as many of them as 16 bytes hold. */
export type Draw = () => bigint;

export function wholeOf(amount: bigint): Portion {
  return { start: 0n, end: amount, parts: 1n };
}

/** The exact portions of those who share a portion by these whole weights, one after the other. Not all weights may be zero, and none below it. */
export function portionsOf({ start, end, parts }: Portion, weights: readonly bigint[]): Portion[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  let before = 0n;
  return weights.map((weight) => {
    const from = before;
    before += weight;
    return { start: start * sum + (end - start) * from, end: start * sum + (end - start) * before, parts: parts * sum };
  });
}

/**
 * What a portion comes to in whole units, by one draw for the whole (systematic sampling): its exact part rounded up or down,
 * on average exactly that part. All portions of a whole come to the whole, and those of a portion to that portion.
 */
export function drawn({ start, end, parts }: Portion, draw: Draw): bigint {
  if (parts === 1n) return end - start;
  const [all, shift] = [parts * DRAWS, parts * draw()];
  return (end * DRAWS + shift) / all - (start * DRAWS + shift) / all;
}

/** The least that a portion can come to, whatever is drawn. */
export function leastOf({ start, end, parts }: Portion): bigint {
  return (end - start) / parts;
}

/** The most that a portion can come to, whatever is drawn. */
export function mostOf({ start, end, parts }: Portion): bigint {
  return (end - start + parts - 1n) / parts;
}

/** Whether there is anything in it. */
export function isSome({ start, end }: Portion): boolean {
  return end > start;
}

/** Whether nothing about it is left to a draw. */
export function isCertain(portion: Portion): boolean {
  return portion.parts === 1n || leastOf(portion) === mostOf(portion);
}
