import pg from 'pg';
import type { Log } from './log.ts';
import { prepareSession, type SessionLimits, warnings } from './session.ts';
import { StartError } from './start-error.ts';

/** Prisma's array `$transaction` ends after a fixed 5 s; a statement must end before, or it could run on outside of it. */
export const STATEMENT_TIMEOUT_ms = 4_000;
/** Below the statement's, so that waiting for a row is told apart from a slow query. */
export const LOCK_TIMEOUT_ms = 3_000;
/** Of Prisma's interactive transactions: room for one statement at its limit and a few quick ones. */
export const TRANSACTION_TIMEOUT_ms = 6_000;
/** Frees the locks of a process that hangs or is cut off; longer than any transaction that is still wanted. */
const IDLE_IN_TRANSACTION_TIMEOUT_ms = 10_000;
/** Covers connecting and waiting for a free connection; then the caller is told `busy` while it still listens. */
export const CONNECT_TIMEOUT_ms = 3_000;
/** When not even the server's own statement timeout is heard of: the network or the machine is gone. */
const ANSWER_TIMEOUT_ms = STATEMENT_TIMEOUT_ms + 2_000;

const LIMITS: SessionLimits = {
  statement_ms: STATEMENT_TIMEOUT_ms,
  lock_ms: LOCK_TIMEOUT_ms,
  idleInTransaction_ms: IDLE_IN_TRANSACTION_TIMEOUT_ms,
};

const INT8 = 20;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

type Parser = (text: string) => unknown;

function bigints(texts: unknown): unknown {
  if (Array.isArray(texts)) return texts.map(bigints);
  return texts === null ? null : BigInt(texts as string);
}

/** Amounts are BIGINT: a float or a string must not slip into sums. On our pool only; Prisma's adapter brings its own parsers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): Parser => {
    const standard = pg.types.getTypeParser(oid, format as 'text') as Parser;
    if (format === 'binary') return standard;
    if (oid === INT8) return BigInt;
    if (oid === INT8_ARRAY) return (text) => bigints(standard(text));
    // As text, like NUMERIC alone: the driver would make doubles of them.
    if (oid === NUMERIC_ARRAY) return pg.types.getTypeParser(TEXT_ARRAY as number, 'text');
    return standard;
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** Without the password: for messages. */
export function describeUrl(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return `${host || 'localhost'}${port ? `:${port}` : ''}${pathname}`;
}

export function checkUrl(url: string): void {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new StartError('DATABASE_URL is not an address of the form postgresql://user:password@host:5432/database');
  }
}

/** The one pool of a server process; Prisma's adapter and the ledger's SQL share it. */
export function createPool(url: string, size: number, log: Log): pg.Pool {
  checkUrl(url);
  const where = describeUrl(url);
  let warned = false;
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    application_name: 'scrip',
    keepAlive: true,
    // Statements are sent without waiting for the answer to the one before, where the caller does not wait either: the
    // ledger's batch takes two round trips instead of five.
    pipeline: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: CONNECT_TIMEOUT_ms,
    query_timeout: ANSWER_TIMEOUT_ms,
    // Before anybody gets the connection. It costs each one a round trip, once.
    async onConnect(client) {
      const session = await prepareSession(client, LIMITS, where);
      if (!warned) for (const warning of warnings(session)) log.warn({ database: where }, warning);
      warned = true;
    },
  });
  // An idle connection that breaks is dropped by the pool itself; without a listener it would end the process.
  // The error itself is not logged: it carries the client, and with it whatever the client knows.
  pool.on('error', ({ message }) => {
    // The pool says that it has ended before its last goodbye is sent; the database may stop first.
    if (!pool.ending) log.warn({ reason: message }, 'an idle database connection broke');
  });
  // Between the pool's hands and those of whoever waits for it a connection has no listener for a moment; a session that is
  // ended just then would end the process. Its next statement fails, and says why.
  pool.on('connect', (client) => client.on('error', () => {}));
  // Prisma's adapter gives a connection back without asking whether its ROLLBACK ever arrived. One that is still inside
  // a transaction would hand its locks and its writes to the next user.
  pool.on('release', (_err, client) => {
    if (client.getTransactionStatus() !== 'I') void (client as pg.Client).end();
  });
  return pool;
}
