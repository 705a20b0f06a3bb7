import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../../test/testkit/database.ts';
import { StartError } from '../start-error.ts';
import { runningEmbedded, startEmbedded } from './embedded.ts';
import { isAlive } from './processes.ts';

/** A server reduced to its database: prints the address, or the one line why not. */
const SERVER = `
  import { startEmbedded } from './embedded.ts';
  import { StartError } from '../start-error.ts';
  const log = { info() {}, warn() {}, error() {} };
  try {
    const embedded = await startEmbedded({ dataDir: process.argv[2], log });
    process.on('SIGTERM', () => embedded.stop().then(() => process.exit(0)));
    console.log(embedded.url);
    setInterval(() => {}, 1000);
  } catch (error) {
    console.log(error instanceof StartError ? error.message : error.stack);
    process.exit(1);
  }`;

const bundle = join(import.meta.dirname, '..', 'generated', `server-${process.pid}.test.mjs`);
let parent: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  const stdin = { contents: SERVER, resolveDir: import.meta.dirname, loader: 'ts' as const };
  await build({ stdin, outfile: bundle, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
});
afterAll(() => rmSync(bundle, { force: true }));
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'scrip-embedded-'));
  chmodSync(parent, 0o755);
  dataDir = join(parent, 'data');
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    await ended(child);
  }
  if (existsSync(join(dataDir, 'postgres', 'data'))) await (await startEmbedded({ dataDir, log: silentLog })).stop();
  const cluster = join(dataDir, 'postgres');
  if (existsSync(cluster)) rmSync(realpathSync(cluster), { recursive: true });
  rmSync(parent, { recursive: true, force: true });
});

/** Resolves with what it prints first. */
function server(): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [bundle, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve) => child.stdout.once('data', (chunk) => resolve({ child, line: String(chunk).trim() })));
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('a data directory', () => {
  it('is made at the first start, keeps its data, and asks for its password', async () => {
    const first = await startEmbedded({ dataDir, log: silentLog });
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    expect(await query(first.url, 'SHOW fsync')).toEqual(['on']);
    const guess = new URL(first.url);
    guess.password = 'guess';
    await expect(query(guess.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(runningEmbedded(dataDir)).toEqual({ url: first.url, superuserUrl: first.superuserUrl });
    await first.stop();
    expect(runningEmbedded(dataDir)).toBeUndefined();

    const second = await startEmbedded({ dataDir, log: silentLog });
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([7]);
    await second.stop();
  });

  it('that an interrupted first start left half made is made anew', async () => {
    mkdirSync(join(dataDir, 'postgres.new-0a1b2c3d', 'data', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new-0a1b2c3d', 'data', 'PG_VERSION'), '18\n');
    const embedded = await startEmbedded({ dataDir, log: silentLog });
    expect(await query(embedded.url, 'SELECT 1')).toEqual([1]);
    await embedded.stop();
    expect(existsSync(join(dataDir, 'postgres.new-0a1b2c3d'))).toBe(false);
  });

  async function refusal(): Promise<string> {
    const error = await startEmbedded({ dataDir, log: silentLog }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    const { message } = error as StartError;
    expect(message).toContain(`SCRIP_DATA=${dataDir}`);
    expect(message).not.toContain('\n');
    return message;
  }

  it('that is a file is refused', async () => {
    writeFileSync(dataDir, '');
    expect(await refusal()).toMatch(/is not a directory/);
  });

  it('below a file is refused', async () => {
    writeFileSync(join(parent, 'file'), '');
    dataDir = join(parent, 'file', 'data');
    expect(await refusal()).toMatch(/is not a directory/);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written is refused', async () => {
    mkdirSync(dataDir, { mode: 0o500 });
    expect(await refusal()).toMatch(/can not be written/);
  });

  it('of another version of PostgreSQL is refused', async () => {
    mkdirSync(join(dataDir, 'postgres', 'data'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'password'), 'x');
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '15\n');
    expect(await refusal()).toMatch(/holds a database of PostgreSQL 15, this server brings 18/);
    rmSync(join(dataDir, 'postgres'), { recursive: true });
  });

  it('that lost files is refused, in words of PostgreSQL or of ours', async () => {
    await (await startEmbedded({ dataDir, log: silentLog })).stop();
    const control = join(dataDir, 'postgres', 'data', 'global', 'pg_control');
    const content = readFileSync(control);
    const { uid, gid } = statSync(control);
    rmSync(control);
    expect(await refusal()).toMatch(/did not start: .*(pg_control|could not find the database system)/);
    writeFileSync(control, content, { mode: 0o600 });
    chownSync(control, uid, gid);
    const password = join(dataDir, 'postgres', 'password');
    rmSync(password);
    expect(await refusal()).toMatch(/is damaged \(ENOENT/);
    rmSync(join(dataDir, 'postgres'), { recursive: true });
  });
});

describe('two servers', () => {
  it('at once: the second says so in one line and ends with 1', async () => {
    const first = await server();
    expect(first.line).toMatch(/^postgresql:/);
    const second = await server();
    expect(second.line).toMatch(new RegExp(`^SCRIP_DATA=${dataDir} is in use by another server \\(process ${first.child.pid}\\)`));
    expect(await ended(second.child)).toBe(1);
    expect(await query(first.line, 'SELECT 1')).toEqual([1]);
  });

  it('of which many start at the same moment: exactly one gets the directory', async () => {
    const lines = (await Promise.all([server(), server(), server(), server()])).map(({ line }) => line);
    expect(lines.filter((line) => line.startsWith('postgresql:'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('is in use by another server'))).toHaveLength(3);
  });

  it('one after the other was killed: what was committed is there, and the old PostgreSQL is gone', async () => {
    const first = await server();
    await query(first.line, 'CREATE TABLE kept AS SELECT 7 AS n');
    const pid = postmasterPid();
    first.child.kill('SIGKILL');
    await ended(first.child);
    expect(runningEmbedded(dataDir)?.url).toBe(first.line);
    const second = await server();
    expect(await query(second.line, 'SELECT n FROM kept')).toEqual([7]);
    expect(postmasterPid()).not.toBe(pid);
    expect(isAlive(pid)).toBe(false);
    second.child.kill('SIGTERM');
    expect(await ended(second.child)).toBe(0);
    expect(existsSync(join(dataDir, 'server.pid'))).toBe(false);
  });

  /** Whether the database that is being made has come as far as its `base`. */
  const stagedBase = () =>
    readdirSync(dataDir).some((name) => name.startsWith('postgres.new-') && existsSync(join(dataDir, name, 'data', 'base')));

  it('one after the other was killed while it made its database', async () => {
    const child = spawn(process.execPath, [bundle, dataDir], { stdio: 'ignore' });
    children.push(child);
    await expect.poll(() => stagedBase(), { interval: 5, timeout: 10_000 }).toBe(true);
    child.kill('SIGKILL');
    await ended(child);
    const next = await server();
    expect(await query(next.line, 'SELECT 1')).toEqual([1]);
  });
});

it('does not touch a process that has got the pid of a PostgreSQL long gone', async () => {
  await (await startEmbedded({ dataDir, log: silentLog })).stop();
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  children.push(stranger);
  writeFileSync(join(dataDir, 'server.pid'), `${stranger.pid}\nanother boot:1\n`);
  writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), `${stranger.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n\nready   \n`);
  const embedded = await startEmbedded({ dataDir, log: silentLog });
  expect(await query(embedded.url, 'SELECT 1')).toEqual([1]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  await embedded.stop();
});

it('lives in a session of its own, so that Ctrl-C reaches the server alone', async () => {
  const embedded = await startEmbedded({ dataDir, log: silentLog });
  const pid = postmasterPid();
  const session = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[3];
  expect(session).toBe(String(pid));
  await embedded.stop();
});

it('is started again on its port when it is killed under a running server', async () => {
  const embedded = await startEmbedded({ dataDir, log: silentLog });
  await query(embedded.url, 'CREATE TABLE kept AS SELECT 7 AS n');
  process.kill(postmasterPid(), 'SIGKILL');
  await expect.poll(() => query(embedded.url, 'SELECT n FROM kept').catch(() => []), { timeout: 15_000 }).toEqual([7]);
  await embedded.stop();
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('runs PostgreSQL under another account', async () => {
    const embedded = await startEmbedded({ dataDir, log: silentLog });
    expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(65534);
    expect(statSync(dataDir).mode & 0o777).toBe(0o710);
    await embedded.stop();
  });

  it('keeps the database where that account can reach it when the data directory is closed to it', async () => {
    chmodSync(parent, 0o700);
    const first = await startEmbedded({ dataDir, log: silentLog });
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    expect(lstatSync(join(dataDir, 'postgres')).isSymbolicLink()).toBe(true);
    const second = await startEmbedded({ dataDir, log: silentLog });
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([7]);
    await second.stop();
  });
});
