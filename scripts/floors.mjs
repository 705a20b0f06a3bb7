// node scripts/floors.mjs: whether imports between packages and apps keep to the floors of docs/ARCHITECTURE.md, and
// every package.json declares exactly what is imported; and whether that page shows every room on its floor. Prints what is wrong; exit code 1 where anything is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { imports, isTest, packageName, root, sourceFiles, targetOf, unitOf } from './imports.mjs';

/** Who stands on which floor; apps stand on the one above. Imports run downwards, so neighbours on a floor never meet. */
const FLOORS = [
  ['kernel'],
  ['rpc', 'database'],
  ['capability', 'http'],
  ['ports', 'protocol-xmlrpc', 'protocol-jsonrpc', 'protocol-relay', 'protocol-rest'],
  ['avatars'],
  ['groups', 'objects'],
  ['bank'],
  ['lease', 'vend', 'gateway', 'rooms', 'gifts', 'studio'],
];
const APPS_FLOOR = FLOORS.length;
/** How calls come in. Doors and slices never meet, whatever their floors. */
const DOORS = ['http', 'protocol-xmlrpc', 'protocol-jsonrpc', 'protocol-relay', 'protocol-rest'];
/** What callers use: it imports nothing of the server. */
const CLIENTS = ['client', 'client-php', 'client-lsl', 'client-python'];
/** Reaching the database: its handles, or the driver itself. Types alone reach nothing. */
const DATABASE_USE = /\.(?:pool|prisma)\b|\$(?:queryRaw|executeRaw|transaction)|^import (?!type )[^;]*'(?:pg|@prisma\/client)'/m;

const floorOf = (name) => FLOORS.findIndex((names) => names.includes(name));
const isSlice = (name) => floorOf(name) >= floorOf('avatars');
const isDoor = (name) => DOORS.includes(name);
const hasStore = (name) => isSlice(name) || name === 'ports';

/** The lists of docs/exceptions.md: each line is "- `what`: why", below a heading of its own. */
export function readExceptions(markdown) {
  const listed = (heading) => {
    const section = markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
    return [...section.matchAll(/^- `([^`]+)`: \S/gm)].map(([, what]) => what);
  };
  return {
    deepTestImports: listed('Deep imports of tests'),
    databaseFiles: listed('Files beside store.ts that touch the database'),
  };
}

/** What is wrong, a line each. `files` maps paths from the root, sources and package.json files alike, to their text. */
export function checkFloors(files, exceptions) {
  const problems = [];
  const used = new Set();
  const allow = (list, entry) => exceptions[list].includes(entry) && used.add(`${list} ${entry}`);
  for (const [path, text] of files) {
    if (path.endsWith('.json')) continue;
    const say = (problem) => problems.push(`${path}: ${problem}`);
    for (const specifier of imports(text)) {
      if (specifier.startsWith('.')) checkRelative(path, specifier, say, allow);
      else if (specifier.startsWith('@scrip/')) checkPackage(path, specifier, files, say);
    }
    const [, name] = /^packages\/([^/]+)\//.exec(path) ?? [];
    if (hasStore(name) && !isTest(path) && !path.endsWith('/store.ts') && DATABASE_USE.test(text)) {
      if (!allow('databaseFiles', path)) say('only store.ts touches the database, or a file that docs/exceptions.md lists');
    }
  }
  for (const [list, entries] of Object.entries(exceptions)) {
    for (const entry of entries) {
      if (!used.has(`${list} ${entry}`)) problems.push(`docs/exceptions.md: \`${entry}\` is listed and no longer needed`);
    }
  }
  return [...problems, ...checkManifests(files)].sort();
}

/** What is wrong with the table of rooms in docs/ARCHITECTURE.md: each part of the server stands in it once, on its floor. */
export function checkMap(map, units) {
  const problems = [];
  const shown = new Set();
  for (const [, floor, rooms] of map.matchAll(/^\| (\d+) \| ([^|]+) \|/gm)) {
    for (const [, room] of rooms.matchAll(/`((?:packages|apps)\/[\w*-]+)`/g)) {
      const matching = units.filter((unit) => (room.endsWith('*') ? unit.startsWith(room.slice(0, -1)) : unit === room));
      if (matching.length === 0) problems.push(`docs/ARCHITECTURE.md: there is no ${room}`);
      for (const unit of matching) {
        if (shown.has(unit)) problems.push(`docs/ARCHITECTURE.md: ${unit} is there twice`);
        shown.add(unit);
        const [area, name] = unit.split('/');
        const actual = area === 'apps' ? APPS_FLOOR : floorOf(name);
        if (Number(floor) !== actual) problems.push(`docs/ARCHITECTURE.md: ${unit} is on floor ${floor}, and stands on floor ${actual}`);
      }
    }
  }
  const ofServer = units.filter((unit) => !CLIENTS.includes(unit.split('/')[1]));
  for (const unit of ofServer) if (!shown.has(unit)) problems.push(`docs/ARCHITECTURE.md: ${unit} is in no row of the rooms`);
  return problems;
}

/** A package is entered by its name; only tests reach into one, where that is listed, and everybody's tests use the testkit. */
function checkRelative(path, specifier, say, allow) {
  const target = targetOf(path, specifier);
  if (unitOf(target) === unitOf(path) || target === 'package.json') return;
  if (isTest(path)) {
    if (target.startsWith('test/testkit/')) return;
    const entry = `${path} -> ${unitOf(target)}`;
    if (allow('deepTestImports', entry)) return;
    say(`reaches into ${target}; test code may only where docs/exceptions.md lists \`${entry}\``);
    return;
  }
  say(`reaches into ${target}; another package is imported by its name`);
}

function checkPackage(path, specifier, files, say) {
  const [, name, ...inside] = specifier.split('/');
  if (inside.length > 0) say(`imports ${specifier}; a package shows its index.ts and nothing else: @scrip/${name}`);
  if (!files.has(`packages/${name}/package.json`)) return say(`imports ${specifier}, and there is no packages/${name}`);
  const [area, own] = path.split('/');
  if (own === name || (area !== 'packages' && area !== 'apps')) return;
  if (CLIENTS.includes(own)) return say(`imports ${specifier}; what callers use imports nothing of the server`);
  const [from, to] = [area === 'apps' ? APPS_FLOOR : floorOf(own), floorOf(name)];
  if (from < 0) return say(`packages/${own} stands on no floor; add it to scripts/floors.mjs and docs/ARCHITECTURE.md`);
  if (to < 0) return say(`imports ${specifier}, which stands on no floor`);
  if ((isSlice(own) && isDoor(name)) || (isDoor(own) && isSlice(name))) {
    say(`imports ${specifier}; slices and doors meet in apps/server only`);
  } else if (to > from) say(`imports ${specifier}, ${to - from} up; imports run downwards only`);
  else if (to === from) say(`imports ${specifier} of its own floor; imports run downwards only`);
}

/** Declared is what the sources import, and nothing else; tests may also use what the root declares. */
function checkManifests(files) {
  const problems = [];
  const root = JSON.parse(files.get('package.json'));
  const inRoot = new Set(Object.keys({ ...root.dependencies, ...root.devDependencies }));
  const imported = new Map();
  for (const [path, text] of files) {
    if (path.endsWith('.json')) continue;
    const unit = unitOf(path);
    const manifest = files.get(`${unit}/package.json`);
    const declared = new Set(Object.keys((manifest && JSON.parse(manifest).dependencies) ?? {}));
    for (const name of imports(text).map(packageName)) {
      // The packages of this repository are checked by their floors in tests, and resolve for every script and test.
      const fromRoot = inRoot.has(name) || name.startsWith('@scrip/');
      if (name === '' || `@scrip/${unit.split('/')[1]}` === name) continue;
      if (!isTest(path)) imported.set(unit, (imported.get(unit) ?? new Set()).add(name));
      if (declared.has(name) || ((isTest(path) || !manifest) && fromRoot)) continue;
      problems.push(`${path}: imports ${name}, which ${manifest ? `${unit}/` : ''}package.json does not declare`);
    }
  }
  for (const [path, text] of files) {
    const unit = path.slice(0, -'/package.json'.length);
    if (!/^(packages|apps)\/[^/]+\/package\.json$/.test(path)) continue;
    for (const name of Object.keys(JSON.parse(text).dependencies ?? {})) {
      if (!imported.get(unit)?.has(name)) problems.push(`${path}: declares ${name}, which nothing there imports`);
    }
  }
  return [...problems, ...checkVersions(files)];
}

/** One version of everything, written out: an install today and one next year are the same. */
function checkVersions(files) {
  const problems = [];
  const seen = new Map();
  for (const [path, text] of files) {
    if (!path.endsWith('.json')) continue;
    const { dependencies, devDependencies } = JSON.parse(text);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      const exact = name.startsWith('@scrip/') ? version === '*' : /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version);
      if (!exact) problems.push(`${path}: ${name} is "${version}"; an exact version is needed, and "*" for our own packages`);
      const [first, where] = seen.get(name) ?? seen.set(name, [version, path]).get(name);
      if (version !== first) problems.push(`${path}: ${name} is ${version}, but ${first} in ${where}`);
    }
  }
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const files = sourceFiles();
  const page = (name) => readFileSync(join(root, 'docs', name), 'utf8');
  const units = [...files.keys()].flatMap((path) => /^((?:packages|apps)\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? []);
  const problems = [...checkFloors(files, readExceptions(page('exceptions.md'))), ...checkMap(page('ARCHITECTURE.md'), units)];
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`floors: ${files.size} files keep to them`);
  process.exit(problems.length === 0 ? 0 : 1);
}
