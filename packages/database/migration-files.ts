import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './start-error.ts';

export interface Migration {
  /** `<timestamp>_<what>`: migrations run in the order of their names. */
  readonly name: string;
  readonly script: string;
  /** SHA-256 of the script in hex, as Prisma keeps it. */
  readonly checksum: string;
}

/** Looked for upwards, because this code runs from its source and from a bundle in dist/. */
export function findPrismaDirectory(): string {
  for (let directory = dirname(fileURLToPath(import.meta.url)); ; directory = dirname(directory)) {
    const candidate = join(directory, 'prisma');
    if (existsSync(join(candidate, 'schema'))) return candidate;
    if (directory === dirname(directory))
      throw new StartError('the directory prisma/ with the migrations is missing: it must stand beside dist/');
  }
}

/** In the order in which they run. */
export function readMigrations(directory: string): Migration[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') };
    });
}
