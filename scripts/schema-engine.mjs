import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';

/** Nothing in the schema is managed by somebody else. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

function raise(text) {
  throw new Error(`Prisma's schema engine: ${text}`);
}

/** PostgreSQL's catalogue is full of the type "char", which the engine asks for and Prisma's adapter does not know. */
const CHAR = 18;
const TEXT = 25;

/** Prisma's adapter as the engine needs it. A script goes out whole: the adapter would cut it at every semicolon, also inside of quotes. */
async function connect(pool) {
  const charColumns = new Map();
  const tolerant = Object.create(pool);
  const query = async (asked) => {
    const result = await pool.query(asked);
    const found = result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === CHAR ? [index] : []));
    for (const index of found) result.fields[index] = { ...result.fields[index], dataTypeID: TEXT };
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
    await pool.query(script);
  };
  return adapter;
}

/**
 * Prisma's schema engine in WASM: the native one, which Prisma's CLI would download, needs a network. Its package's own
 * entry imports the .wasm as a module, which Node does not do without a flag, so it is put together here.
 */
async function instantiate() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
  // The engine gives its lock ten seconds and never takes the timer back: it must not keep our process alive.
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const setTimer = (callback, delay_ms) => setTimeout(callback, delay_ms).unref();
  const imports = { ...glue, ...Object.fromEntries(timers.map((name) => [name, setTimer])) };
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
  glue.__wbg_set_wasm(instance.exports);
  // Where the engine leaves its last words before a panic.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: raise } });
  instance.exports.__wbindgen_start();
  return glue;
}

/** Once in a process: the package keeps one instance in a variable of its own, which a second one would pull away. */
let loaded;

/** An engine on the pool's database; it must be freed. It compares the schema with our migrations; migrate.ts applies them. */
export async function loadSchemaEngine(pool) {
  loaded ??= instantiate();
  const { SchemaEngine } = await loaded;
  const factory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(pool),
    // Whoever compares migrations with a schema gives an empty database for it.
    connectToShadowDb: () => connect(pool),
  };
  return SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The migrations as the engine takes them. */
export function migrationList(baseDir, migrations) {
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
