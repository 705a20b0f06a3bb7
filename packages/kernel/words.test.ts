import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './index.ts';

describe('words', () => {
  it.each([
    ['for the chair', ['for', 'the', 'chair']],
    ['Chair, CHAIR & chair!', ['chair']],
    ['order#12/2026-01', ['order', '12', '2026', '01']],
    ["it's", ['it', 's']],
    ['', []],
    [' \n\t…—!', []],
    ['Straße STRASSE', ['strasse']],
    ['ΣΊΣΥΦΟΣ Σίσυφος σίσυφοσ', ['σίσυφος']],
    ['e\u0301te\u0301 été ÉTÉ', ['été']],
    ['ﬁsh ℡ ①②', ['fish', 'tel', '12']],
    ['ｆｕｌｌ　ｗｉｄｔｈ', ['full', 'width']],
    ['椅子 を買う', ['椅子', 'を買う']],
    ['हिन्दी', ['हिन्दी']],
    ['❤\ufe0f 😀', []],
    ['under_score', ['under', 'score']],
  ])('of %j are %j', (text, words) => {
    expect([...wordsOf(text)]).toEqual(words);
  });

  // Blocks are indexed as one text, a comment a line.
  it('of lines are the words of each line', () => {
    const line = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll('\n', ' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const each = new Set(lines.flatMap((text) => [...wordsOf(text)]));
        expect(wordsOf(lines.join('\n'))).toEqual(each);
      }),
      { numRuns: 2_000 },
    );
  });

  // The database looks at these without knowing the rules.
  it('of an ASCII comment are those of its small letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        for (const word of wordsOf(text)) expect(text.toLowerCase()).toContain(word);
      }),
    );
  });
});
