import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs Prisma's command line without a network. It wants a native schema engine even for commands that never run it, and
 * would download one: any executable file stands in for it. Our migrations use the same engine in WASM instead.
 */
export function prisma(args, { inherit = false, env = {} } = {}) {
  const entry = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [entry, ...args], {
    cwd: dirname(dirname(fileURLToPath(import.meta.url))),
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...env,
    },
    stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) {
    if (!inherit) process.stderr.write(`${stdout}${stderr}`);
    process.exit(status ?? 1);
  }
}
