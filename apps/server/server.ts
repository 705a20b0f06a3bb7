import { chmod, mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { loadMasterKey } from '@scrip/capability';
import { type Database, migrate, openDatabase, StartError, startEmbedded } from '@scrip/database';
import { systemClock } from '@scrip/kernel';
import type { Finished, Rpc } from '@scrip/rpc';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import { Closing } from './closing.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { isEmptyOrHalfSeeded, seedDemo } from './demo.ts';
import { startJobs } from './jobs.ts';
import { loginWarnings } from './login-warnings.ts';
import { createMetrics } from './metrics.ts';
import { operationsDoors } from './operations.ts';
import { keepOperatorCapability } from './operator-capability.ts';

export interface Running {
  /** Where it listens, for example `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly operatorCapability: string;
  readonly embedded: boolean;
  /** Whether the demo world is in the database. */
  readonly demo: boolean;
  /** The procedures without a protocol. */
  readonly rpc: Rpc;
  /** Lets the calls under way finish, then stops everything that was started. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: FastifyBaseLogger;
  readonly version: string;
  /** For tests that must not meet an internal error unseen. */
  readonly onFinished?: (finished: Finished) => void;
  /** How long a client may take to send a request. */
  readonly requestTimeout_ms?: number;
  /** How long a client may not read its reply. */
  readonly writeTimeout_ms?: number;
}

const REQUEST_TIMEOUT_MS = 30_000;
const WRITE_TIMEOUT_MS = 30_000;
/** Longer than a call may wait for the database. Whoever has not sent a whole request by then is cut off. */
const CLOSE_TIMEOUT_MS = 7_000;

/** Config -> database -> slices -> doors -> listen. What was begun is closed where a later step fails. */
export async function startServer(options: StartOptions): Promise<Running> {
  const { config, log, version, onFinished, requestTimeout_ms = REQUEST_TIMEOUT_MS, writeTimeout_ms = WRITE_TIMEOUT_MS } = options;
  const closing = new Closing();
  try {
    for (const warning of loginWarnings(config)) log.warn(warning);
    const { database, embedded } = await startDatabase(config, log, closing);
    const metrics = createMetrics();
    const composed = await compose({
      database,
      masterKey: await loadMasterKey(config.dataDir),
      log,
      config,
      version,
      onFinished(finished) {
        metrics.onFinished(finished);
        logFinished(log, finished);
        onFinished?.(finished);
      },
      closing,
    });
    const { capabilities, rpc } = composed;
    const jobs = startJobs(composed.jobs, log);
    closing.add(() => jobs.stop());

    // Asked for, the demo world is made whole; unasked, it comes into an empty database of our own.
    if (config.demo ?? (embedded && (await isEmptyOrHalfSeeded(database)))) await seedDemo(composed);
    const demo = (await composed.avatars.find('ImSoCool Mann')) !== undefined;
    const keepOwn = () => keepOperatorCapability(capabilities, config.dataDir, systemClock.now());
    const operatorCapability = await keepOwn();
    capabilities.onKeyRetired(keepOwn);

    let ready = true;
    const { bodyLimit, trustedProxies, origins } = config;
    const isReady = () => ready;
    const doors = [...composed.doors, ...operationsDoors({ database, metrics, ready: isReady })];
    const app = createApp({ doors, log, bodyLimit, trustedProxies, origins, requestTimeout_ms, writeTimeout_ms, ready: isReady });
    closing.add(() => close(app));
    await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, config);
    });
    const { address, family, port } = app.server.address() as AddressInfo;
    return {
      url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
      operatorCapability,
      embedded,
      demo,
      rpc,
      async stop() {
        ready = false;
        await closing.close();
      },
    };
  } catch (error) {
    await closing.close().catch((err: unknown) => log.error({ err }, 'what had been started did not stop cleanly'));
    throw error;
  }
}

/** The configured database or our own, with the schema of this version. */
async function startDatabase(config: Config, log: FastifyBaseLogger, closing: Closing): Promise<{ database: Database; embedded: boolean }> {
  let url = config.databaseUrl;
  // The embedded database makes the directory itself: as root, another account has to be able to walk through.
  if (url !== undefined) await makeDataDir(config.dataDir);
  else {
    const embedded = await startEmbedded({ dataDir: config.dataDir, log });
    closing.add(() => embedded.stop());
    url = embedded.url;
  }
  const database = await openDatabase({ url, log });
  closing.add(() => database.close());
  await migrate(database.url, log);
  return { database, embedded: config.databaseUrl === undefined };
}

/** Stops listening and waits for the calls under way, but not for requests that never become whole. */
async function close(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_TIMEOUT_MS);
  await app.close().finally(() => clearTimeout(timer));
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await chmod(dataDir, 0o700);
  } catch (error) {
    throw new StartError(`SCRIP_DATA: the directory ${dataDir} can not be used (${(error as NodeJS.ErrnoException).code})`, {
      cause: error,
    });
  }
}

function listenError(error: NodeJS.ErrnoException, { host, port }: Config): unknown {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`PORT: ${port} on ${host} is in use by another program; stop it or set another PORT`);
    case 'EACCES':
      return new StartError(`PORT: ${port} on ${host} may not be opened by this user; ports from 1024 can`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`HOST: ${host} is no address of this machine`);
    default:
      return error;
  }
}

/** Characters of an error's text that a line takes over. */
const CAUSE = 500;

/**
 * One line a call: refusals are worth a look, successes only when something is being traced. Where many calls of one request
 * are refused, most are only summed up.
 */
function logFinished(log: FastifyBaseLogger, { method, call, fault, cause, duration_ms }: Finished): void {
  const fields = { requestId: call.requestId, protocol: call.protocol, source: call.source, method, ms: Math.round(duration_ms * 10) / 10 };
  if (!fault) log.debug(fields, 'call');
  else if (fault.spec.kind !== 'internal' && call.budget.logs(fault.spec.code))
    log.info(
      { ...fields, fault: fault.spec.code, ...(cause instanceof Error && { cause: cause.message.slice(0, CAUSE) }) },
      'call refused',
    );
}
