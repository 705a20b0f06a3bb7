import { foldCase, tidyName, wordsOf } from '@scrip/kernel';

/** Characters. What is longer is no word of any language: it is found by its beginning. */
const MAX_WORD = 64;

/** What of a product is searched. */
export interface Described {
  readonly name: string;
  readonly description: string;
  readonly tags: string;
  readonly categories: readonly string[];
}

/** What a product is found by: the column vend_product.terms, each once. */
export function searchTerms({ name, description, tags, categories }: Described): string[] {
  return [...new Set([...queryWords(`${name}\n${description}\n${tags}`), ...categories.map(categoryTerm)])];
}

/** The words of a text, as terms hold them. */
export function queryWords(text: string): string[] {
  return [...new Set([...wordsOf(text)].map((word) => (word.length > MAX_WORD ? [...word].slice(0, MAX_WORD).join('') : word)))];
}

/** A category as a whole. No word begins like it, so that nobody finds it by a word. */
export function categoryTerm(category: string): string {
  return `/${foldCase(tidyName(category))}`;
}
