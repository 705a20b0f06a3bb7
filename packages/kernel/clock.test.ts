import { expect, it } from 'vitest';
import { assert, ManualClock, systemClock } from './index.ts';

it('moves by hand only', () => {
  const clock = new ManualClock(1000);
  expect(clock.now()).toBe(1000);
  clock.advance(250);
  expect(clock.now()).toBe(1250);
  expect(clock.now()).toBe(1250);
});

it('counts milliseconds since the epoch', () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
});

it('stops on a state that must not be', () => {
  expect(() => assert(false, 'debits equal credits')).toThrow('assertion failed: debits equal credits');
  expect(() => assert(1, 'fine')).not.toThrow();
});
