import { newId } from '@scrip/kernel';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkLabel, checkLocationName, checkUnitName, numberOf, sortKeyOf } from './names.ts';

/** As PostgreSQL compares under COLLATE "C": by the bytes of UTF-8. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('names', () => {
  it('are tidied', () => {
    expect([checkLocationName(' The  Shops '), checkUnitName(' Shop  #1 '), checkLabel('  Kinda ', 'region')]).toEqual([
      'The Shops',
      'Shop #1',
      'Kinda',
    ]);
    expect(checkLabel('', 'model')).toBe('');
  });

  it.each(['', ' ', 'a,b', 'a#b', 'a::b', 'a\u200bb', 'x'.repeat(64), newId()])('a location is not called %j', (name) => {
    expect(() => checkLocationName(name)).toThrow("can not be a location's name");
  });

  it.each(['', ' ', 'a,b', '#1,5', 'a::b', 'a\u200bb', '#'.repeat(64), newId()])('a unit is not called %j', (name) => {
    expect(() => checkUnitName(name)).toThrow("can not be a unit's name");
  });

  it.each(['#', '#1', 'Shop #1', 'Shop ##12', `#${newId()}`])('a unit may be called %j', (name) => {
    expect(checkUnitName(name)).toBe(name);
  });

  it('of regions and models fit into a CSV, and those of regions into coordinates', () => {
    for (const label of ['a,b', 'a::b', 'a\u202eb', 'x'.repeat(64)]) {
      expect(() => checkLabel(label, 'model')).toThrow('can not be a model');
      expect(() => checkLabel(label, 'region')).toThrow('can not be a region');
    }
    expect(checkLabel('2.x / large #3', 'model')).toBe('2.x / large #3');
    expect(() => checkLabel('Kinda/2', 'region')).toThrow('"Kinda/2" can not be a region: it holds a slash');
  });
});

test.each([
  ['Shop #7', 7],
  ['Shop #07', 7],
  ['#1 Shop #22 west', 22],
  ['#0', 0],
  ['#2147483647', 2_147_483_647],
  ['#2147483648', null],
  ['#99999999999999999999999', null],
  ['Shop 7', null],
  ['Shop #', null],
  ['Shop # 7', null],
  ['#7 #west', null],
  ['#12.5', 12],
])('the number of %j is %s', (name, number) => {
  expect(numberOf(name)).toBe(number);
});

describe('the order of units', () => {
  it('counts numbers as numbers, wherever they stand', () => {
    const names = ['Shop #10', 'shop #9 b', 'Shop #2', 'A 10 #1', 'Shop #9', 'A 2 #1', '10', '9', 'Shop'];
    const sorted = ['9', '10', 'A 2 #1', 'A 10 #1', 'Shop', 'Shop #2', 'Shop #9', 'shop #9 b', 'Shop #10'];
    expect(names.toSorted((a, b) => byBytes(sortKeyOf(a), sortKeyOf(b)))).toEqual(sorted);
  });

  it('is that of the numbers, for any two names that differ in them alone', () => {
    const number = fc.nat({ max: 999_999_999_999 });
    const word = fc.stringMatching(/^[A-Za-z #.-]{0,10}$/);
    fc.assert(
      fc.property(word, number, number, word, (before, one, other, after) => {
        const [a, b] = [one, other].map((n) => sortKeyOf(`${before}${n}${after}`)) as [string, string];
        expect(Math.sign(byBytes(a, b))).toBe(Math.sign(one - other));
      }),
    );
  });

  it('does not look at case and padding', () => {
    expect(sortKeyOf('SHOP #007')).toBe(sortKeyOf('shop #7'));
  });
});
