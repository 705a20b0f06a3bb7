import { expect, test } from 'vitest';
import { checkLinks, checkMentions } from './links.mjs';

const PATHS = [
  'README.md',
  'docs/map.md',
  'docs/decisions/why.md',
  'packages/bank/ledger/decide.ts',
  'packages/bank/bank.pay.ts',
  '.ci/run',
];
const MAP =
  '# The map\n\n## One `call`, and one deal\n\n## Twice\n\n## Twice\n\n[why](decisions/why.md)\n\n```\n# no heading\n[x](y)\n`a/b.ts`\n```\n';
const WHY = '<a id="here"></a>\n# Why\n\n[back](../map.md)\n';

/** What is wrong with a README of this text, beside pages in which nothing is. */
function problems(readme) {
  const pages = new Map([
    ['README.md', readme],
    ['docs/map.md', MAP],
    ['docs/decisions/why.md', WHY],
  ]);
  return checkLinks(pages, PATHS);
}

test.each([
  '[the map](docs/map.md)',
  '[`the map`](docs/map.md "its title")',
  '[a call](docs/map.md#one-call-and-one-deal), [the second](docs/map.md#twice-1), [why](docs/decisions/why.md#here)',
  '[a folder](docs/), [a file](.ci/run), [itself](#head)\n\n# Head',
  '[elsewhere](https://example.org/x.md#y), [mail](mailto:a@example.org)',
  '`[no link](nowhere.md)` and ``[nor `this`](nowhere.md)``',
  '`packages/bank`, `packages/bank/ledger/`, `packages/<NAME>/ledger`, `packages/*/*.ts`, `.ci/run`',
  '`ledger/decide.ts`, `decide.ts`, `<GROUP>.<METHOD>.ts`, `npx vitest run packages/bank`',
  '`/jsonrpc`, `a/b`, `dist/server.mjs`, `@scrip/bank`, `NFC/NFKC`, `1/n`, `.scrip`',
])('%s is right', (readme) => {
  expect(problems(readme)).toEqual([]);
});

test.each([
  ['[x](docs/mop.md)', 'README.md: links to docs/mop.md, and there is no docs/mop.md'],
  ['[x](docs/map.md#one-deal)', 'README.md: links to docs/map.md#one-deal, and docs/map.md has no #one-deal'],
  ['[x](docs/map.md#twice-2)', 'README.md: links to docs/map.md#twice-2, and docs/map.md has no #twice-2'],
  ['[x](docs/map.md#no-heading)', 'README.md: links to docs/map.md#no-heading, and docs/map.md has no #no-heading'],
  ['[x](#head)', 'README.md: links to #head, and README.md has no #head'],
  ['[x](.ci/run#L1)', 'README.md: links to .ci/run#L1, and .ci/run has no #L1'],
  ['[x](/docs/map.md)', 'README.md: links to /docs/map.md; links of pages are relative to the page'],
  ['[x](../docs/map.md)', 'README.md: links to ../docs/map.md, and there is no ../docs/map.md'],
  ['a ` alone\n\n[x](nowhere.md) and another `', 'README.md: links to nowhere.md, and there is no nowhere.md'],
  ['`packages/bank/decide.ts`', 'README.md: names packages/bank/decide.ts, which is not there'],
  ['`packages/till`', 'README.md: names packages/till, which is not there'],
  ['`packages/*/*.sql`', 'README.md: names packages/*/*.sql, which is not there'],
  ['`bank/decide.ts`', 'README.md: names bank/decide.ts, which is not there'],
  ['`ecide.ts`', 'README.md: names ecide.ts, which is not there'],
  ['`npx vitest run packages/till`', 'README.md: names packages/till, which is not there'],
])('%j is found', (readme, problem) => {
  expect(problems(readme)).toEqual([problem]);
});

test('a page that no other links to is found', () => {
  const pages = new Map([
    ['README.md', ''],
    ['docs/map.md', '[itself](map.md)'],
  ]);
  expect(checkLinks(pages, PATHS)).toEqual(['docs/map.md: no other page links to it']);
});

test('a page that a source speaks of has to be there', () => {
  const files = new Map([
    ['packages/bank/a.ts', '/** See docs/map.md and docs/decisions/why.md. */'],
    ['packages/bank/b.ts', '/** See docs/decisions/how.md. */'],
    ['packages/bank/b.test.ts', "expect(page).toBe('docs/none.md');"],
  ]);
  expect(checkMentions(files, PATHS)).toEqual(['packages/bank/b.ts: names docs/decisions/how.md, which is not there']);
});
