import { describe, expect, it } from 'vitest';
import { nextAttempt, nextPayment, type Schedule } from './schedule.ts';

const START = Date.parse('2026-03-01T10:00:00Z');
const HOUR_ms = 3_600_000;

function order(more: Partial<Schedule> = {}): Schedule {
  return { everyDays: 30, times: 0, dueAt: new Date(START), occurrence: 1, attempts: 0, ...more };
}

/** Fails every attempt as soon as it is made; the hours after the due date at which they were made. */
function failing(schedule: Schedule): number[] {
  const hours: number[] = [];
  let at: Date | undefined = schedule.dueAt;
  for (let current = schedule; at; ) {
    hours.push((at.getTime() - START) / HOUR_ms);
    const step = nextAttempt(current, at);
    if (step) current = { ...current, ...step };
    at = step?.tryAt;
  }
  return hours;
}

describe('attempts', () => {
  it('come after 1 h, 6 h and then daily, five in all', () => {
    expect(failing(order())).toEqual([0, 1, 7, 31, 55]);
  });

  it('end before the next payment is due', () => {
    expect(failing(order({ everyDays: 1 }))).toEqual([0, 1, 7]);
    expect(failing(order({ everyDays: 2 }))).toEqual([0, 1, 7, 31]);
  });

  it('are not repeated where the next payment is overdue itself', () => {
    expect(nextAttempt(order({ everyDays: 1 }), new Date(START + 100 * HOUR_ms))).toBeUndefined();
  });

  it('leave the date as it is', () => {
    expect(nextAttempt(order(), new Date(START + 5))).toEqual({
      state: 'active',
      occurrence: 1,
      attempts: 1,
      dueAt: new Date(START),
      tryAt: new Date(START + HOUR_ms + 5),
    });
  });
});

describe('payments', () => {
  it('are due at dates that do not drift, over a change of clocks too', () => {
    let current = order({ attempts: 3 });
    for (let at = 1; at <= 12; at++) {
      const step = nextPayment(current);
      expect(step).toEqual({
        state: 'active',
        occurrence: at + 1,
        attempts: 0,
        dueAt: new Date(START + at * 30 * 24 * HOUR_ms),
        tryAt: step.dueAt,
      });
      current = { ...current, ...step };
    }
  });

  it('end after so many', () => {
    expect(nextPayment(order({ times: 2, occurrence: 1 })).state).toBe('active');
    expect(nextPayment(order({ times: 2, occurrence: 2 })).state).toBe('ended');
  });
});
