import { createHmac, hkdfSync } from 'node:crypto';
import { drawn, type Portion, portionsOf, wholeOf } from '@scrip/kernel';
import { describe, expect, it, test } from 'vitest';
import { journalId } from '../ledger/ids.ts';
import { Draws } from './draws.ts';

/** Draws under a key that is always the same, so that what these tests count is too. */
function drawsUnder(secret: string): Draws {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'scrip share-draw', 32));
  return new Draws({ mac: (_purpose, text) => createHmac('sha256', key).update(text).digest() });
}

const draws = drawsUnder('the same for ever');
const ids = Array.from({ length: 10_000 }, (_, index) => journalId('6f0c5a52-8d4e-4f8b-9b7a-1f6b3c2d1e00', `payment ${index}`));

/** How much each of those who share by these weights gets in all of 10,000 payments of an amount. */
function totals(amount: bigint, weights: readonly bigint[]): number[] {
  const portions = portionsOf(wholeOf(amount), weights);
  const sums = portions.map(() => 0n);
  for (const id of ids) {
    const draw = draws.of(id);
    for (const [index, portion] of portions.entries()) sums[index] = (sums[index] as bigint) + drawn(portion, draw);
  }
  return sums.map(Number);
}

test('a journal draws the same number in every server, another one another, and under another key nothing like it', () => {
  const [id = '', other = ''] = ids;
  expect(draws.of(id)()).toBe(drawsUnder('the same for ever').of(id)());
  expect(draws.of(other)()).not.toBe(draws.of(id)());
  expect(drawsUnder('another').of(id)()).not.toBe(draws.of(id)());
});

describe('over 10,000 small payments everybody gets their share, within four standard deviations', () => {
  it.each<[string, bigint, bigint[]]>([
    ['tips of 1 to a group of three thirds', 1n, [1n, 1n, 1n]],
    ["a creator's 10 % of sales at 4", 4n, [1_000n, 9_000n]],
    ['a fee of 0.5 % of 1', 1n, [5n, 995n]],
    ['seven who share 3', 3n, [1n, 2n, 3n, 4n, 5n, 6n, 7n]],
    ['shares of 60, 25 and 15 % of 2', 2n, [60n, 25n, 15n]],
  ])('%s', (_, amount, weights) => {
    const sum = Number(weights.reduce((a, b) => a + b, 0n));
    for (const [index, total] of totals(amount, weights).entries()) {
      const exact = (Number(amount) * Number(weights[index])) / sum;
      const odd = exact - Math.floor(exact);
      expect(Math.abs(total - exact * ids.length)).toBeLessThanOrEqual(4 * Math.sqrt(ids.length * odd * (1 - odd)));
    }
  });

  it('one payment of 10,000 and 10,000 of 1 come to the same for each within these bounds: to split it gains nothing', () => {
    const weights = [1n, 2n, 3n];
    const whole = portionsOf(wholeOf(10_000n), weights).map((portion: Portion) => Number(drawn(portion, draws.of(ids[0] as string))));
    for (const [index, total] of totals(1n, weights).entries()) expect(Math.abs(total - (whole[index] as number))).toBeLessThan(200);
  });
});
