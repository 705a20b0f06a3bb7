import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Imports modules of packages/database, which is TypeScript, into a plain Node script: bundled to a file inside of the
 * package, so that it finds its dependencies and prisma/. The index is not among them: it needs the generated client.
 */
export async function loadDatabasePackage(...modules) {
  const outfile = join(root, `packages/database/generated/script-${process.pid}.mjs`);
  const contents = modules.map((name) => `export * from './${name}.ts';`).join('\n');
  const stdin = { contents, resolveDir: join(root, 'packages/database'), loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile);
  }
}
