import { chmod, mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createAvatars } from '@scrip/avatars';
import { createBank } from '@scrip/bank';
import { createCapabilities, createGuard, loadMasterKey } from '@scrip/capability';
import { isUnavailable, isWriteConflict, migrate, openDatabase, StartError, startEmbedded } from '@scrip/database';
import { createGroups } from '@scrip/groups';
import { systemClock } from '@scrip/kernel';
import { createLease } from '@scrip/lease';
import { busy, createRpc, type Finished, type Rpc } from '@scrip/rpc';
import { createVend } from '@scrip/vend';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { isEmptyOrHalfSeeded, seedDemo } from './demo.ts';
import { startJobs } from './jobs.ts';
import { createMetrics } from './metrics.ts';
import { keepOperatorCapability } from './operator-capability.ts';
import { allProcedures } from './procedures.ts';

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
}

const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than a call may wait for the database. Whoever has not sent a whole request by then is cut off. */
const CLOSE_TIMEOUT_MS = 7_000;

/** Config -> database -> slices -> registry -> protocols -> listen. What was begun is undone where a later step fails. */
export async function startServer(options: StartOptions): Promise<Running> {
  const { config, log, version, onFinished, requestTimeout_ms = REQUEST_TIMEOUT_MS } = options;
  const undo: (() => Promise<void>)[] = [];
  /** Every step runs, whatever became of the one before: PostgreSQL must not be left behind. Then the first error is told. */
  const stopAll = async () => {
    const errors: unknown[] = [];
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  };
  try {
    // The embedded database makes it itself: as root, another account has to be able to walk through.
    if (config.databaseUrl !== undefined) await makeDataDir(config.dataDir);
    const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir, log }) : undefined;
    if (embedded) undo.push(() => embedded.stop());
    const database = await openDatabase({ url: config.databaseUrl ?? (embedded?.url as string), log });
    undo.push(() => database.close());
    await migrate(database.url, log);

    const clock = systemClock;
    const masterKey = await loadMasterKey(config.dataDir);
    const capabilities = await createCapabilities({ database, masterKey, clock, log });
    undo.push(() => capabilities.close());
    const avatars = await createAvatars({ database, capabilities, masterKey, clock, log, challengeLogin: config.challengeLogin });
    undo.push(() => avatars.close());
    const groups = createGroups({ database, avatars, capabilities });
    const bank = await createBank({ database, avatars, capabilities, groups, currency: { code: 'L$', scale: 0 }, log });
    undo.push(() => bank.drain());
    const lease = createLease({ database, avatars, capabilities, groups, bank });
    const vend = createVend({ database, masterKey, avatars, capabilities, groups, bank });
    const jobs = startJobs([...bank.jobs, ...lease.jobs], log);
    undo.push(() => jobs.stop());

    const wanted = config.demo ?? embedded !== undefined;
    const empty = await isEmptyOrHalfSeeded(database);
    if (wanted && (empty || config.demo)) await seedDemo({ database, avatars, groups, bank, lease, vend });
    const demo = (await avatars.find('ImSoCool Mann')) !== undefined;
    const operatorCapability = await keepOperatorCapability(capabilities, config.dataDir, clock.now());

    const metrics = createMetrics();
    const rpc = createRpc({
      guard: createGuard(capabilities),
      procedures: allProcedures({ capabilities, avatars, groups, bank, lease, vend }, config),
      batchLimit: config.batchLimit,
      asFault(error) {
        if (isUnavailable(error)) return busy('the database does not answer; retry, with the same request id where money moves');
        // It was tried several times already, and nothing of it is written.
        if (isWriteConflict(error))
          return busy('others changed the same at the same time; retry, with the same request id where money moves');
        return undefined;
      },
      onFinished(finished) {
        metrics.onFinished(finished);
        logFinished(log, finished);
        onFinished?.(finished);
      },
    });

    let ready = true;
    const { bodyLimit, trustedProxies } = config;
    const parts = { rpc, capabilities, database, metrics, log, bodyLimit, trustedProxies, requestTimeout_ms, version };
    const app = createApp({ ...parts, ready: () => ready });
    undo.push(() => close(app));
    await app.listen({ host: config.host, port: config.port }).catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, config);
    });
    const { address, family, port } = app.server.address() as AddressInfo;
    return {
      url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
      operatorCapability,
      embedded: embedded !== undefined,
      demo,
      rpc,
      async stop() {
        ready = false;
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll().catch((err: unknown) => log.error({ err }, 'what had been started did not stop cleanly'));
    throw error;
  }
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

/** One line a call: refusals are worth a look, successes only when something is being traced. */
function logFinished(log: FastifyBaseLogger, { method, call, fault, cause, duration_ms }: Finished): void {
  const fields = { requestId: call.requestId, protocol: call.protocol, source: call.source, method, ms: Math.round(duration_ms * 10) / 10 };
  if (!fault) log.debug(fields, 'call');
  else if (fault.spec.kind !== 'internal')
    log.info({ ...fields, fault: fault.spec.code, ...(cause instanceof Error && { cause: cause.message }) }, 'call refused');
}
