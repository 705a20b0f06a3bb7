import { expect, it } from 'vitest';
import { categoryTerm, queryWords, searchTerms } from './terms.ts';

const plain = { name: '', description: '', tags: '', categories: [] };

it('are the words of the name, the description and the tags, each once, and the categories as a whole', () => {
  const product = { name: 'Oak CHAIR', description: 'A chair,\nmade of oak.', tags: 'seat/garden', categories: ['Home & Garden', 'Other'] };
  expect(searchTerms(product)).toEqual(['oak', 'chair', 'a', 'made', 'of', 'seat', 'garden', '/home & garden', '/other']);
  expect(searchTerms(plain)).toEqual([]);
});

it('do not run together where one text ends and the next one begins', () => {
  expect(searchTerms({ ...plain, name: 'Red', description: 'wood', tags: 'en' })).toEqual(['red', 'wood', 'en']);
});

it('tell a category from the word that it is called', () => {
  expect(searchTerms({ ...plain, categories: ['chair'] })).not.toContain('chair');
  expect(searchTerms({ ...plain, name: '/chair' })).toEqual(['chair']);
});

it.each([
  ['Home  &\u00a0garden ', '/home & garden'],
  ['STRASSE', categoryTerm('Straße')],
])('know the category %j in any spelling', (category, term) => {
  expect(categoryTerm(category)).toBe(term);
});

it('hold the beginning of what is longer than any word, and never half of a character', () => {
  expect(queryWords('x'.repeat(65))).toEqual(['x'.repeat(64)]);
  expect(queryWords('𝒳'.normalize('NFC').repeat(100))).toEqual(['x'.repeat(64)]);
  expect(queryWords('𐐨'.repeat(100))).toEqual(['𐐨'.repeat(64)]);
});
