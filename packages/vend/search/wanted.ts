import type { AvatarKey } from '@scrip/kernel';
import { categoryTerm, queryWords } from './terms.ts';

/** What a search is for. */
export interface Wanted {
  /** Words, all of which must be in the name, description or tags; empty: any product. A text without a word matches nothing. */
  readonly text: string;
  /** All of which the product must be in. */
  readonly categories: readonly string[];
  /** Undefined: any. */
  readonly merchant: AvatarKey | undefined;
  /** Whether products that are not for everybody are wanted too. */
  readonly mature: boolean;
  /** Major units, both ends included; undefined: no bound. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Words beyond these are left out of a question. */
const MAX_WORDS = 16;
/** Bytes of UTF-8: three Latin letters, or one character of a script that writes no spaces. The beginnings of all words would be in every product. */
const MIN_BEGINNING = 3;

/** A lexeme as PostgreSQL reads it in a tsquery, whatever is in it. */
function quoted(term: string): string {
  return `'${term.replace(/['\\]/g, '$&$&')}'`;
}

/**
 * What a product's terms must hold, as a tsquery; undefined where nothing is asked of them, null where nothing can match.
 * The last word may also be the beginning of a longer one.
 */
export function termsQuery({ text, categories }: Pick<Wanted, 'text' | 'categories'>): string | undefined | null {
  const words = queryWords(text).slice(0, MAX_WORDS);
  const last = words.at(-1);
  if (text.trim() !== '' && last === undefined) return null;
  const lexemes = [
    ...words.map((word) => (word === last && Buffer.byteLength(word) >= MIN_BEGINNING ? `${quoted(word)}:*` : quoted(word))),
    ...categories.map((category) => quoted(categoryTerm(category))),
  ];
  return lexemes.length === 0 ? undefined : lexemes.join(' & ');
}
