// Generates the Prisma client where the schema has changed and the lists of procedures, bundles the two commands into dist/, and
// makes the package of the TypeScript client.
// With --bench the benchmarks too, with --faults the runs under faults. Needs nothing but what `npm ci` installed: no network.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { sourceFiles } from './imports.mjs';
import { npmPackagesOutside } from './npm-packages-outside.mjs';
import { prisma } from './prisma.mjs';
import { writeProcedureLists } from './procedures.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const apps = {
  'dist/server.mjs': 'apps/server/main.ts',
  'dist/scrip.mjs': 'apps/cli/main.ts',
  ...(process.argv.includes('--bench') && { 'dist/bench.mjs': 'test/bench/main.ts' }),
  ...(process.argv.includes('--faults') && { 'dist/faults.mjs': 'test/faults/main.ts' }),
};

/** What the generated client depends on: the schema's text and Prisma's version. */
function schemaHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/prisma/package.json')));
  const directory = join(root, 'prisma/schema');
  for (const file of readdirSync(directory).sort()) hash.update(`\0${file}\0`).update(readFileSync(join(directory, file)));
  return hash.digest('hex');
}

function generateClient() {
  const generated = join(root, 'packages/database/generated');
  const stamp = join(generated, 'schema.sha256');
  const hash = schemaHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // The stamp goes first and comes back last: an interrupted run is done again.
  rmSync(stamp, { force: true });
  prisma(['generate']);
  writeFileSync(stamp, hash);
}

async function bundle(outfile, entry) {
  if (!existsSync(join(root, entry))) return;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    plugins: [npmPackagesOutside],
    logLevel: 'warning',
  });
}

/** packages/client for browsers and Node alike, so nothing of Node may get into it. */
function bundleClient() {
  return build({
    absWorkingDir: join(root, 'packages/client'),
    entryPoints: ['index.ts'],
    outfile: 'dist/index.js',
    bundle: true,
    minify: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    logLevel: 'warning',
  });
}

/** An installation without development dependencies has no compiler; it runs servers and packs nothing. */
async function declareClient() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (existsSync(compiler)) await promisify(execFile)(process.execPath, [compiler, '-p', join(root, 'packages/client')]);
}

generateClient();
writeProcedureLists(sourceFiles());
// esbuild has printed what is wrong.
await Promise.all([...Object.entries(apps).map(([outfile, entry]) => bundle(outfile, entry)), bundleClient()]).catch(() => process.exit(1));
await declareClient().catch(({ stdout }) => {
  console.error(stdout);
  process.exit(1);
});
