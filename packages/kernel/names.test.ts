import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, nameKeys, tidyName } from './names.ts';

test.each([
  ['case', ' IMSOCOOL  mann', 'ImSoCool Mann'],
  ['composition', 'ZOE\u0308', 'Zo\u00eb'],
  ['sharp s', 'STRASSE', 'Straße'],
  ['sigma', 'ΟΔΟΣ', 'οδος'],
  ['sigma inside', 'οδος', 'οδοσ'],
  ['width', '\uff23\uff48\uff41\uff44', 'Chad'],
  ['width of blanks', 'An\u3000avatar', 'An avatar'],
  ['font', '𝐂𝐡𝐚𝐝', 'chad'],
  ['ligature', 'o\ufb03ce', 'OFFICE'],
  ['circled', '①', '1'],
  ['a mark made of a blank', 'a\u00b4b', 'a \u0301b'],
])('%s makes no difference', (_what, one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ['scripts', 'Chаd', 'Chad'],
  ['accents', 'Zoe', 'Zoë'],
  ['letters that look alike', 'Il', 'll'],
])('%s make one', (_what, one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

describe('the key', () => {
  const names = fc.string({ unit: 'binary', maxLength: 63 }).filter((name) => !name.includes('\u1e9e'));

  test('is in NFKC, and that of itself', () => {
    fc.assert(
      fc.property(names, (name) => {
        const key = nameKey(name);
        expect(key.normalize('NFKC')).toBe(key);
        expect(nameKey(key)).toBe(key);
        expect(nameKey(tidyName(name))).toBe(key);
      }),
    );
  });

  test('of ASCII is found by the short way as by the long one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 63 }), (name) => {
        const long = tidyName(tidyName(name).toUpperCase().toLowerCase());
        expect(nameKey(name)).toBe(long);
        expect(nameKeys(name)).toEqual([long]);
      }),
    );
  });

  test('of former times comes first, where it was another', () => {
    expect(nameKeys('Ｃhad')).toEqual(['ｃhad', 'chad']);
    expect(nameKeys('Zoë')).toEqual(['zoë']);
  });
});
