import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const FOLDERS = ['apps', 'packages', 'prisma', 'scripts', 'test'];
const SKIPPED = ['node_modules', 'fixtures', 'dist'];

/** Paths from the root, with slashes, to texts: every .ts and .mjs file and the package.json files. */
export function sourceFiles() {
  const files = new Map();
  const read = (path) => files.set(path, readFileSync(join(root, path), 'utf8'));
  read('package.json');
  for (const name of readdirSync(root)) if (/\.(ts|mjs)$/.test(name)) read(name);
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name);
      if (entry.isFile() && /(\.(ts|mjs)|\/package\.json)$/.test(path) && !path.split('/').some((part) => SKIPPED.includes(part)))
        read(path);
    }
  }
  return files;
}

/** In the layout that Biome gives them: a statement begins its line, and its names hold nothing but names. */
const STATEMENT = /^(?:import|export)\s(?:[\w$*,{}\s]*?\sfrom\s)?\s*['"]([^'"\n]+)['"]/gm;
const CALL = /\b(?:import|require|require\.resolve|createRequire\([\w.]+\)\.resolve)\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Everything that a source imports, types and `import()` included. */
export function imports(text) {
  return [...text.matchAll(STATEMENT), ...text.matchAll(CALL)].map(([, specifier]) => specifier);
}

/** `@prisma/client/runtime/x` -> `@prisma/client`; empty for files and what Node brings along. */
export function packageName(specifier) {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return '';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

export function targetOf(path, specifier) {
  return posix.join(posix.dirname(path), specifier);
}

/** What belongs together: a package, an app, or a folder of the root such as `test`. */
export function unitOf(path) {
  const [area, name] = path.split('/');
  return area === 'packages' || area === 'apps' ? `${area}/${name}` : area.includes('.') ? '.' : area;
}

export function isTest(path) {
  return path.startsWith('test/') || /(\.test|\/testkit)\.(ts|mjs)$/.test(path);
}
