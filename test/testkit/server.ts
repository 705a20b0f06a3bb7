import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { readConfig } from '../../apps/server/config.ts';
import { type Running, startServer } from '../../apps/server/server.ts';
import { TEMPLATE } from './cluster.ts';
import { type EmptyDatabase, emptyDatabase } from './database.ts';
import { demoDatabase } from './demo.ts';

/** pino's number. */
const ERROR = 50;

export interface ServerOptions {
  /** As the README documents it. PORT is 0 and DATABASE_URL a fresh copy of the demo world unless given. */
  readonly env?: Readonly<Record<string, string>>;
  /** Expected by tests that break something on purpose; otherwise an internal error fails the test that met it. */
  readonly expectInternal?: boolean;
  readonly requestTimeout_ms?: number;
  readonly writeTimeout_ms?: number;
}

export interface TestServer {
  readonly running: Running;
  readonly url: string;
  readonly dataDir: string;
  /** What an operator finds in SCRIP_DATA. */
  readonly operator: string;
  /** Log lines as JSON, at the level `trace`. */
  readonly logged: readonly string[];
  /** Internal errors, inside of the procedures and outside, since this was asked last. */
  takeInternal(): string[];
  stop(): Promise<void>;
}

/** A directory that other accounts can walk through: PostgreSQL never runs as root. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'scrip-e2e-'));
  await chmod(directory, 0o711);
  return directory;
}

export async function startTestServer({ env = {}, requestTimeout_ms, writeTimeout_ms }: ServerOptions = {}): Promise<TestServer> {
  const parent = await temporaryDirectory();
  const dataDir = join(parent, 'data');
  const database = await databaseFor(env, dataDir);
  const cleanUp = async () => {
    await database?.drop();
    await rm(parent, { recursive: true, force: true });
  };
  const config = readConfig({ PORT: '0', SCRIP_DATA: dataDir, SCRIP_DEMO: database ? '0' : '1', DATABASE_URL: database?.url, ...env });
  const logged: string[] = [];
  const internal: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const running = await startServer({
    config,
    log,
    version: '0.0.0-test',
    ...(requestTimeout_ms !== undefined && { requestTimeout_ms }),
    ...(writeTimeout_ms !== undefined && { writeTimeout_ms }),
    onFinished({ method, fault, cause }) {
      if (fault?.spec.kind === 'internal') internal.push(`${method}: ${cause instanceof Error ? cause.stack : cause}`);
    },
  }).catch(async (error: unknown) => {
    await cleanUp();
    throw error;
  });
  let read = 0;
  return {
    running,
    url: running.url,
    dataDir,
    operator: readFileSync(running.operatorCapability, 'utf8').trim(),
    logged,
    takeInternal() {
      const errors = logged.slice(read).filter((line) => JSON.parse(line).level >= ERROR);
      read = logged.length;
      return [...internal.splice(0), ...errors];
    },
    async stop() {
      await running.stop();
      await cleanUp();
    },
  };
}

/** None where the server is told of one; the demo world, as it is after the first start, unless SCRIP_DEMO says otherwise. */
async function databaseFor(env: Readonly<Record<string, string>>, dataDir: string): Promise<EmptyDatabase | undefined> {
  if (env['DATABASE_URL'] !== undefined) return undefined;
  return env['SCRIP_DEMO'] === undefined ? demoDatabase(dataDir) : emptyDatabase(TEMPLATE);
}

/** The real server in this process, for all tests of a file; each of them fails if it meets an internal error. */
export function inProcessServer(options: ServerOptions = {}): TestServer {
  let server: TestServer | undefined;
  const started = () => {
    if (!server) throw new Error('the server runs while tests and hooks do');
    return server;
  };
  beforeAll(async () => {
    server = await startTestServer(options);
  });
  afterEach(() => {
    const internal = server?.takeInternal() ?? [];
    if (internal.length > 0 && !options.expectInternal) throw new Error(`internal errors:\n${internal.join('\n')}`);
  });
  afterAll(() => server?.stop());
  return {
    get running() {
      return started().running;
    },
    get url() {
      return started().url;
    },
    get dataDir() {
      return started().dataDir;
    },
    get operator() {
      return started().operator;
    },
    get logged() {
      return started().logged;
    },
    takeInternal: () => started().takeInternal(),
    stop: () => started().stop(),
  };
}
