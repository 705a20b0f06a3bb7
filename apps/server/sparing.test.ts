import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sparing } from './sparing.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('makes so many a second and gives the last one again', async () => {
  let count = 0;
  const ask = sparing(3, async () => ++count);
  const five = async () => [await ask(), await ask(), await ask(), await ask(), await ask()];
  expect(await five()).toEqual([1, 2, 3, 3, 3]);
  vi.advanceTimersByTime(999);
  expect(await ask()).toBe(3);
  vi.advanceTimersByTime(1);
  expect(await five()).toEqual([4, 5, 6, 6, 6]);
});
