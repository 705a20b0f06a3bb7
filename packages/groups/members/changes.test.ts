import { Fault } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import type { Member } from '../model.ts';
import { add, addAll, MAX_MEMBERS, sharesOf } from './changes.ts';
import { ratioOf } from './ratios.ts';
import { percentages } from './shares.ts';

const ANN: Member = { akey: 'ann', weight: 3n, officer: true };
const BOB: Member = { akey: 'bob', weight: 2n, officer: false };

const shown = (members: readonly Member[]) => Object.fromEntries(percentages(sharesOf(members)));
const ratios = (percents: Record<string, number>) => new Map(Object.entries(percents).map(([akey, percent]) => [akey, ratioOf(percent)]));
const people = (count: number, named: string): Member[] =>
  Array.from({ length: count }, (_, i) => ({ akey: `${named} ${i}`, weight: 1n, officer: i === 0 }));
const codeOf = (change: () => unknown) => {
  try {
    return change();
  } catch (error) {
    return error instanceof Fault ? error.spec.code : error;
  }
};

it.each([1, 2, 3, 7, 100])('a new member without a percentage among %d others gets an equal part', (count) => {
  const { members } = add(people(count, 'other'), 'cyd', { ratio: undefined, officer: undefined });
  expect(members.at(-1)).toMatchObject({ akey: 'cyd', officer: false });
  expect(new Set(members.map(({ weight }) => weight))).toEqual(new Set([1n]));
});

describe('percentages for several in one step', () => {
  it('are theirs where they are all that there are, and sum to 100', () => {
    const percents = { cyd: 12.5, bob: 27.5, ann: 60 };
    const { members } = addAll([ANN, BOB], ratios(percents));
    expect(members.map(({ akey, officer }) => [akey, officer])).toEqual([
      ['ann', true],
      ['bob', false],
      ['cyd', false],
    ]);
    expect(shown(members)).toEqual(percents);
    expect(addAll(members, ratios(percents)).members).toEqual(members);
  });

  it('are scaled with those of all others', () => {
    expect(shown(addAll([ANN, BOB], ratios({ cyd: 50, dan: 10 })).members)).toEqual({ ann: 37.5, bob: 25, cyd: 31.25, dan: 6.25 });
  });

  it('change nothing where there are none', () => {
    expect(addAll([ANN, BOB], new Map()).members).toEqual([ANN, BOB]);
  });

  it('go as far as there is room', () => {
    const new999 = new Map(people(MAX_MEMBERS - 1, 'new').map(({ akey }) => [akey, ratioOf(0.01)]));
    expect(addAll([ANN], new999).members).toHaveLength(MAX_MEMBERS);
    expect(codeOf(() => addAll([ANN, BOB], new999))).toBe('general.group_full');
    expect(codeOf(() => addAll([ANN, { ...BOB, akey: 'new 0' }], new999))).toHaveProperty('members.length', MAX_MEMBERS);
  });
});
