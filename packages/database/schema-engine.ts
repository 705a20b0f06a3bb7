import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import type { Migration } from './migration-files.ts';

/** Nothing in the schema is managed by somebody else. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

interface Exports {
  __wbindgen_start(): void;
}

interface Glue {
  __wbg_set_wasm(exports: Exports): void;
  SchemaEngine: typeof SchemaEngine;
}

function raise(text: string): never {
  throw new Error(`Prisma's schema engine: ${text}`);
}

/** Node's types leave WebAssembly to the browser's. */
const wasm = (
  globalThis as unknown as { WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }> } }
).WebAssembly;

/** PostgreSQL's catalogue is full of the type "char", which the engine asks for and Prisma's adapter does not know. */
const CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter as the engine needs it. `run` gets each migration's script whole: the adapter would cut it at every
 * semicolon, also inside of quotes and comments.
 */
async function connect(pool: pg.Pool, run: (script: string) => Promise<unknown>): Promise<SqlDriverAdapter> {
  const charColumns = new Map<string, number[]>();
  const tolerant: pg.Pool = Object.create(pool);
  const query = async (asked: pg.QueryConfig): Promise<pg.QueryResult> => {
    const result = await pool.query(asked);
    const found = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CHAR ? [index] : []));
    for (const index of found) result.fields[index] = { ...(result.fields[index] as pg.FieldDef), dataTypeID: TEXT };
    charColumns.set(asked.text, found);
    return result;
  };
  Object.defineProperty(tolerant, 'query', { value: query });
  const adapter = await new PrismaPg(tolerant).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    for (const index of charColumns.get(asked.sql) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  adapter.executeScript = async (script) => {
    await run(script);
  };
  return adapter;
}

/**
 * Prisma's schema engine in WASM: the native one, which Prisma's CLI would download, needs a network. Its package's own
 * entry imports the .wasm as a module, which Node does not do without a flag, so it is put together here.
 */
async function instantiate(): Promise<Glue> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Glue;
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
  // The engine gives its lock ten seconds and never takes the timer back: it must not keep our process alive.
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const setTimer = (callback: () => void, delay_ms: number): object => setTimeout(callback, delay_ms).unref();
  const imports = { ...glue, ...Object.fromEntries(timers.map((name) => [name, setTimer])) };
  const { instance } = await wasm.instantiate(bytes, { './schema_engine_bg.js': imports });
  glue.__wbg_set_wasm(instance.exports);
  // Where the engine leaves its last words before a panic.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: raise } });
  instance.exports.__wbindgen_start();
  return glue;
}

/** Once in a process: the package keeps one instance in a variable of its own, which a second one would pull away. */
let loaded: Promise<Glue> | undefined;

/** An engine on the pool's database; it must be freed. `run` runs the migrations' scripts. */
export async function loadSchemaEngine(
  pool: pg.Pool,
  run: (script: string) => Promise<unknown> = (script) => pool.query(script),
): Promise<SchemaEngine> {
  loaded ??= instantiate();
  const { SchemaEngine: Engine } = await loaded;
  const factory = {
    provider: 'postgres' as const,
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(pool, run),
    // Whoever compares migrations with a schema gives an empty database for it: see scripts/migration.mjs.
    connectToShadowDb: () => connect(pool, run),
  };
  return Engine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The migrations as the engine takes them. */
export function migrationList(baseDir: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}
