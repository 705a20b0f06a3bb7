/**
 * PostgreSQL array literals for set-based statements. The driver can write arrays too, element by element through a
 * general converter; these know their element type, which is worth a fifth of the ledger's time.
 */

/** For uuids and numbers: nothing in them needs quoting. */
export function plainArray(values: readonly (string | number | bigint)[]): string {
  return `{${values.join(',')}}`;
}

const SPECIAL = /["\\]/g;

/** For texts: every element quoted, so that commas, braces, the word NULL and empty texts are themselves. */
export function textArray(values: readonly string[]): string {
  let result = '{';
  for (const [index, value] of values.entries()) result += `${index === 0 ? '"' : ',"'}${value.replace(SPECIAL, '\\$&')}"`;
  return `${result}}`;
}
