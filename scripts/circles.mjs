// node scripts/circles.mjs: whether modules import each other in a circle. Types count: a part must not take a type from
// the file that puts the parts together. Prints one circle of each tangle; exit code 1 where there is any.
import { pathToFileURL } from 'node:url';
import { imports, sourceFiles, targetOf } from './imports.mjs';

/**
 * One circle of each tangle of files that reach each other: the shortest way from its first file, by name, back to it.
 * `files` maps paths to texts.
 */
export function findCircles(files) {
  const graph = new Map();
  for (const [path, text] of files) {
    const targets = imports(text).map((specifier) => moduleOf(path, specifier));
    graph.set(path, [...new Set(targets)].filter((target) => files.has(target)).sort());
  }
  const circles = [];
  const seen = new Set();
  for (const path of [...graph.keys()].sort()) {
    if (seen.has(path)) continue;
    const circle = wayBack(graph, path);
    if (!circle) continue;
    // Once this circle is broken, what is left of the tangle shows its next one.
    for (const member of tangleOf(graph, path)) seen.add(member);
    circles.push(circle);
  }
  return circles;
}

/** A package is its index.ts. */
function moduleOf(path, specifier) {
  if (specifier.startsWith('.')) return targetOf(path, specifier);
  const [, name] = /^@scrip\/([^/]+)$/.exec(specifier) ?? [];
  return name ? `packages/${name}/index.ts` : specifier;
}

/** The shortest way from a module over its imports back to itself, if there is one. */
function wayBack(graph, start) {
  const cameFrom = new Map();
  const queue = [start];
  for (const path of queue) {
    for (const target of graph.get(path)) {
      if (target === start) return [start, ...stepsTo(cameFrom, path)];
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, path);
      queue.push(target);
    }
  }
  return undefined;
}

function stepsTo(cameFrom, path) {
  const steps = [];
  for (let at = path; at !== undefined && cameFrom.has(at); at = cameFrom.get(at)) steps.unshift(at);
  return steps;
}

/** Every module from which this one can be reached, and which can be reached from it. */
function tangleOf(graph, start) {
  const backwards = new Map([...graph.keys()].map((path) => [path, []]));
  for (const [path, targets] of graph) for (const target of targets) backwards.get(target).push(path);
  const before = reached(backwards, start);
  return [...reached(graph, start)].filter((path) => before.has(path));
}

function reached(graph, start) {
  const found = new Set([start]);
  for (const path of found) for (const target of graph.get(path)) found.add(target);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // Prisma's client goes in circles of its own, which are none of ours.
  const files = new Map([...sourceFiles()].filter(([path]) => !path.startsWith('packages/database/generated/')));
  const circles = findCircles(files);
  for (const circle of circles) console.error(`circle of imports: ${[...circle, circle[0]].join(' -> ')}`);
  if (circles.length === 0) console.log(`circles: none among ${files.size} files`);
  process.exit(circles.length === 0 ? 0 : 1);
}
