import { describe, expect, it, test } from 'vitest';
import { fromTime, periodOf, toTime, word } from './index.ts';

describe('one of a few words', () => {
  const colour = word('red', 'green');

  it('is taken in any case, and given in one', () => {
    expect([colour.parse('red', 'c'), colour.parse(' GREEN ', 'c')]).toEqual(['red', 'green']);
    expect([colour.check('red'), colour.check('RED'), colour.check(1)]).toEqual([undefined, 'none of red, green', 'none of red, green']);
  });

  it.each(['', 'blue', 'redgreen', 'x'.repeat(64), 1, null])('is not %j', (value) => {
    expect(() => colour.parse(value, 'c')).toThrow(/^c (is|has) /);
  });
});

test('a period is open where its ends are left out', () => {
  const read = (from: unknown, to: unknown) =>
    periodOf({ from_time: fromTime.type.parse(from, 'from_time'), to_time: toTime.type.parse(to, 'to_time') });
  const second = new Date('2006-10-23T03:08:00Z');
  expect(read('', '2006-10-23 03:08:00Z')).toEqual({ from: undefined, to: second });
  expect(read('20061023T03:08:00', '')).toEqual({ from: second, to: undefined });
  expect(() => read('now', '')).toThrow('from_time is "now"; a time such as');
  expect(fromTime.default).toEqual({ value: '' });
});
