// npm run studio: Prisma Studio on the database of the running server, embedded or not.
import { resolve } from 'node:path';
import { loadDatabasePackage } from './database-package.mjs';
import { prisma } from './prisma.mjs';

async function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const dataDir = resolve(process.env.SCRIP_DATA || '.scrip');
  const { runningEmbedded } = await loadDatabasePackage('embedded/embedded');
  const url = runningEmbedded(dataDir);
  if (url) return url;
  console.error(`no server runs on SCRIP_DATA=${dataDir}: start it with npm start, or set DATABASE_URL`);
  process.exit(1);
}

prisma(['studio', '--browser', 'none', ...process.argv.slice(2)], { inherit: true, env: { DATABASE_URL: await databaseUrl() } });
