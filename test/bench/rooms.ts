import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coresOf } from './cores.ts';
import { driveAtRate } from './load.ts';
import type { Row } from './row.ts';
import { startServer } from './server.ts';

const CUSTOMERS = 20_000;
const PERFORMERS = 50;
const EVERY_s = 10;
const CONNECTIONS = 50;
const ROUND_ms = 20_000;
/** Whoever came first must still be there when the last one comes. */
const FILL_s = '600';
const BATCH = 50;
const AT_ONCE = 4;
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** What full rooms cost the server and its PostgreSQL: every customer pings every ten seconds, at the document's address and by JSON-RPC. */
export async function run(say: (text: string) => void): Promise<Row[]> {
  if (!existsSync('/proc/self/stat')) return [];
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-bench-'));
  const server = await startServer(dataDir, { SCRIP_ROOM_PURGE: FILL_s });
  try {
    const { pid = 0 } = server.child;
    say(`letting ${CUSTOMERS} customers in`);
    const { key, performers } = await fill(server.url, readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim());
    let next = 0;
    const load = (what: (customer: number) => string, good: string, duration_ms = ROUND_ms) =>
      driveAtRate({
        url: new URL(server.url),
        connections: CONNECTIONS,
        perSecond: CUSTOMERS / EVERY_s,
        duration_ms,
        next: () => what(1 + (next++ % CUSTOMERS)),
        good,
      });
    const performerOf = (customer: number) => performers[customer % PERFORMERS] ?? 0;
    const door = (customer: number) =>
      post(
        `/customer?key=${key}`,
        FORM,
        `function=pingRoom&performerId=${performerOf(customer)}&customerId=${customer}&nickname=Customer+${customer}`,
      );
    const rpc = (customer: number) =>
      post(
        '/jsonrpc',
        JSON_TYPE,
        JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'rooms.pingRoom',
          params: [key, performerOf(customer), `Customer ${customer}`, customer],
        }),
      );
    say('warming up');
    await load(door, '"success":true', ROUND_ms / 4);
    await load(rpc, '"result":1', ROUND_ms / 4);
    let failed = 0;
    const ours = await coresOf(pid, async () => {
      failed += (await load(door, '"success":true')).failed;
    });
    const peer = await coresOf(pid, async () => {
      failed += (await load(rpc, '"result":1')).failed;
    });
    if (failed > 0) throw new Error(`${failed} pings were refused`);
    const name = `${CUSTOMERS.toLocaleString('en')} customers in rooms, a ping every ${EVERY_s} s`;
    return [{ name, ours, peer, peerName: 'the same over JSON-RPC', ratio: peer / ours, unit: 'cores', target: '< 0.5 cores' }];
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function fill(url: string, operator: string): Promise<{ readonly key: string; readonly performers: readonly number[] }> {
  const call = async <T>(calls: readonly (readonly [method: string, params: readonly unknown[]])[]): Promise<T[]> => {
    const body = JSON.stringify(calls.map(([method, params], id) => ({ jsonrpc: '2.0', id, method, params })));
    const reply = await fetch(`${url}/jsonrpc`, { method: 'POST', headers: { 'content-type': JSON_TYPE }, body });
    const answers = (await reply.json()) as { id: number; result?: T; error?: unknown }[];
    return answers.map(({ result, error }) => {
      if (result === undefined) throw new Error(JSON.stringify(error));
      return result;
    });
  };
  const [payer = ''] = await call<string>([['operator.addAvatar', [[operator], 'Room Payer', 'benchmark']]]);
  const [key = ''] = await call<string>([['operator.addRoomSite', [[operator], 'bench', payer, 'working']]]);
  const names = Array.from({ length: PERFORMERS }, (_, n) => `Performer ${n}`);
  await call(names.map((name) => ['operator.addAvatar', [[operator], name, '']] as const));
  const performers = await call<number>(names.map((name) => ['general.getAvatarUserId', [name]] as const));
  const join = (customer: number) =>
    ['rooms.joinRoom', [key, performers[customer % PERFORMERS], `Customer ${customer}`, '127.0.0.1', 1, 10, customer]] as const;
  let customer = 0;
  const fillOn = async () => {
    while (customer < CUSTOMERS) {
      const some = Array.from({ length: BATCH }, () => join(++customer));
      await call(some);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fillOn));
  return { key, performers };
}

function post(path: string, type: string, body: string): string {
  const head = [`POST ${path} HTTP/1.1`, 'Host: 127.0.0.1', `Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`];
  return [...head, '', body].join('\r\n');
}
