/** When an order pays next. Days are of 24 hours, in UTC, so that dates do not drift. */
export interface Schedule {
  readonly everyDays: number;
  /** How many payments there are to be; 0 where there is no end. */
  readonly times: number;
  readonly dueAt: Date;
  /** Which payment is next, from 1. */
  readonly occurrence: number;
  /** How many attempts at it have failed. */
  readonly attempts: number;
}

export interface Step {
  readonly state: 'active' | 'ended';
  readonly occurrence: number;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly tryAt: Date;
}

const HOUR_ms = 3_600_000;
const DAY_ms = 24 * HOUR_ms;
/** After each failed attempt; one more failure, and the payment is missed. */
const RETRY_AFTER_ms = [HOUR_ms, 6 * HOUR_ms, DAY_ms, DAY_ms];

/** The next payment is due at its own date, however late this one was. */
export function nextPayment({ everyDays, times, dueAt, occurrence }: Schedule): Step {
  const next = new Date(dueAt.getTime() + everyDays * DAY_ms);
  const state = times > 0 && occurrence >= times ? 'ended' : 'active';
  return { state, occurrence: occurrence + 1, attempts: 0, dueAt: next, tryAt: next };
}

/** The next attempt at the same payment; undefined where there is none before the next payment is due. */
export function nextAttempt(schedule: Schedule, now: Date): Step | undefined {
  const { occurrence, attempts, dueAt } = schedule;
  const pause_ms = RETRY_AFTER_ms[attempts];
  if (pause_ms === undefined) return undefined;
  const tryAt = new Date(now.getTime() + pause_ms);
  return tryAt < nextPayment(schedule).dueAt ? { state: 'active', occurrence, attempts: attempts + 1, dueAt, tryAt } : undefined;
}
