import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Embedded, type Log, startEmbedded } from '@scrip/database';
import pg from 'pg';
import { keepFull, mountDisk, removeDisk } from './disk.ts';

/** Whom the servers log in as: an ordinary role, so that limits on connections hold for them. */
const ROLE = 'ledger';
const PASSWORD = 'faults';
const DATABASE = 'faults';
const PATIENCE_MS = 60_000;
const POLL_MS = 20;

const log: Log = { info() {}, warn() {}, error() {} };

const SETUP = [
  `CREATE ROLE ${ROLE} LOGIN PASSWORD '${PASSWORD}'`,
  // Sooner than the ledger gives up waiting for a lock: a knot is found as such.
  `ALTER ROLE ${ROLE} SET deadlock_timeout = '20ms'`,
  `CREATE DATABASE ${DATABASE} OWNER ${ROLE}`,
  // More checkpoints and less log: recovery runs through more states, and the small disk stays small.
  "ALTER SYSTEM SET max_wal_size = '128MB'",
  'SELECT pg_reload_conf()',
];

/**
 * A clock that can be moved, found before PostgreSQL's own by everything that asks for `clock_timestamp()` and does not
 * say whose. It stands behind `public`, where the migrations look for their tables.
 */
const CLOCKWORK = `
  CREATE SCHEMA clockwork;
  CREATE TABLE clockwork.shift (by interval NOT NULL);
  INSERT INTO clockwork.shift VALUES ('0');
  CREATE FUNCTION clockwork.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
    AS 'SELECT pg_catalog.clock_timestamp() + by FROM clockwork.shift';
  GRANT USAGE ON SCHEMA clockwork TO ${ROLE};
  GRANT SELECT ON clockwork.shift TO ${ROLE}`;
const HEALING = [
  `ALTER ROLE ${ROLE} CONNECTION LIMIT -1`,
  `ALTER ROLE ${ROLE} RESET default_transaction_isolation`,
  'DROP TRIGGER IF EXISTS refuse ON public.journal',
  "UPDATE clockwork.shift SET by = '0'",
];
const SEARCH_PATH = '-c search_path=public,clockwork,pg_catalog';

/** A PostgreSQL of this run's own, on a disk of its own where one can be mounted, that comes back after it was killed. */
export class Postgres {
  readonly #parent: string;
  readonly #embedded: Embedded;
  /** Why the disk can not be filled, if it can not. */
  readonly noDisk: string | undefined;

  private constructor(parent: string, embedded: Embedded, noDisk: string | undefined) {
    this.#parent = parent;
    this.#embedded = embedded;
    this.noDisk = noDisk;
  }

  static async start(): Promise<Postgres> {
    const parent = mkdtempSync(join(tmpdir(), 'scrip-faults-'));
    // As root PostgreSQL runs under another account, which must be able to walk through.
    chmodSync(parent, 0o711);
    const noDisk = mountDisk(join(parent, 'disk'));
    const embedded = await startEmbedded({ dataDir: join(parent, 'disk', 'data'), log }).catch((error: unknown) => {
      removeDisk(parent);
      throw error;
    });
    const postgres = new Postgres(parent, embedded, noDisk);
    for (const sql of SETUP) await postgres.#ask(sql, 'postgres');
    await postgres.ask(CLOCKWORK);
    return postgres;
  }

  get port(): number {
    return Number(new URL(this.#embedded.url).port);
  }

  /** The superuser's address of the books. */
  get url(): string {
    return this.#address(this.#embedded.superuserUrl, DATABASE).href;
  }

  /** For a server that gets there through the hop at `port`. */
  serverUrl(port: number): string {
    const address = this.#address(`postgresql://${ROLE}:${PASSWORD}@127.0.0.1:${port}`, DATABASE);
    address.searchParams.set('options', SEARCH_PATH);
    return address.href;
  }

  /** One statement as superuser, on a connection of its own; fails if the database does. */
  ask<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.#ask<T>(sql, DATABASE, values);
  }

  /** The same until it works: what a fault changed has to be changed back, whatever other fault is under way. */
  async insist<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const end_ms = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.ask<T>(sql, values);
      } catch (error) {
        if (performance.now() > end_ms) throw error;
        await sleep(POLL_MS);
      }
    }
  }

  /** One of the servers' sessions, in the middle of a payment if there is one that is. */
  async backend(): Promise<number> {
    for (;;) {
      const [found] = await this.insist<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE usename = '${ROLE}'
         ORDER BY state = 'idle', query NOT ILIKE '%journal%', random() LIMIT 1`,
      );
      if (found) return found.pid;
      await sleep(POLL_MS);
    }
  }

  /** Ends all of the servers' sessions; how many it were. */
  async endSessions(): Promise<number> {
    return (await this.insist(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${ROLE}'`)).length;
  }

  /** Changes what holds for the servers' sessions, such as `CONNECTION LIMIT 1`. */
  async alterRole(how: string): Promise<void> {
    await this.insist(`ALTER ROLE ${ROLE} ${how}`);
  }

  /** Takes back whatever an interrupted fault may have left changed. */
  async heal(): Promise<void> {
    for (const sql of HEALING) await this.insist(sql);
  }

  /** Kills the postmaster; its children notice and end, and it is started again by the code that servers use too. */
  async kill(): Promise<void> {
    const pid = Number(readFileSync(join(this.#parent, 'disk/data/postgres/data/postmaster.pid'), 'utf8').split('\n', 1)[0]);
    process.kill(pid, 'SIGKILL');
    await this.insist('SELECT 1');
  }

  /** Keeps the disk full to the last page for so long, then gives it its room back. */
  fillDisk(duration_ms: number): Promise<void> {
    return keepFull(join(this.#parent, 'disk'), duration_ms);
  }

  async stop(): Promise<void> {
    await this.#embedded.stop();
    removeDisk(this.#parent);
  }

  #address(url: string, database: string): URL {
    const address = new URL(url);
    address.pathname = `/${database}`;
    return address;
  }

  async #ask<T extends object>(sql: string, database: string, values: readonly unknown[] = []): Promise<T[]> {
    const client = new pg.Client({
      connectionString: this.#address(this.#embedded.superuserUrl, database).href,
      connectionTimeoutMillis: 2_000,
      query_timeout: 10_000,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<T>(sql, values.length > 0 ? [...values] : undefined)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }
}
