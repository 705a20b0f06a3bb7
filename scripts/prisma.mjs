import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How Prisma's command line is run without a network; `env` is added. */
function commandLine(args, env) {
  const entry = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js');
  const options = {
    cwd: dirname(dirname(fileURLToPath(import.meta.url))),
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...env,
    },
  };
  return [[entry, ...args], options];
}

/**
 * Runs Prisma's command line without a network. It wants a native schema engine even for commands that never run it, and
 * would download one: any executable file stands in for it. Our migrations use the same engine in WASM instead.
 */
export function prisma(args) {
  const [given, options] = commandLine(args, {});
  const { status, stdout, stderr, error } = spawnSync(process.execPath, given, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`);
    process.exit(status ?? 1);
  }
}

/** Starts it and comes back at once. What it says on its output is left out; its errors are shown. */
export function startPrisma(args, env) {
  const [given, options] = commandLine(args, env);
  return spawn(process.execPath, given, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
}
