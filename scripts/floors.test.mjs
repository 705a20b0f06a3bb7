import { expect, test } from 'vitest';
import { checkFloors, checkMap, readExceptions } from './floors.mjs';
import { imports, packageName } from './imports.mjs';

const none = { deepTestImports: [], databaseFiles: [] };
const ROOT = JSON.stringify({ devDependencies: { vitest: '4.1.12' } });

/** A small house: for each package or app its dependencies, and the sources in it. */
function house(units, extra = {}) {
  const files = new Map([['package.json', ROOT]]);
  for (const [unit, { needs = {}, ...sources }] of Object.entries(units)) {
    files.set(`${unit}/package.json`, JSON.stringify({ dependencies: needs }));
    for (const [name, text] of Object.entries(sources)) files.set(`${unit}/${name}`, text);
  }
  for (const [path, text] of Object.entries(extra)) files.set(path, text);
  return files;
}

const kernel = { 'index.ts': 'export const one = 1;\n' };
const on = (...names) => Object.fromEntries(names.map((name) => [`@scrip/${name}`, '*']));
const use = (...names) => names.map((name) => `import { x } from '@scrip/${name}';\n`).join('');

test('imports that run downwards, through the index, declared, are right', () => {
  const files = house({
    'packages/kernel': kernel,
    'packages/rpc': { needs: on('kernel'), 'index.ts': use('kernel') },
    'packages/bank': {
      needs: { ...on('rpc'), pg: '8.23.1' },
      'index.ts': `${use('rpc')}import { y } from './ledger/store.ts';\n`,
      'ledger/store.ts': "import pg from 'pg';\nawait database.pool.query('');\n",
      'bank.test.ts':
        "import { test } from 'vitest';\nimport { w } from '../../test/testkit/world.ts';\nawait world.database.pool.query('');\n",
    },
    'packages/protocol-xmlrpc': { needs: on('rpc'), 'index.ts': use('rpc') },
    'apps/server': {
      needs: on('bank', 'protocol-xmlrpc'),
      'main.ts': `${use('bank', 'protocol-xmlrpc')}import p from '../../package.json' with { type: 'json' };\n`,
    },
    'packages/client': { 'index.ts': 'export {};\n' },
  });
  files.set('test/testkit/world.ts', use('bank', 'rpc'));
  expect(checkFloors(files, none)).toEqual([]);
});

test.each([
  [
    'an import upwards',
    { 'packages/kernel': { needs: on('rpc'), 'index.ts': use('rpc') }, 'packages/rpc': kernel },
    'imports @scrip/rpc, 1 up',
  ],
  [
    'a type import upwards',
    { 'packages/rpc': { needs: on('bank'), 'index.ts': "import type { Bank } from '@scrip/bank';\n" }, 'packages/bank': kernel },
    'imports @scrip/bank, 5 up',
  ],
  [
    'an import upwards that spans lines',
    { 'packages/rpc': { needs: on('bank'), 'index.ts': "export {\n  a,\n  type B,\n} from '@scrip/bank';\n" }, 'packages/bank': kernel },
    'imports @scrip/bank, 5 up',
  ],
  [
    'a late import upwards',
    { 'packages/rpc': { needs: on('bank'), 'index.ts': "const bank = await import('@scrip/bank');\n" }, 'packages/bank': kernel },
    'imports @scrip/bank, 5 up',
  ],
  ['an upward import of a test', { 'packages/rpc': { 'rpc.test.ts': use('bank') }, 'packages/bank': kernel }, 'imports @scrip/bank, 5 up'],
  [
    'an import of its own floor',
    { 'packages/lease': { needs: on('vend'), 'index.ts': use('vend') }, 'packages/vend': kernel },
    'imports @scrip/vend of its own floor',
  ],
  [
    'a slice that imports a protocol',
    { 'packages/bank': { needs: on('protocol-jsonrpc'), 'index.ts': use('protocol-jsonrpc') }, 'packages/protocol-jsonrpc': kernel },
    'slices and doors meet in apps/server only',
  ],
  [
    'a slice that imports what doors are made of',
    { 'packages/bank': { needs: on('http'), 'index.ts': use('http') }, 'packages/http': kernel },
    'slices and doors meet in apps/server only',
  ],
  [
    'a protocol that imports a slice',
    { 'packages/protocol-jsonrpc': { needs: on('bank'), 'index.ts': use('bank') }, 'packages/bank': kernel },
    'slices and doors meet in apps/server only',
  ],
  [
    'a client that imports the server',
    { 'packages/client': { needs: on('kernel'), 'index.ts': use('kernel') }, 'packages/kernel': kernel },
    'imports nothing of the server',
  ],
  [
    'a package on no floor',
    { 'packages/attic': { needs: on('kernel'), 'index.ts': use('kernel') }, 'packages/kernel': kernel },
    'stands on no floor',
  ],
  ['a package that is not there', { 'packages/bank': { needs: on('banana'), 'index.ts': use('banana') } }, 'there is no packages/banana'],
  [
    'an import into a package',
    { 'packages/rpc': { needs: on('kernel'), 'index.ts': "import { x } from '@scrip/kernel/ids.ts';\n" }, 'packages/kernel': kernel },
    'shows its index.ts and nothing else',
  ],
  [
    'a path into a package',
    { 'packages/rpc': { 'index.ts': "import { x } from '../kernel/ids.ts';\n" }, 'packages/kernel': kernel },
    'reaches into packages/kernel/ids.ts; another package is imported by its name',
  ],
  [
    'an app that reaches into another',
    { 'apps/cli': { 'main.ts': "import { c } from '../server/config.ts';\n" } },
    'reaches into apps/server/config.ts',
  ],
  [
    'the testkit in what is no test',
    { 'packages/bank': { 'index.ts': "import { w } from '../../test/testkit/world.ts';\n" } },
    'reaches into test/testkit/world.ts',
  ],
  [
    'a test that reaches into another package',
    { 'packages/bank': { 'bank.test.ts': "import { s } from '../avatars/store.ts';\n" } },
    '`packages/bank/bank.test.ts -> packages/avatars`',
  ],
  [
    'a slice that queries outside of its store',
    { 'packages/bank': { 'rules.ts': 'const r = await database.pool.query(sql);\n' } },
    'only store.ts touches the database',
  ],
  [
    'an outbox that queries outside of its store',
    { 'packages/ports': { 'outbox.ts': 'await database.pool.query(sql);\n' } },
    'only store.ts touches the database',
  ],
  [
    'a slice with Prisma outside of its store',
    { 'packages/vend': { 'vend.ts': 'await this.#database.prisma.product.findMany();\n' } },
    'only store.ts',
  ],
  [
    'a slice with a driver of its own',
    { 'packages/vend': { needs: { pg: '8.23.1' }, 'vend.ts': "import pg from 'pg';\n" } },
    'only store.ts touches the database',
  ],
  [
    'a dependency that is not declared',
    { 'packages/rpc': { 'index.ts': "import pg from 'pg';\n" } },
    'imports pg, which packages/rpc/package.json does not declare',
  ],
  ['one that is declared for tests only', { 'packages/rpc': { 'index.ts': "import { vi } from 'vitest';\n" } }, 'imports vitest'],
  [
    'a resolved dependency that is not declared',
    { 'packages/rpc': { 'index.ts': "const p = createRequire(import.meta.url).resolve('pg/package.json');\n" } },
    'imports pg, which',
  ],
  [
    'a dependency that nothing imports',
    { 'packages/rpc': { needs: { pg: '8.23.1' }, 'index.ts': '' } },
    'declares pg, which nothing there imports',
  ],
  [
    'one that only tests import',
    { 'packages/rpc': { needs: { pg: '8.23.1' }, 'a.test.ts': "import pg from 'pg';\n" } },
    'declares pg, which nothing',
  ],
  [
    'a version that moves',
    { 'packages/rpc': { needs: { pg: '^8.23.1' }, 'index.ts': "import pg from 'pg';\n" } },
    'pg is "^8.23.1"; an exact version is needed',
  ],
  [
    'two versions of one dependency',
    {
      'packages/rpc': { needs: { jose: '6.2.17' }, 'index.ts': "import * as jose from 'jose';\n" },
      'packages/kernel': { needs: { jose: '6.2.16' }, 'index.ts': "import 'jose';\n" },
    },
    'jose is 6.2.16, but 6.2.17 in packages/rpc/package.json',
  ],
])('%s is found', (_what, units, problem) => {
  expect(checkFloors(house(units), none)).toEqual([expect.stringContaining(problem)]);
});

test('test code of the root declares what it imports in the root', () => {
  const files = house(
    {},
    { 'test/e2e/a.test.ts': "import { it } from 'vitest';\nimport pino from 'pino';\n", 'scripts/b.mjs': "import pg from 'pg';\n" },
  );
  expect(checkFloors(files, none)).toEqual([
    'scripts/b.mjs: imports pg, which package.json does not declare',
    'test/e2e/a.test.ts: imports pino, which package.json does not declare',
  ]);
});

test('what is listed is allowed, and what is listed in vain is found', () => {
  const files = house({
    'packages/avatars': kernel,
    'packages/bank': {
      needs: on('avatars'),
      'index.ts': use('avatars'),
      'audit.ts': 'database.pool;\n',
      'bank.test.ts': "import { s } from '../avatars/store.ts';\n",
    },
  });
  const exceptions = {
    deepTestImports: ['packages/bank/bank.test.ts -> packages/avatars'],
    databaseFiles: ['packages/bank/audit.ts'],
  };
  expect(checkFloors(files, exceptions)).toEqual([]);
  exceptions.databaseFiles.push('packages/bank/statement.ts');
  expect(checkFloors(files, exceptions)).toEqual(['docs/exceptions.md: `packages/bank/statement.ts` is listed and no longer needed']);
});

test('lists are read from below their headings, and a line without a reason is none', () => {
  const text = [
    '# The house',
    '- `a -> b`: not in a list',
    '## Deep imports of tests',
    'Words.',
    '- `test/a.test.ts -> packages/bank`: why',
    '- `x -> y`',
    '## Other',
    '- `c -> d`: no',
  ].join('\n');
  expect(readExceptions(text)).toEqual({
    deepTestImports: ['test/a.test.ts -> packages/bank'],
    databaseFiles: [],
  });
});

test('imports are read from statements and calls, not from texts and comments', () => {
  const text = [
    "import './a.ts';",
    "import b, { type C } from 'b/deep';",
    "export * from '@x/y/z';",
    "const s = \"import q from 'q'\"; // import r from 'r'",
    "/** export nothing from 't' */",
    "const d = await import('pg');",
    'import("not " + known);',
  ].join('\n');
  expect(imports(text)).toEqual(['./a.ts', 'b/deep', '@x/y/z', 'pg']);
  expect(['./a.ts', 'node:fs', 'b/deep', '@x/y/z'].map(packageName)).toEqual(['', '', 'b', '@x/y']);
});

const UNITS = ['apps/server', 'packages/kernel', 'packages/protocol-jsonrpc', 'packages/protocol-xmlrpc'];
const MAP = '| floor | room |\n|---|---|\n| 8 | `apps/server` | a |\n| 3 | `packages/protocol-*` | b |\n| 0 | `packages/kernel` | c |\n';

test.each([
  ['nothing, where the map is right', MAP, []],
  [
    'a room on another floor',
    MAP.replace('3', '2'),
    ['packages/protocol-jsonrpc is on floor 2, and stands on floor 3', 'packages/protocol-xmlrpc'],
  ],
  ['a room that is left out', MAP.replace('`apps/server`', 'the server'), ['apps/server is in no row of the rooms']],
  ['a room that is not there', MAP.replace('`packages/kernel`', '`packages/kernel`, `packages/attic`'), ['there is no packages/attic']],
  ['a room that is there twice', `${MAP}| 0 | \`packages/kernel\` | d |\n`, ['packages/kernel is there twice']],
])('of the map of rooms it finds %s', (_what, map, problems) => {
  expect(checkMap(map, UNITS)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
});
