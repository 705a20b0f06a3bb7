import { relative } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { StartError } from '@scrip/database';
import pino from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import { type Config, readConfig } from './config.ts';
import { DEMO_AVATARS } from './demo.ts';
import { type Running, startServer } from './server.ts';

/** Whatever might carry a secret into a log line, should code ever hand over a whole request or body. */
const SECRETS = ['password', 'capability', 'capabilities', 'token', 'authorization', 'challenge_response', 'card'];

// The heap may grow by a tenth between two full collections instead of several times over. Under load that is a third of
// the memory, and costs no throughput that could be measured.
setFlagsFromString('--heap-growing-percent=10');

/** Secret2 Linden is the first avatar of the demo world. */
const JOIN = 'function=joinRoom&performerId=1&nickname=Ann&customerId=7&ipAddress=127.0.0.1&registered=1&credits=50';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino(
    { level: config.logLevel, redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' } },
    // Logs go to the error stream: the standard output is for the person who started us.
    pino.destination({ dest: 2, sync: false }),
  );
  const starting = startServer({ config, log, version: packageJson.version });
  const isStopping = stopOnSignals(starting);
  const running = await starting;
  if (!isStopping()) process.stdout.write(greeting(running, config));
}

/**
 * The first signal drains and stops, during the start too: PostgreSQL must not be left behind. A second one, for the
 * impatient, ends at once.
 */
function stopOnSignals(starting: Promise<Running>): () => boolean {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130);
    stopping = true;
    process.stdout.write(`\n${signal}: finishing the calls under way, then stopping. Again to stop at once.\n`);
    starting.then((running) => running.stop()).then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => stopping;
}

function greeting({ url, demo, embedded, operatorCapability }: Running, { dataDir }: Config): string {
  // The command looks where a server without settings is.
  const elsewhere = [
    ...(url === 'http://127.0.0.1:8080' ? [] : [`SCRIP_URL=${url}`]),
    ...(relative('.', dataDir) === '.scrip' ? [] : [`SCRIP_DATA=${dataDir}`]),
  ];
  const scrip = [...elsewhere, 'npm run scrip --'].join(' ');
  const lines = [
    `Scrip ${packageJson.version} is ready at ${url}`,
    '',
    `  XML-RPC     ${url}/xmlrpc  (also /RPC2, /api.php)`,
    `  JSON-RPC    ${url}/jsonrpc`,
    `  Reference   ${url}/docs  (OpenRPC: /openrpc.json)`,
    `  Operations  ${url}/healthz  /readyz  /metrics`,
    `  Database    ${embedded ? `embedded PostgreSQL under ${relative('.', dataDir) || dataDir}` : 'DATABASE_URL'}`,
    `  Operator    ${scrip} status  (capability in ${relative('.', operatorCapability) || operatorCapability})`,
    '',
  ];
  if (demo) {
    lines.push('The demo world, and what its accounts began with:', '');
    for (const { name, password, accounts } of DEMO_AVATARS) {
      const holds = Object.entries(accounts).map(([account, amount]) => `${account} ${amount}`);
      lines.push(`  ${name.padEnd(15)} password ${password.padEnd(23)} ${holds.join(', ')}`);
    }
    const owns = 'the group Mall Staff, ten spaces to let in Shops, and the collections Furniture and Prototypes';
    lines.push('', `ImSoCool Mann has ${owns}.`, '', 'A first call:', '');
    const body = '{"jsonrpc":"2.0","id":1,"method":"general.getAvatarKey","params":["Secret2 Linden"]}';
    lines.push(`  curl -s ${url}/jsonrpc -H 'Content-Type: application/json' -d '${body}'`, '');
    lines.push("A customer into Secret2 Linden's room:", '', `  curl -s '${url}/customer?key=demo-room-key' -d '${JOIN}'`, '');
    const john = '-d authToken=demo-studio-token -d email=john@example.com -d password=muvi';
    lines.push('A login of the studio Demo:', '', `  curl -s ${url}/rest/login ${john}`, '');
  } else {
    lines.push(`The first avatar: ${scrip} avatar add 'Ann Able'`, '');
  }
  return `${lines.join('\n')}\n`;
}

function fail(error: unknown): never {
  if (error instanceof StartError) console.error(`scrip: ${error.message}`);
  else console.error('scrip: the server failed.', error);
  process.exit(1);
}

main().catch(fail);
