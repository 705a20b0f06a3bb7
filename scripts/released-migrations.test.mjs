import { expect, it } from 'vitest';
import { releasedProblems } from './released-migrations.mjs';

const released = new Map([
  ['1_one', 'a'],
  ['2_two', 'b'],
]);
const one = { name: '1_one', checksum: 'a' };
const two = { name: '2_two', checksum: 'b' };

it('takes released migrations as they were, and new ones behind them', () => {
  expect(releasedProblems(released, [one, two])).toEqual([]);
  expect(releasedProblems(released, [one, two, { name: '3_three', checksum: 'c' }])).toEqual([]);
});

it('finds one that was changed, removed or renamed', () => {
  expect(releasedProblems(released, [one, { ...two, checksum: 'c' }])).toEqual([
    'prisma/migrations/2_two was changed after its release: put it back, and write a new one',
  ]);
  expect(releasedProblems(released, [two])).toEqual(['prisma/migrations/1_one was released and is gone: put it back']);
  expect(releasedProblems(released, [one, { ...two, name: '3_two' }])).toEqual([
    'prisma/migrations/2_two was released and is gone: put it back',
  ]);
});

it('finds a new one that would run before them', () => {
  expect(releasedProblems(released, [one, { name: '1_other', checksum: 'c' }, two])).toEqual([
    'prisma/migrations/1_other would run before 2_two, which was released: give it a later time',
  ]);
});
