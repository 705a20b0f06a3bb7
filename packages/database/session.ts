import type { QueryConfig, QueryResultRow } from 'pg';
import { StartError } from './start-error.ts';
import { type Queryable, statement } from './statement/statement.ts';
import { bool, int4, nullable, text } from './statement/types.ts';

/** In milliseconds; 0 is no limit. */
export interface SessionLimits {
  readonly statement_ms: number;
  readonly lock_ms: number;
  readonly idleInTransaction_ms: number;
}

/** What a session was like before it was prepared. */
export interface Session {
  /** Of PostgreSQL, the major one. */
  readonly version: number;
  readonly encoding: string;
  readonly standby: boolean;
  /** Whether triggers and foreign keys are off for it. */
  readonly replica: boolean;
  readonly commits: string;
  readonly readOnly: boolean;
  readonly fsync: boolean;
  readonly fullPages: boolean;
}

const OLDEST_SERVER = 15;
const ANSWER_TIMEOUT_ms = 3_000;
/** What PostgreSQL itself says when it is written to there; it makes calls `busy` until a primary answers. */
const READ_ONLY = '25006';

/**
 * What would do harm if the server, the database or the role had it otherwise (`postgresql.conf`, `ALTER DATABASE … SET`,
 * `ALTER ROLE … SET`). Times: Prisma's adapter sends them without a zone and takes any offset for +00:00, and both drivers
 * read one style of dates. Isolation: what we decide by we lock, and serializable transactions would be refused for
 * nothing. Row security off: a policy that would hide rows makes an error instead.
 */
const SETTINGS = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  client_encoding: 'UTF8',
  standard_conforming_strings: 'on',
  bytea_output: 'hex',
  extra_float_digits: '1',
  array_nulls: 'on',
  transform_null_equals: 'off',
  gin_fuzzy_search_limit: '0',
  row_security: 'off',
  default_transaction_isolation: 'read committed',
  default_transaction_read_only: 'off',
};
/** Unknown before PostgreSQL 14 and 17. */
const LATER = ['idle_session_timeout', 'transaction_timeout'];

const set = (name: string, value: string) => `set_config('${name}', ${value}, false)`;
const SET = [
  ...Object.entries(SETTINGS).map(([name, value]) => set(name, `'${value}'`)),
  ...LATER.map((name) => `CASE WHEN current_setting('${name}', true) IS NOT NULL THEN ${set(name, "'0'")} END`),
  ...['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'].map((name, index) => set(name, `$${index + 1}`)),
  // A payment is acknowledged when its COMMIT is, and has to survive a crash of the database from then on.
  `CASE commits WHEN 'off' THEN ${set('synchronous_commit', "'on'")} END`,
  // Prisma names the schema `public`; ours are looked for there first, and made there.
  `CASE WHEN current_schema() IS DISTINCT FROM 'public' THEN ${set('search_path', "concat_ws(', ', 'public', nullif(path, ''))")} END`,
];

/** One statement, and not the startup message: poolers refuse what they don't know there, or lose it without a word. */
const PREPARE = statement({
  text: `WITH found AS MATERIALIZED (SELECT current_setting('server_version_num')::int / 10000 AS version,
      current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby,
      current_setting('session_replication_role') = 'replica' AS replica, current_setting('synchronous_commit') AS commits,
      current_setting('default_transaction_read_only')::bool AS "readOnly", current_setting('fsync')::bool AS fsync,
      current_setting('full_page_writes')::bool AS "fullPages", current_setting('search_path') AS path)
    SELECT version, encoding, standby, replica, commits, "readOnly", fsync, "fullPages", concat(${SET.join(',\n      ')}) AS given
    FROM found`,
  params: [text, text, text],
  row: {
    version: int4,
    encoding: text,
    standby: bool,
    replica: bool,
    commits: text,
    readOnly: bool,
    fsync: bool,
    fullPages: bool,
    given: nullable(text),
  },
});

/**
 * Makes a new session what everything here takes for granted; see docs/decisions/sessions.md. `where` names the database
 * in messages. Throws StartError where nothing can make it so; on a standby that counts as a database that is away.
 */
export async function prepareSession(client: Queryable, limits: SessionLimits, where: string): Promise<Session> {
  const { statement_ms, lock_ms, idleInTransaction_ms } = limits;
  const session = await PREPARE.first(impatient(client), String(statement_ms), String(lock_ms), String(idleInTransaction_ms));
  if (!session) throw new Error('the session told nothing of itself');
  const why = unusable(session);
  if (why === undefined) return session;
  const error = new StartError(`DATABASE_URL: ${where} ${why}`);
  throw session.standby ? Object.assign(error, { code: READ_ONLY }) : error;
}

/** Whoever waits for a connection waits for this too. */
function impatient(client: Queryable): Queryable {
  return {
    query<Row extends QueryResultRow>(query: QueryConfig) {
      const timed: QueryConfig & { query_timeout: number } = { ...query, query_timeout: ANSWER_TIMEOUT_ms };
      return client.query<Row>(timed);
    },
  };
}

function unusable({ version, encoding, standby, replica }: Session): string | undefined {
  if (version < OLDEST_SERVER) return `is PostgreSQL ${version}; ${OLDEST_SERVER} or later is needed`;
  if (encoding !== 'UTF8') {
    return `is encoded in ${encoding}, and UTF8 is needed: create another one with ENCODING 'UTF8' TEMPLATE template0`;
  }
  if (replica) return 'has session_replication_role = replica for this role, which turns off triggers and foreign keys: reset it';
  if (standby) return 'is a standby, which takes no payments: name the primary';
  return undefined;
}

/** What an operator should know of how the database is configured, a line each. */
export function warnings({ commits, readOnly, fsync, fullPages }: Session): string[] {
  return [
    ...(commits === 'off' ? ['synchronous_commit is off: it is turned on here, for payments must survive a crash'] : []),
    ...(readOnly ? ['default_transaction_read_only is on: it is turned off here'] : []),
    ...(fsync ? [] : ['fsync is off: a crash of the machine loses payments that were acknowledged, or all of the database']),
    ...(fullPages ? [] : ['full_page_writes is off: a crash of the machine can damage the database']),
  ];
}
