import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CODE_BYTES, codeHash, codeOf } from './code.ts';

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });

it('is 28 letters and digits in groups of four, none of which looks like another', () => {
  expect(codeOf(Uint8Array.from({ length: CODE_BYTES }, (_, index) => index))).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV');
  fc.assert(
    fc.property(bytes, (random) => {
      expect(codeOf(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
    }),
  );
});

it('uses 5 bits of each byte alike, so that each letter is as likely as every other', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const letter = codeOf(new Uint8Array(CODE_BYTES).fill(byte)).charAt(0);
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  expect([...new Set(counts.values())]).toEqual([8]);
});

it('is read in either case, with dashes and spaces anywhere or nowhere, and with look-alikes', () => {
  const separators = fc.array(fc.constantFrom('', '-', ' ', '\t'), { minLength: CODE_BYTES, maxLength: CODE_BYTES });
  const lookAlikes = fc.constantFrom('0O', '0o', '1I', '1l', '1L', '1i');
  fc.assert(
    fc.property(bytes, separators, fc.boolean(), lookAlikes, (random, between, lower, [right, typed]) => {
      const code = codeOf(random);
      const letters = code.replaceAll('-', '').replaceAll(right as string, typed as string);
      const text = [...letters].map((letter, index) => letter + between[index]).join('');
      expect(codeHash(lower ? text.toLowerCase() : text)).toEqual(codeHash(code));
    }),
  );
});

it('differs where one letter does', () => {
  const code = codeOf(new Uint8Array(CODE_BYTES));
  expect(codeHash(code.replace('0', '2'))).not.toEqual(codeHash(code));
});

it.each(['', '0', '0'.repeat(27), '0'.repeat(29), `${'0'.repeat(27)}U`, `${'0'.repeat(27)}é`, '0'.repeat(64)])(
  'is nothing where it can be none: %j',
  (typed) => expect(codeHash(typed)).toBeUndefined(),
);
