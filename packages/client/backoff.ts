/** Attempts of one call, the first included. With the waits between them they outlast a server's change of database. */
export const MAX_TRIES = 10;
const FIRST_ms = 250;
const LONGEST_ms = 4_000;
const LONGEST_ASKED_ms = 60_000;

/**
 * How long to wait before the next attempt, in milliseconds: twice as long each time, drawn between half and all of it so that
 * clients don't come back together, and at least as long as the server asked for.
 */
export function backoff_ms(tries: number, asked_ms = 0): number {
  const longest = Math.min(FIRST_ms * 2 ** (tries - 1), LONGEST_ms);
  return Math.max(longest * (0.5 + Math.random() / 2), Math.min(asked_ms, LONGEST_ASKED_ms));
}

/** The header Retry-After (RFC 9110, 10.2.3) in milliseconds: seconds, or the date of an HTTP server. */
export function retryAfter_ms(header: string | null, now = Date.now()): number {
  if (!header) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return wait > 0 ? wait : 0;
}
