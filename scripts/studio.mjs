// npm run studio: Prisma Studio on the database of the running server, embedded or not, as a role that can do no harm.
// node scripts/studio.mjs --print-url prints the address that Studio would get, and ends.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDatabasePackage } from './database-package.mjs';
import { startPrisma } from './prisma.mjs';
import { startFront } from './studio-front.mjs';
import { readOnlyUrl, SECRETS, studioUrl } from './studio-role.mjs';

/** Where the role is made, and what Studio gets instead where that is not possible. */
async function addresses() {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return { url: DATABASE_URL, superuserUrl: DATABASE_URL };
  const dataDir = resolve(process.env.SCRIP_DATA || '.scrip');
  const { runningEmbedded } = await loadDatabasePackage('embedded/embedded');
  const running = runningEmbedded(dataDir);
  if (running) return running;
  console.error(`no server runs on SCRIP_DATA=${dataDir}: start it with npm start, or set DATABASE_URL`);
  process.exit(1);
}

async function safeUrl({ url, superuserUrl }) {
  try {
    return await studioUrl(superuserUrl);
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

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '5555' }, 'print-url': { type: 'boolean', default: false } } });
const url = await safeUrl(await addresses());
if (values['print-url']) {
  console.log(url);
} else {
  const behind = await freePort();
  const front = await startFront({ port: Number(values.port), behind, secrets: SECRETS });
  const studio = startPrisma(['studio', '--browser', 'none', '--port', String(behind)], { DATABASE_URL: url });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => studio.kill(signal));
  studio.once('exit', (code) => {
    front.close();
    front.closeAllConnections();
    process.exitCode = code ?? 0;
  });
  console.log(`Prisma Studio is at http://127.0.0.1:${front.address().port}`);
}
