// node scripts/database-check.mjs: whether released migrations are as they were, the migrations make prisma/schema, every
// statement fits the database that they make, and no more SQL is sent by hand than before. Prints what is wrong; exit code
// 1 where anything is. One PostgreSQL of its own serves all of it.
import pg from 'pg';
import { loadDatabasePackage } from './database-package.mjs';
import { readReleased, releasedProblems } from './released-migrations.mjs';
import { migrationsDirectory, schemaDifference } from './schema-difference.mjs';
import { withScratchDatabase } from './scratch-database.mjs';
import { checkStatements, loadStatements } from './statements.mjs';
import { readLimits, undeclaredProblems, undeclaredSql } from './undeclared-sql.mjs';

const { startEmbedded, readMigrations, migrate } = await loadDatabasePackage('embedded/embedded', 'migration-files', 'migrate');
const migrations = readMigrations(migrationsDirectory);
const undeclared = undeclaredSql();
const problems = [...releasedProblems(readReleased(migrationsDirectory), migrations), ...undeclaredProblems(undeclared, readLimits())];
const statements = await loadStatements();

await withScratchDatabase(startEmbedded, async (url) => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('CREATE DATABASE migrated');
  await admin.end();
  const migrated = new URL(url);
  migrated.pathname = '/migrated';
  await migrate(migrated.href, { info() {}, warn: console.warn, error: console.error });
  const client = new pg.Client({ connectionString: migrated.href });
  await client.connect();
  problems.push(...(await checkStatements(client, statements)));
  await client.end();
  const script = await schemaDifference(url, migrations);
  if (script) problems.push(`prisma/schema and prisma/migrations differ; node scripts/migration.mjs NAME would write:\n${script}`);
});

for (const problem of problems) console.error(problem);
if (problems.length === 0) {
  const byHand = [...undeclared.values()].reduce((sum, places) => sum + places.length, 0);
  console.log(
    `database: ${migrations.length} migrations make the schema, ${statements.length} statements fit it, ${byHand} calls send SQL by hand`,
  );
}
process.exit(problems.length === 0 ? 0 : 1);
