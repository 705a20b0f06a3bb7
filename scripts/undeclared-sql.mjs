import { readFileSync, writeFileSync } from 'node:fs';
import { isTest, sourceFiles } from './imports.mjs';

const LIMITS = new URL('./undeclared-sql.json', import.meta.url);

/** Calls that send SQL by hand. What `statement` declares is sent by its own methods, Prisma Client's by its models. */
const BY_HAND = /\.query(?:<[^(]*>)?\(|\$(?:queryRaw|executeRaw)/g;

/** How often each package sends SQL that is not declared, and so checked by nothing, with the lines. */
export function undeclaredSql(files = sourceFiles()) {
  const places = new Map();
  for (const [path, text] of files) {
    const [, name] = /^packages\/([^/]+)\/.*\.ts$/.exec(path) ?? [];
    // The package of the database is what sends them.
    if (name === undefined || name === 'database' || isTest(path)) continue;
    for (const { index } of text.matchAll(BY_HAND)) {
      const line = text.slice(0, index).split('\n').length;
      places.set(name, [...(places.get(name) ?? []), `${path}:${line}`]);
    }
  }
  return places;
}

/** What is wrong, a line each. The numbers of undeclared-sql.json may only fall: a package that has more than allowed, or fewer. */
export function undeclaredProblems(places, limits) {
  const problems = [];
  for (const name of new Set([...places.keys(), ...Object.keys(limits)])) {
    const found = places.get(name) ?? [];
    const limit = limits[name] ?? 0;
    if (found.length > limit) {
      problems.push(`packages/${name} sends SQL by hand ${found.length} times, ${limit} are allowed: declare it by statement()`);
    } else if (found.length < limit)
      problems.push(`packages/${name} sends SQL by hand ${found.length} times: run node scripts/undeclared-sql.mjs --lower`);
  }
  return problems;
}

export function readLimits() {
  return JSON.parse(readFileSync(LIMITS, 'utf8'));
}

// node scripts/undeclared-sql.mjs          lists the places
// node scripts/undeclared-sql.mjs --lower  writes the numbers where they fell
if (process.argv[1]?.endsWith('undeclared-sql.mjs')) {
  const places = undeclaredSql();
  if (process.argv.includes('--lower')) {
    const limits = Object.entries(readLimits()).map(([name, limit]) => [name, Math.min(limit, places.get(name)?.length ?? 0)]);
    writeFileSync(LIMITS, `${JSON.stringify(Object.fromEntries(limits.filter(([, limit]) => limit > 0)), undefined, 2)}\n`);
  } else {
    for (const found of places.values()) console.log(found.join('\n'));
  }
}
