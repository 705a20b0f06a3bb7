import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CHECK_BYTES, type Covered, DIGEST_BYTES, examine, GENESIS, HINT_BYTES, ID_BYTES, type Link, type Seal, seal } from './chain.ts';

function books(count: number): Covered {
  return { ids: randomBytes(count * ID_BYTES), digests: randomBytes(count * DIGEST_BYTES), hints: randomBytes(count * HINT_BYTES) };
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('a chain of seals', () => {
  const portions = [books(3), books(1), books(4)] as const;
  const seals: Seal[] = [];
  for (const [index, covered] of portions.entries()) seals.push(seal(seals.at(-1) ?? GENESIS, covered, 1_700_000_000_000 + index));
  const [first, second, third] = seals as [Seal, Seal, Seal];

  it('is good as it was made', () => {
    let previous: Link = GENESIS;
    for (const [index, one] of seals.entries()) {
      expect(examine(previous, one, portions[index] as Covered)).toBeUndefined();
      previous = one;
    }
    expect(seals.map(({ number }) => number)).toEqual([1n, 2n, 3n]);
    expect(second.checks.length).toBe(CHECK_BYTES + DIGEST_BYTES);
  });

  it('shows every bit of a seal that was changed', () => {
    const examined = (given: Seal, covered: Covered = portions[1]) => examine(first, given, covered);
    for (const part of ['hash', 'ids', 'checks'] as const) {
      for (let at = 0; at < second[part].length; at++)
        expect(examined({ ...second, [part]: flipped(second[part], at) })).toEqual({ what: 'hash' });
    }
    expect(examined({ ...second, sealedAt_ms: second.sealedAt_ms + 1 })).toEqual({ what: 'hash' });
    expect(examined({ ...second, number: 3n })).toEqual({ what: 'number' });
    expect(examine({ ...first, hash: flipped(first.hash, 31) }, second, portions[1])).toEqual({ what: 'hash' });
  });

  it('shows a seal that was removed, moved or taken from another place', () => {
    expect(examine(GENESIS, second, portions[1])).toEqual({ what: 'number' });
    expect(examine(first, third, portions[2])).toEqual({ what: 'number' });
    expect(examine(first, { ...third, number: 2n }, portions[2])).toEqual({ what: 'hash' });
    expect(examine(second, first, portions[0])).toEqual({ what: 'number' });
  });

  it('shows which journal was changed, and whether it is its own row', () => {
    const [, , covered] = portions;
    for (let index = 0; index < 4; index++) {
      const digests = flipped(covered.digests, index * DIGEST_BYTES + 5);
      expect(examine(second, third, { ...covered, digests })).toEqual({ what: 'journal', index, part: 'others' });
      const hints = flipped(covered.hints, index * HINT_BYTES);
      expect(examine(second, third, { ...covered, digests, hints })).toEqual({ what: 'journal', index, part: 'row' });
    }
  });

  it('covers every bit of a digest, not only those of its check', () => {
    const [, , covered] = portions;
    for (let at = CHECK_BYTES; at < DIGEST_BYTES; at++) {
      expect(examine(second, third, { ...covered, digests: flipped(covered.digests, at) })).toEqual({ what: 'content' });
    }
  });
});
