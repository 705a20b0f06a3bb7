import { expect, it } from 'vitest';
import { MAX_ATTEMPTS, pauseAfter } from './backoff.ts';

const pauses = (random: number) => Array.from({ length: MAX_ATTEMPTS }, (_, attempt) => pauseAfter(attempt + 1, () => random));

it('doubles its pauses up to four hours, and gives up after the last attempt', () => {
  expect(pauses(1)).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_840, 7_680, 14_400, 14_400, 14_400, 14_400, undefined]);
});

it('waits for half of that at least', () => {
  expect(pauses(0).slice(0, 3)).toEqual([15, 30, 60]);
});
