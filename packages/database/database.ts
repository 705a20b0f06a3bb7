import { PrismaPg } from '@prisma/adapter-pg';
import { Lane } from '@scrip/kernel';
import type pg from 'pg';
import { isUnavailable } from './failures.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { joining } from './joining.ts';
import type { Log } from './log.ts';
import { CONNECT_TIMEOUT_ms, createPool, describeUrl, TRANSACTION_TIMEOUT_ms } from './pool.ts';
import { isShared } from './pooler.ts';
import { StartError } from './start-error.ts';
import { transaction } from './transaction.ts';

export interface Database {
  /** For SQL of our own; int8 comes back as bigint. */
  readonly pool: pg.Pool;
  /** On the same pool. */
  readonly prisma: PrismaClient;
  readonly url: string;
  /** For searches and whatever else may take long: few of them run at once, so that payments find a connection. */
  readonly slow: Lane;
  /** One transaction on the pool, run again on write conflicts: `work` may run several times. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /**
   * Prisma Client inside of a transaction: `work` sees what it wrote, and both stand or fall together. An error of `work`
   * fails the transaction, also where it is caught. It costs a millisecond or two: for what people do now and then.
   */
  join<T>(client: pg.PoolClient, work: (prisma: Prisma.TransactionClient) => Promise<T>): Promise<T>;
  /** Waits for the connections in use; nothing can be asked afterwards. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgresql://user:password@host:port/database */
  url: string;
  /** Connections. The batched path needs few; the rest serve slices side by side. */
  poolSize?: number;
  log: Log;
}

const DEFAULT_POOL_SIZE = 16;
/** One connection in so many may be busy with what takes long. */
const SLOW_SHARE = 4;

/** Connects once to be sure. Throws StartError where nothing answers, the login fails, or the database can't serve us. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, poolSize = DEFAULT_POOL_SIZE, log } = options;
  const pool = createPool(url, poolSize, log);
  try {
    await mustKeepSessions(pool, url);
  } catch (error) {
    await pool.end();
    if (error instanceof StartError) throw error;
    const why = isUnavailable(error) ? 'does not answer' : 'refused the connection';
    const { message, code } = error as Error & { code?: string };
    throw new StartError(`DATABASE_URL: ${describeUrl(url)} ${why}: ${message || code}`, { cause: error });
  }
  const joinable = joining(pool);
  const prisma = new PrismaClient({
    adapter: new PrismaPg(joinable.pool),
    transactionOptions: { timeout: TRANSACTION_TIMEOUT_ms, maxWait: CONNECT_TIMEOUT_ms },
  });
  return {
    pool,
    prisma,
    url,
    slow: new Lane(Math.max(1, Math.floor(poolSize / SLOW_SHARE))),
    transaction: (work) => transaction(pool, work),
    join: (client, work) => joinable.within(client, () => prisma.$transaction(work)),
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function mustKeepSessions(pool: pg.Pool, url: string): Promise<void> {
  const client = await pool.connect();
  try {
    if (!(await isShared(client, url))) return;
  } finally {
    client.release();
  }
  throw new StartError(
    `DATABASE_URL: ${describeUrl(url)} is behind a pooler that shares sessions between transactions: set pool_mode = session there for this database`,
  );
}
