import { crc32 } from 'node:zlib';
import type { Uuid } from '@scrip/kernel';

/** A word begins with a letter or digit; accents and vowel signs that are characters of their own belong to the one before. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/**
 * The words of a comment or of a question, as they are compared: NFKC and in one case. First in upper and then in lower
 * case, so that `STRASSE` finds `Straße`. Blocks that were indexed keep what this said when they were: a change of it has
 * to empty the table statement_block.
 */
export function wordsOf(text: string): ReadonlySet<string> {
  const folded = text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return new Set(folded.match(WORD));
}

/** What the index keeps of words, and of owners' keys: 32 bits each, other ones in every account, so that no account finds another's blocks. */
export function termsOf(account: Uuid, texts: Iterable<string>): number[] {
  const seed = crc32(account);
  const terms = new Set<number>();
  // PostgreSQL's integers have a sign.
  for (const text of texts) terms.add(crc32(text, seed) | 0);
  return [...terms];
}
