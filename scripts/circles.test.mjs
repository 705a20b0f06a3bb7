import { expect, test } from 'vitest';
import { findCircles } from './circles.mjs';

/** A small house: for each file what it imports. */
function house(sources) {
  const text = (imported) => imported.map((name) => `import { x } from '${name}';\n`).join('');
  return new Map(Object.entries(sources).map(([path, imported]) => [path, typeof imported === 'string' ? imported : text(imported)]));
}

test.each([
  ['none where two files share a third', { 'a.ts': ['./b.ts', './c.ts'], 'b.ts': ['./c.ts'], 'c.ts': [] }, []],
  ['none in what is not ours', { 'a.ts': ['node:fs', 'pg', '@scrip/there-is-none'] }, []],
  ['two files', { 'a.ts': ['./b.ts'], 'b.ts': ['./a.ts'] }, [['a.ts', 'b.ts']]],
  ['a file that imports itself', { 'a.ts': ['./a.ts'] }, [['a.ts']]],
  ['one by a type alone', { 'a.ts': "import type { B } from './b.ts';\n", 'b.ts': ['./a.ts'] }, [['a.ts', 'b.ts']]],
  [
    'one by types that share an import with values',
    { 'a.ts': "import { type B, c } from './b.ts';\n", 'b.ts': ['./a.ts'] },
    [['a.ts', 'b.ts']],
  ],
  ['one by a late import', { 'a.ts': "const b = await import('./b.ts');\n", 'b.ts': ['./a.ts'] }, [['a.ts', 'b.ts']]],
  ['one by what is exported on', { 'a.ts': "export * from './b.ts';\n", 'b.ts': ['./a.ts'] }, [['a.ts', 'b.ts']]],
  [
    'one through folders',
    { 'packages/v/v.ts': ['./parts/p.ts'], 'packages/v/parts/p.ts': ['../v.ts'] },
    [['packages/v/parts/p.ts', 'packages/v/v.ts']],
  ],
  [
    "one through a package's index",
    { 'packages/v/index.ts': ['./p.ts'], 'packages/v/p.ts': ['@scrip/v'] },
    [['packages/v/index.ts', 'packages/v/p.ts']],
  ],
  [
    'one between packages',
    { 'packages/v/index.ts': ['@scrip/w'], 'packages/w/index.ts': ['./w.ts'], 'packages/w/w.ts': ['@scrip/v'] },
    [['packages/v/index.ts', 'packages/w/index.ts', 'packages/w/w.ts']],
  ],
  ['the shortest way round', { 'a.ts': ['./b.ts', './c.ts'], 'b.ts': ['./c.ts'], 'c.ts': ['./a.ts'] }, [['a.ts', 'c.ts']]],
  ['one without the files that only lead to it', { 'a.ts': ['./b.ts'], 'b.ts': ['./c.ts'], 'c.ts': ['./b.ts'] }, [['b.ts', 'c.ts']]],
  [
    'each of two that have nothing to do with each other',
    { 'a.ts': ['./b.ts'], 'b.ts': ['./a.ts'], 'c.ts': ['./d.ts', './a.ts'], 'd.ts': ['./c.ts'] },
    [
      ['a.ts', 'b.ts'],
      ['c.ts', 'd.ts'],
    ],
  ],
])('of circles it finds %s', (_what, sources, circles) => {
  expect(findCircles(house(sources))).toEqual(circles);
});
