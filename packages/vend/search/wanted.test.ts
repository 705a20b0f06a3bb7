import { expect, it } from 'vitest';
import { termsQuery } from './wanted.ts';

it.each([
  ['Oak chair', [], "'oak' & 'chair':*"],
  ['chair chair', [], "'chair':*"],
  ['an ox', [], "'an' & 'ox'"],
  ['椅', [], "'椅':*"],
  ['ox', ['Home & Garden'], "'ox' & '/home & garden'"],
  ['', ["it's \\ here", "' | 'x"], "'/it''s \\\\ here' & '/'' | ''x'"],
  ["'oak' | !chair:*", [], "'oak' & 'chair':*"],
])('asks for %j in %j by %s', (text, categories, query) => {
  expect(termsQuery({ text, categories })).toBe(query);
});

it('asks nothing where nothing is wanted, and can not be answered where no word is a word', () => {
  expect(termsQuery({ text: ' ', categories: [] })).toBeUndefined();
  expect(termsQuery({ text: ' !? ', categories: [] })).toBeNull();
  expect(termsQuery({ text: '❤', categories: ['Home'] })).toBeNull();
});

it('asks for sixteen words at most', () => {
  const words = Array.from({ length: 20 }, (_, index) => `w${index}`);
  expect(termsQuery({ text: words.join(' '), categories: [] })?.split(' & ')).toHaveLength(16);
});
