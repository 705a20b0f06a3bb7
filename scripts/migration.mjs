// node scripts/migration.mjs NAME: writes prisma/migrations/<now>_NAME from what the schema has and the migrations lack.
// Whether they agree is a part of scripts/database-check.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDatabasePackage } from './database-package.mjs';
import { migrationsDirectory, schemaDifference } from './schema-difference.mjs';
import { withScratchDatabase } from './scratch-database.mjs';

const [argument = ''] = process.argv.slice(2);
if (!/^[a-z0-9_]{1,60}$/.test(argument)) {
  console.error('usage: node scripts/migration.mjs NAME (a-z, 0-9, _)');
  process.exit(2);
}
const { startEmbedded, readMigrations } = await loadDatabasePackage('embedded/embedded', 'migration-files');
const script = await withScratchDatabase(startEmbedded, (url) => schemaDifference(url, readMigrations(migrationsDirectory)));
if (!script) {
  console.log('the migrations already make this schema');
  process.exit(0);
}
const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const name = `${now}_${argument}`;
mkdirSync(join(migrationsDirectory, name), { recursive: true });
writeFileSync(join(migrationsDirectory, name, 'migration.sql'), script);
writeFileSync(join(migrationsDirectory, 'migration_lock.toml'), 'provider = "postgresql"\n');
console.log(`prisma/migrations/${name}/migration.sql`);
