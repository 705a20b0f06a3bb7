/** With all pauses the last attempt comes 10 to 20 hours after the first. */
export const MAX_ATTEMPTS = 14;

const FIRST_PAUSE_secs = 30;
const LONGEST_PAUSE_secs = 4 * 3_600;

/**
 * Seconds from the failure of the so-many-th attempt to the next one; undefined after the last. The pauses double up to four
 * hours. Each is between half of that and all of it, so that what failed together is not tried together again.
 */
export function pauseAfter(attempt: number, random: () => number = Math.random): number | undefined {
  if (attempt >= MAX_ATTEMPTS) return undefined;
  const longest = Math.min(FIRST_PAUSE_secs * 2 ** (attempt - 1), LONGEST_PAUSE_secs);
  return Math.round((longest * (1 + random())) / 2);
}
