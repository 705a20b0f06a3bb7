// The lists of procedures, made from the names of files: packages/bank/payments/bank.pay.ts declares `bank.pay`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { isTest, root } from './imports.mjs';

/** What has a list of its own: a package, and a folder of the server's that is too small to be one. */
const OWNER = /^(?:packages|apps\/server)\/[^/]+(?=\/)/;
const FILE = /\/([a-z]\w*\.[a-z]\w*)\.ts$/;
const EXPORT = /^export (?!type |interface )(?:(?:const|function) (\w+))?/gm;

/** `packages/bank/payments/bank.pay.ts` -> `bank.pay`, in whatever folder of its package; undefined for all other files. */
export function procedureOf(path) {
  return OWNER.test(path) && !isTest(path) ? FILE.exec(path)?.[1] : undefined;
}

function listOf(owner) {
  return `${owner}/generated/procedures.ts`;
}

/** The text of each list by its path. `files` maps paths to texts. */
export function procedureLists(files) {
  const byOwner = new Map();
  for (const [path, text] of files) {
    const name = procedureOf(path);
    if (name === undefined) continue;
    const [owner] = OWNER.exec(path);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), { name, path, maker: makerOf(path, text) }]);
  }
  return new Map([...byOwner].map(([owner, declared]) => [listOf(owner), listText(owner, declared)]));
}

/** What makes the procedure: the one thing that its file exports, under whatever name. */
function makerOf(path, text) {
  const [maker, ...others] = [...text.matchAll(EXPORT)].map(([, name]) => name);
  if (maker !== undefined && others.length === 0) return maker;
  throw new Error(`${path}: the file of a procedure exports what makes it, a const or a function, and nothing else but types`);
}

function listText(owner, declared) {
  const rows = declared.map(({ name, path, maker }) => {
    const alias = name.replace('.', '_');
    return { alias, line: `import { ${maker} as ${alias} } from '${posix.relative(dirname(listOf(owner)), path)}';` };
  });
  rows.sort((a, b) => (a.alias < b.alias ? -1 : 1));
  return [
    '// Written by npm run build out of the names of files.',
    ...rows.map(({ line }) => line),
    '',
    '/** What makes each procedure of this package. */',
    `export const procedures = [${rows.map(({ alias }) => alias).join(', ')}];`,
    '',
  ].join('\n');
}

/** Writes the lists that have changed, and removes those of packages that declare no procedure any more. */
export function writeProcedureLists(files) {
  const lists = procedureLists(files);
  for (const [path, text] of lists) if (files.get(path) !== text) write(path, text);
  for (const path of files.keys()) {
    const [owner] = OWNER.exec(path) ?? [];
    if (owner && path === listOf(owner) && !lists.has(path)) rmSync(join(root, path));
  }
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
