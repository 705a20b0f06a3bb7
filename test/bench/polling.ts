import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@scrip/kernel';
import { coresOf } from './cores.ts';
import { driveAtRate } from './load.ts';
import type { Row } from './row.ts';
import { startServer } from './server.ts';

const OBJECTS = 2_000;
const EVERY_s = 10;
const CONNECTIONS = 50;
const SLICE_ms = 20_000;
const BATCH = 50;

interface Signer {
  readonly object_key: string;
  readonly secret: string;
}

/** What many objects that poll add to an idle server and its PostgreSQL, beside a route that answers the same text and does nothing. */
export async function run(say: (text: string) => void): Promise<Row[]> {
  if (!existsSync('/proc/self/stat')) return [];
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-bench-'));
  const server = await startServer(dataDir);
  const bare = await startBare();
  try {
    say(`enrolling ${OBJECTS} objects`);
    const signers = await enrol(server.url, readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim());
    let next = 0;
    const load = (url: string, duration_ms = SLICE_ms) =>
      driveAtRate({
        url: new URL(url),
        connections: CONNECTIONS,
        perSecond: OBJECTS / EVERY_s,
        duration_ms,
        next: () => signed(url, signers[next++ % signers.length] as Signer),
        good: 'general.siteStatus-rsp::1::1',
      });
    say('warming up');
    for (const url of [server.url, bare.url]) await load(url, (EVERY_s * 1000) / 2);
    say('an idle server, a bare route, and the relay, at the same pace');
    const idle = await coresOf(server.child.pid as number, () => new Promise((resolve) => setTimeout(resolve, SLICE_ms)));
    const peer = await coresOf(bare.pid, () => load(bare.url));
    let failed = 0;
    const all = await coresOf(server.child.pid as number, async () => {
      failed = (await load(server.url)).failed;
    });
    if (failed > 0) throw new Error(`${failed} polls were refused`);
    say(`the idle server takes ${idle.toFixed(3)} of a core, with the polls ${all.toFixed(3)}`);
    const ours = all - idle;
    const name = `${OBJECTS.toLocaleString('en')} objects that poll every ${EVERY_s} s, signed`;
    return [{ name, ours, peer, peerName: 'bare Fastify route', ratio: peer / ours, unit: 'cores', target: '< 0.1 cores' }];
  } finally {
    bare.stop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function enrol(url: string, operator: string): Promise<Signer[]> {
  const call = async <T>(calls: readonly (readonly [method: string, params: readonly unknown[]])[]): Promise<T[]> => {
    const body = JSON.stringify(calls.map(([method, params], id) => ({ jsonrpc: '2.0', id, method, params })));
    const reply = await fetch(`${url}/jsonrpc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answers = (await reply.json()) as { id: number; result?: T; error?: unknown }[];
    return answers.map(({ result, error }) => {
      if (result === undefined) throw new Error(JSON.stringify(error));
      return result;
    });
  };
  const [akey = ''] = await call<string>([['operator.addAvatar', [[operator], 'Box Owner', 'benchmark']]]);
  const [login = ''] = await call<string>([['general.loginWithPassword', [akey, 'benchmark', 3_600]]]);
  await call([['operator.addGrid', [[operator], 'bench', 'Bench', []]]]);
  const signers: Signer[] = [];
  while (signers.length < OBJECTS) {
    const some = Array.from({ length: BATCH }, () => ['general.enrollObject', [[login], newId(), 'A box']] as const);
    signers.push(...(await call<Signer>(some)));
  }
  return signers;
}

function signed(url: string, { object_key, secret }: Signer): string {
  const body = 'call::general.siteStatus::';
  const time = Math.floor(Date.now() / 1000);
  const nonce = newId();
  const signature = createHmac('sha256', secret).update(`${time}\n${nonce}\n${object_key}\n${body}`).digest('base64');
  return [
    'POST /relay HTTP/1.1',
    `Host: ${new URL(url).host}`,
    'Content-Type: text/plain',
    `Content-Length: ${body.length}`,
    `X-Scrip-Object: ${object_key}`,
    `X-Scrip-Time: ${time}`,
    `X-Scrip-Nonce: ${nonce}`,
    `X-Scrip-Signature: hmac-sha256=${signature}`,
    '',
    body,
  ].join('\r\n');
}

/** In a process of its own, so that its CPU can be told from that of the generator. */
async function startBare(): Promise<{ readonly url: string; readonly pid: number; stop(): void }> {
  const program = `
    import Fastify from 'fastify';
    const app = Fastify();
    app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    app.post('/relay', async () => 'general.siteStatus-rsp::1::1');
    console.log(await app.listen({ host: '127.0.0.1', port: 0 }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the bare route ended with ${code}`)));
  });
  return { url, pid: child.pid as number, stop: () => child.kill() };
}
