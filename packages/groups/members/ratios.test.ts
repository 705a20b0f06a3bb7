import { expect, test } from 'vitest';
import { ratioOf } from './ratios.ts';

test.each([
  [12.5, 125n, 1_000n],
  [0.1, 1n, 1_000n],
  [0, 0n, 100n],
  [-0, 0n, 100n],
  [100, 100n, 100n],
  [33.333333333333336, 33333333333333336n, 100n * 10n ** 15n],
  [1e-7, 1n, 10n ** 9n],
  [1.5e-10, 15n, 10n ** 13n],
])('%d percent is %d of %d', (percent, part, whole) => {
  const ratio = ratioOf(percent);
  expect(ratio.part * whole).toBe(part * ratio.whole);
});

test.each([100.00000000000001, 150, 1e21, -0.5, -2, -1e-9])('%d percent is refused', (percent) => {
  expect(() => ratioOf(percent)).toThrow(`new_member_percent is ${percent}; 0 to 100, or -1 for an equal part, is needed`);
});
