import { NIL_UUID, newId } from '@scrip/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import type { StatementLine } from './model.ts';

const LINE: StatementLine = {
  journalId: '11111111-2222-8333-8444-555555555555',
  time: new Date(Date.UTC(2006, 9, 23, 3, 8, 0, 999)),
  kind: 'pay',
  amount: -1_234n,
  balance: 9_007_199_254_740_991n,
  counterparty: NIL_UUID,
  comment: 'for the chair',
};

/** RFC 4180 read back, strictly: every line ends with CRLF, and quotes stand only where a cell begins with one. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('the CSV of a statement', () => {
  it('has a header line, exact decimals and times in UTC', () => {
    expect(csv([LINE], new Map(), 2)).toBe(
      'transaction_id,time,type,amount,balance,other_akey,other_name,comment\r\n' +
        `11111111-2222-8333-8444-555555555555,2006-10-23 03:08:00Z,pay,-12.34,90071992547409.91,${NIL_UUID},,for the chair\r\n`,
    );
    expect(csv([], new Map(), 0)).toBe('transaction_id,time,type,amount,balance,other_akey,other_name,comment\r\n');
  });

  it.each([
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://evil","x")', `"'=HYPERLINK(""http://evil"",""x"")"`],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', `"'\t'=1"`],
    ['\r\n=1', `"'\r\n'=1"`],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    [';', `"';"`],
    [';=1', `"';'=1"`],
    [' ;a', `"' ;a"`],
    ['|x', `"'|x"`],
    ['\ta', `"'\ta"`],
    ['\na', `"'\na"`],
    ['a;=1', `"a;'=1"`],
    ['a;  @SUM(A1)', `"a;  '@SUM(A1)"`],
    ['a\t-1|+2', `"a\t'-1|'+2"`],
    ['two\n=1', `"two\n'=1"`],
    ['a; b', '"a; b"'],
    ["'quoted'", "'quoted'"],
    ['', ''],
  ])('writes the comment %j as %s', (comment, cell) => {
    expect(csv([{ ...LINE, comment }], new Map(), 0)).toMatch(new RegExp(`,,${escaped(cell)}\r\n$`));
  });

  it('reads back the same, but for apostrophes before formulas, and has none where other separators count', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\t', '"', '\n', '\r', '=', '-', '@', 'é', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (texts) => {
        const lines = texts.map(([comment]) => ({ ...LINE, counterparty: newId(), comment }));
        const names = new Map(lines.map((line, index) => [line.counterparty, texts[index]?.[1] ?? '']));
        const rows = read(csv(lines, names, 0)).slice(1);
        expect(rows).toHaveLength(lines.length);
        for (const [index, row] of rows.entries()) {
          expect(row).toHaveLength(8);
          const [comment = '', name = ''] = texts[index] ?? [];
          expect([row[6], row[7]].map((cell) => cell?.replaceAll("'", ''))).toEqual([name, comment]);
          for (const cell of row.slice(6)) expect(cell).not.toMatch(/(^|[;\t\r\n])\s*[=+\-@]/);
        }
      }),
    );
  });

  it.each(['&', '"', '\r', '😀', 'x'])('stays below 512 KiB in every protocol with comments and names full of %j', (character) => {
    const lines = Array.from({ length: 1_000 }, () => ({ ...LINE, comment: character.repeat(64) }));
    const text = csv(lines, new Map([[NIL_UUID, character.repeat(63)]]), 6);
    const xml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
    for (const written of [JSON.stringify(text), xml]) expect(Buffer.byteLength(written)).toBeLessThan(510 * 1024);
    const rows = read(text).length - 1;
    expect(rows).toBeGreaterThan(300);
    if (character === 'x') expect(rows).toBe(1_000);
    // As many whole lines as were written, and the first ones: the next page goes on from there.
    expect(text).toBe(csv(lines.slice(0, rows), new Map([[NIL_UUID, character.repeat(63)]]), 6));
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
