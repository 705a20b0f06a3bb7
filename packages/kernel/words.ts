/** A word begins with a letter or digit; accents and vowel signs that are characters of their own belong to the one before. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** One case and one spelling of a text. First in upper and then in lower case, so that `STRASSE` is `Straße`. */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * The words of a text or of a question, as they are compared: NFKC and in one case. What was indexed keeps what this said
 * when it was: a change of it has to empty the table statement_block, and to work out vend_product.terms again.
 */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(foldCase(text).match(WORD));
}
