// npm run studio: Prisma Studio on the database of the running server, embedded or not, as a role that can do no harm.
// node scripts/studio.mjs --print-url prints the address that Studio would get, and ends.
import { resolve } from 'node:path';
import { loadDatabasePackage } from './database-package.mjs';
import { prisma } from './prisma.mjs';
import { readOnlyUrl, studioUrl } from './studio-role.mjs';

async function databaseUrl() {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const dataDir = resolve(process.env.SCRIP_DATA || '.scrip');
  const { runningEmbedded } = await loadDatabasePackage('embedded/embedded');
  const url = runningEmbedded(dataDir);
  if (url) return url;
  console.error(`no server runs on SCRIP_DATA=${dataDir}: start it with npm start, or set DATABASE_URL`);
  process.exit(1);
}

async function safeUrl(url) {
  try {
    return await studioUrl(url);
  } catch (error) {
    // Codes of class 08, and those of sockets: there is no database to show.
    if (/^(08|E[A-Z]+$|28|3D)/.test(error.code ?? '')) {
      console.error(`the database can not be reached: ${error.message}`);
      process.exit(1);
    }
    console.error(`Studio gets no role of its own here: ${error.message}.`);
    console.error('It is READ-ONLY, and it shows EVERYTHING that the server can read, password hashes too. Let nobody else look at it.');
    return readOnlyUrl(url);
  }
}

const url = await safeUrl(await databaseUrl());
const given = process.argv.slice(2);
if (given.includes('--print-url')) console.log(url);
else prisma(['studio', '--browser', 'none', ...given], { inherit: true, env: { DATABASE_URL: url } });
