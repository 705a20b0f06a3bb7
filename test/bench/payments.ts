import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId } from '@scrip/bank';
import { createCapabilities, loadMasterKey } from '@scrip/capability';
import { type Database, openDatabase, runningEmbedded } from '@scrip/database';
import { newId, systemClock, type Uuid } from '@scrip/kernel';
import type pg from 'pg';
import { makeAccounts } from './books.ts';
import { drive, driveAtRate, post } from './load.ts';
import { pgbench } from './pgbench.ts';
import { median, type Row } from './row.ts';
import { bareRoute, startServer } from './server.ts';

/** As many callers as a busy server has; pgbench is fastest with far fewer, and gets those. */
const CONNECTIONS = 128;
/** Calls of one JSON-RPC batch and one system.multicall. */
const BATCH = 10;
const PEER_CLIENTS = 64;
/** For what reads only, on both sides. */
const READERS = 64;
const ACCOUNTS = 10_000;
const ROUNDS = 5;
const SLICE_MS = 5_000;
const log = { info() {}, warn: console.error, error: console.error };

interface Payer {
  readonly akey: Uuid;
  readonly login: string;
}

/** Payments and balances over JSON-RPC, beside pgbench and a bare route on the same PostgreSQL. */
export async function run(say: (text: string) => void): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-bench-'));
  const server = await startServer(dataDir);
  const url = runningEmbedded(dataDir)?.url;
  if (!url) throw new Error('the embedded PostgreSQL is not running');
  const database = await openDatabase({ url, log });
  try {
    say(`preparing ${ACCOUNTS} accounts and pgbench at scale ${PEER_CLIENTS}`);
    const payers = await makePayers(database, dataDir);
    const peer = await pgbench(url, PEER_CLIENTS);
    const bare = await bareRoute(url, balanceRoute);
    const at = new URL(server.url);
    const load = (next: () => string, connections = CONNECTIONS, duration_ms = SLICE_MS, good = '"result"') =>
      drive({ url: at, connections, duration_ms, next, good });

    say('warming up: every payer once, so that each capability has been verified');
    let next = 0;
    while (next < payers.length) await load(() => balanceOf(payers[next++ % payers.length] as Payer), CONNECTIONS, 1_000);
    await load(() => pay(pick(payers), pick(payers)));

    const rates = {
      pgbench: [] as number[],
      spread: [] as number[],
      hot: [] as number[],
      xml: [] as number[],
      batches: [] as number[],
      multicalls: [] as number[],
      balance: [] as number[],
      bare: [] as number[],
    };
    let failed = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      say(`payments and balances, round ${round} of ${ROUNDS}`);
      // Each slice starts with its own slate: nobody pays for writing back what the one before it left dirty.
      const settle = () => database.pool.query('CHECKPOINT');
      await settle();
      rates.pgbench.push(await peer.run(SLICE_MS / 1000));
      const hotPayee = payers[0] as Payer;
      await settle();
      const spread = await load(() => pay(pick(payers), pick(payers)));
      await settle();
      const hot = await load(() => pay(pick(payers), hotPayee));
      await settle();
      const xml = await load(() => payByXml(pick(payers), pick(payers)), CONNECTIONS, SLICE_MS, '<params>');
      await settle();
      const batches = await load(() => batchOf(BATCH, payers), CONNECTIONS, SLICE_MS);
      rates.batches.push(batches.perSecond * BATCH);
      await settle();
      const multicalls = await load(() => multicallOf(BATCH, payers), CONNECTIONS, SLICE_MS, '<params>');
      rates.multicalls.push(multicalls.perSecond * BATCH);
      failed += batches.failed + multicalls.failed;
      const results = { spread, hot, xml, balance: await load(() => balanceOf(pick(payers)), READERS, 2_000) };
      const bareResult = await drive({
        url: bare.url,
        connections: READERS,
        duration_ms: 2_000,
        next: () => post('/', JSON.stringify({ id: accountId(pick(payers).akey, 'working') })),
        good: 'balance',
      });
      rates.bare.push(bareResult.perSecond);
      for (const name of ['spread', 'hot', 'xml', 'balance'] as const) {
        rates[name].push(results[name].perSecond);
        failed += results[name].failed;
      }
    }
    say('payments at half of that rate');
    await database.pool.query('CHECKPOINT');
    const half = await driveAtRate({
      url: at,
      connections: CONNECTIONS,
      perSecond: median(rates.spread) / 2,
      duration_ms: 2 * SLICE_MS,
      next: () => pay(pick(payers), pick(payers)),
      good: '"result"',
    });
    say('single payments on an idle server');
    const idle = await load(() => pay(pick(payers), pick(payers)), 1, 3_000);
    const peak_MB = peakMemory_MB(server.child);
    await bare.close();
    failed += half.failed + idle.failed;
    if (failed > 0) throw new Error(`${failed} calls failed`);
    const audit = await server.audit();
    if (!audit.includes('"ok":true')) throw new Error(`the books do not add up after the run: ${audit}`);

    const ratio = (ours: readonly number[], theirs: readonly number[]) =>
      median(ours.map((one, index) => one / (theirs[index] ?? Number.NaN)));
    const row = (name: string, ours: number[], theirs: number[], peerName: string, target: string): Row => ({
      name,
      ours: median(ours),
      peer: median(theirs),
      peerName,
      ratio: ratio(ours, theirs),
      unit: 'calls/s',
      target,
    });
    return [
      row('bank.pay over JSON-RPC, a call a request', rates.spread, rates.pgbench, 'pgbench TPC-B', '>= 3'),
      row('bank.pay over JSON-RPC, one hot payee', rates.hot, rates.spread, 'spread payees', '>= 1'),
      row('bank.pay over XML-RPC, a call a request', rates.xml, rates.pgbench, 'pgbench TPC-B', '>= 2.5'),
      row('bank.accountBalance', rates.balance, rates.bare, 'bare Fastify + pg', '>= 0.6'),
      row(`bank.pay, JSON-RPC batches of ${BATCH}`, rates.batches, rates.pgbench, 'pgbench TPC-B', '>= 3'),
      row(`bank.pay, XML-RPC multicalls of ${BATCH}`, rates.multicalls, rates.pgbench, 'pgbench TPC-B', '>= 2.5'),
      { name: 'bank.pay at half of that load, 99th percentile', ours: half.p99_ms, unit: 'ms', target: '< 25' },
      { name: 'one idle payment, median', ours: idle.median_ms, unit: 'ms', target: '< 5' },
      { name: 'server memory, peak', ours: peak_MB, unit: 'MB', target: '< 200' },
    ];
  } finally {
    await database.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)] as T;
}

function call(method: string, params: readonly unknown[]): string {
  return post('/jsonrpc', JSON.stringify(request(method, params)));
}

function request(method: string, params: readonly unknown[]) {
  return { jsonrpc: '2.0', id: 1, method, params };
}

function pay(from: Payer, to: Payer): string {
  return from === to ? balanceOf(from) : call('bank.pay', payment(from, to));
}

function payment(from: Payer, to: Payer) {
  return [[from.login], 1, from.akey, 'working', to.akey, 'working', 'a bench payment', 0, newId()] as const;
}

/** Payments of one payer, as a game server that pays its players would send them. */
function batchOf(count: number, payers: readonly Payer[]): string {
  const from = pick(payers);
  return post('/jsonrpc', JSON.stringify(others(count, from, payers).map((to) => request('bank.pay', payment(from, to)))));
}

function others(count: number, from: Payer, payers: readonly Payer[]): Payer[] {
  return Array.from({ length: count }, () => {
    let to = pick(payers);
    while (to === from) to = pick(payers);
    return to;
  });
}

function payByXml(from: Payer, to: Payer): string {
  if (from === to) return post('/xmlrpc', xmlCall('bank.accountBalance', xmlValues([[from.login], from.akey, 'working'])), 'text/xml');
  return post('/xmlrpc', xmlCall('bank.pay', xmlValues(payment(from, to))), 'text/xml');
}

function multicallOf(count: number, payers: readonly Payer[]): string {
  const from = pick(payers);
  const member = (name: string, value: string) => `<member><name>${name}</name>${value}</member>`;
  const array = (values: readonly string[]) => `<value><array><data>${values.join('')}</data></array></value>`;
  const calls = others(count, from, payers).map(
    (to) =>
      `<value><struct>${member('methodName', xmlValue('bank.pay'))}${member('params', array(xmlValues(payment(from, to))))}</struct></value>`,
  );
  return post('/xmlrpc', xmlCall('system.multicall', [array(calls)]), 'text/xml');
}

function xmlCall(method: string, values: readonly string[]): string {
  const params = values.map((value) => `<param>${value}</param>`).join('');
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params}</params></methodCall>`;
}

/** What occurs in these calls: texts without special characters, ints, lists of texts. */
function xmlValues(values: readonly unknown[]): string[] {
  return values.map(xmlValue);
}

function xmlValue(value: unknown): string {
  if (Array.isArray(value)) return `<value><array><data>${xmlValues(value).join('')}</data></array></value>`;
  return typeof value === 'number' ? `<value><int>${value}</int></value>` : `<value><string>${value}</string></value>`;
}

function balanceOf(who: Payer): string {
  return call('bank.accountBalance', [[who.login], who.akey, 'working']);
}

/** What `operator.addAvatar` and `operator.mint` would make, without 10,000 password hashes. */
async function makePayers(database: Database, dataDir: string): Promise<Payer[]> {
  const akeys = await makeAccounts(database, ACCOUNTS);
  await database.prisma.avatar.createMany({
    data: akeys.map((akey, at) => ({ akey, name: `Bench ${at}`, nameKey: `bench ${at}` })),
  });
  const capabilities = await createCapabilities({ database, masterKey: await loadMasterKey(dataDir), clock: systemClock, log });
  const payers: Payer[] = [];
  for (const akey of akeys) {
    payers.push({ akey, login: (await capabilities.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs: 86_400 })).token });
  }
  await capabilities.close();
  return payers;
}

/** The one query of bank.accountBalance. */
const BALANCE = { name: 'balance', text: 'SELECT posted_debits, posted_credits, held_debits FROM account WHERE id = $1' };

async function balanceRoute(pool: pg.Pool, { id }: { id: Uuid }) {
  const [row] = (await pool.query({ ...BALANCE, values: [id] })).rows;
  return { balance: Number(row.posted_credits) - Number(row.posted_debits) - Number(row.held_debits) };
}

function peakMemory_MB(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
