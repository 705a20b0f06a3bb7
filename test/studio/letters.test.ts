import { foldCase, nameKey, tidyName } from '@scrip/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { searchTerms } from '../../packages/vend/search/terms.ts';
import { testDatabase } from '../testkit/database.ts';

// Names and search terms are worked out by JavaScript, and by the database where somebody edits in Studio. Both have to agree.

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase(2);
});
afterAll(() => database.drop());

/** Beyond these there are ideographs and private letters alone. */
const EVERY = Array.from({ length: 0x20000 }, (_, code) => code)
  .concat(Array.from({ length: 0x200 }, (_, code) => 0xe0000 + code))
  .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
  .map((code) => String.fromCodePoint(code));

/** What the database makes of each text. */
async function inDatabase<T>(expression: string, texts: readonly string[]): Promise<T[]> {
  const sql = `SELECT ${expression} AS made FROM unnest($1::text[]) WITH ORDINALITY AS one (given, place) ORDER BY place`;
  const { rows } = await database.pool.query<{ made: T }>(sql, [texts]);
  return rows.map(({ made }) => made);
}

const KNOWN = `given !~ ('[^' || "studio"."chars_known"() || ']')`;

it('takes every letter that the database knows to be what Node.js takes it for', async () => {
  const isKnown = await inDatabase<boolean>(KNOWN, EVERY);
  const known = EVERY.filter((_, index) => isKnown[index]);
  expect(known.length).toBeGreaterThan(70_000);
  const cases = new Map(
    (await database.pool.query<{ letter: string; becomes: string }>('SELECT * FROM "studio"."cases"()')).rows.map(({ letter, becomes }) => [
      letter,
      becomes,
    ]),
  );
  expect(known.filter((letter) => (cases.get(letter) ?? letter) !== letter.toUpperCase().toLowerCase().replace('ς', 'σ'))).toEqual([]);
  const classes: [name: string, isIn: RegExp][] = [
    ['chars_first', /[\p{L}\p{N}]/u],
    ['chars_inner', /[\p{L}\p{M}\p{N}]/u],
    ['chars_unseen', /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u],
    ['chars_control', /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u],
    ['chars_variants', /\p{Variation_Selector}/u],
    ['chars_blank', /\p{Zs}/u],
    ['chars_white', /\s/u],
  ];
  for (const [name, isIn] of classes) {
    const found = await inDatabase<boolean>(`given ~ ('[' || "studio"."${name}"() || ']')`, known);
    expect([name, known.filter((letter, index) => found[index] !== isIn.test(letter))]).toEqual([name, []]);
  }
  for (const form of ['NFC', 'NFKC']) {
    const made = await inDatabase<string>(`normalize(given, ${form})`, known);
    expect([form, known.filter((letter, index) => made[index] !== letter.normalize(form))]).toEqual([form, []]);
  }
});

const LIVELY = [...'aZ09 ,#:/-ßẞŉǰİıſΣσςΆΐ΄ﬁﬃﬀKÅΩḀ①½ǅǆ…'].concat([
  '\u0301',
  '\u0345',
  '\u00ad',
  '\ufe0f',
  '\u3000',
  '\t',
  '\n',
  '\u200d',
  '日',
  'ｶ',
  'ﾞ',
  '👩',
  '🏽',
  '𝒳',
  '𐐀',
  'ʰ',
  "'",
  '·',
]);

it('makes the same names and terms of texts', async () => {
  const letters = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...LIVELY) },
    { weight: 1, arbitrary: fc.nat(EVERY.length - 1).map((index) => EVERY[index] as string) },
  );
  const texts = fc.sample(fc.string({ unit: letters, maxLength: 24 }), { numRuns: 600, seed: 20_261_130 });
  const isKnown = await inDatabase<boolean>(KNOWN, texts);
  const known = texts.filter((_, index) => isKnown[index]);
  expect(known.length).toBeGreaterThan(300);
  expect(await inDatabase('"studio"."tidy_name"(given)', known)).toEqual(known.map(tidyName));
  expect(await inDatabase('"studio"."name_key"(given)', known)).toEqual(known.map(nameKey));
  expect(await inDatabase('"studio"."fold_case"(given)', known)).toEqual(known.map(foldCase));
  expect(await inDatabase('"studio"."length_of"(given)', known)).toEqual(known.map(({ length }) => length));
  expect(await inDatabase('"studio"."search_terms"(given, ARRAY[given])', known)).toEqual(
    known.map((text) => searchTerms({ name: text, description: '', tags: '', categories: [text] }).filter((term) => term !== '')),
  );
});
