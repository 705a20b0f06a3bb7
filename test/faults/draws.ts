import { createHmac, hkdfSync } from 'node:crypto';
import type { Uuid } from '@scrip/kernel';

/** The servers' master key in these runs: the oracle knows what they draw. */
export const MASTER_KEY = Buffer.alloc(32, 'what odd units are drawn under..');

const DRAWS = 1n << 128n;
const key = Buffer.from(hkdfSync('sha256', MASTER_KEY, '', 'scrip share-draw', 32));

/** What each of those who share a payment by these weights gets of it: docs/decisions/splits.md, written a second time. */
export function drawnParts(journal: Uuid, total: bigint, weights: readonly number[]): bigint[] {
  const mac = createHmac('sha256', key).update(journal).digest('hex');
  const draw = BigInt(`0x${mac.slice(0, 32)}`);
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  let before = 0n;
  /** How many whole units end at or before this point, when all are moved along by the draw. */
  const units = (point: bigint) => (total * point * DRAWS + draw * sum) / (sum * DRAWS);
  return weights.map((weight) => {
    const start = before;
    before += BigInt(weight);
    return units(before) - units(start);
  });
}
