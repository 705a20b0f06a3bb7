/**
 * What a failed database call means for the caller. One event wears many coats: PostgreSQL's SQLSTATE on the raw pool,
 * `P2034`, `P2010` with the driver's error inside, or an uncoded DriverAdapterError from Prisma. Both questions below
 * look through all of them.
 */

const WRITE_CONFLICTS = new Set(['40001', '40P01', 'P2034']);

/** https://www.postgresql.org/docs/current/errcodes-appendix.html and Prisma's error reference. */
const UNAVAILABLE = new Set([
  '25006', // read-only: we reached a standby after a failover
  '25P03', // idle_in_transaction_session_timeout
  '25P04', // transaction_timeout
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
  '55P03', // lock_timeout
  '57014', // statement_timeout
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
  '57P04', // database dropped
  '57P05', // idle session timeout
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // the unix socket is gone
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'P1001', // can't reach
  'P1002', // reached, timed out
  'P1008', // operation timed out
  'P1017', // connection closed
  'P2024', // no free connection in time
  'P2028', // transaction could not start, or outlived its timeout
  'P2037', // too many connections
]);

const UNAVAILABLE_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);

/** pg and its pool give these no code. */
const UNAVAILABLE_MESSAGES = [
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Connection terminated',
  'Query read timeout',
  'Client has encountered a connection error',
  'Client was closed',
  'Cannot use a pool after calling end',
];

interface Shape {
  code?: unknown;
  originalCode?: unknown;
  kind?: unknown;
  message?: unknown;
}

/** The error itself and everything it wraps, to a depth that no real error reaches. */
function* shapesOf(error: unknown, depth = 0): Generator<Shape> {
  if (typeof error !== 'object' || error === null || depth > 6) return;
  yield error;
  const { cause, meta, driverAdapterError, errors } = error as Record<string, unknown>;
  for (const inner of [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])]) {
    yield* shapesOf(inner, depth + 1);
  }
}

function carries(shape: Shape, codes: ReadonlySet<unknown>): boolean {
  return codes.has(shape.code) || codes.has(shape.originalCode);
}

/** Whether a concurrent transaction was in the way and nothing was written: run the whole transaction again. */
export function isWriteConflict(error: unknown): boolean {
  for (const shape of shapesOf(error)) {
    if (carries(shape, WRITE_CONFLICTS) || shape.kind === 'TransactionWriteConflict') return true;
  }
  return false;
}

/**
 * Whether the database could not be reached, had no room, or did not finish in time: answer `busy`. When the connection
 * broke during COMMIT the outcome is unknown, which is why a retry must carry the same request id.
 */
export function isUnavailable(error: unknown): boolean {
  for (const shape of shapesOf(error)) {
    if (carries(shape, UNAVAILABLE) || UNAVAILABLE_KINDS.has(String(shape.kind))) return true;
    if (typeof shape.code === 'string' && /^08[0-9A-Z]{3}$/.test(shape.code)) return true;
    const { message } = shape;
    if (typeof message === 'string' && UNAVAILABLE_MESSAGES.some((start) => message.startsWith(start))) return true;
  }
  return false;
}
