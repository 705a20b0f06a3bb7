import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITABLE, SECRETS } from '../../scripts/studio-role.mjs';
import { testWorld, type World } from '../testkit/world.ts';
import { connect, printUrl, refusal } from './testkit.ts';

let world: World;
let studio: pg.Client;
let url: string;

beforeAll(async () => {
  world = await testWorld();
  await world.person('Ann Able', 100);
  ({ url } = await printUrl(world.database.url));
  studio = await connect(url);
});
afterAll(async () => {
  await studio?.end();
  await world?.close();
});

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

async function columns(): Promise<Column[]> {
  const { rows } = await studio.query<Column>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
       has_column_privilege(c.oid, a.attnum, 'SELECT') AS readable, has_column_privilege(c.oid, a.attnum, 'UPDATE') AS editable
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1, 2`,
  );
  return rows;
}

const named = (columns: typeof SECRETS) => Object.entries(columns).flatMap(([table, names]) => names.map((column) => `${table}.${column}`));
const nameOf = ({ table, column }: Column) => `${table}.${column}`;

describe('the role of Studio', () => {
  it('reads everything but secrets, and edits what may be edited', async () => {
    const all = await columns();
    expect(all.filter(({ readable }) => !readable).map(nameOf)).toEqual(named(SECRETS).sort());
    expect(all.filter(({ editable }) => editable).map(nameOf)).toEqual(named(EDITABLE).sort());
  });

  it('is told of every column that might hold a secret', async () => {
    // Hashes of the books and of requests: who reads them learns nothing.
    const harmless = ['seal.checks', 'seal.hash', 'seal.sealed_at'];
    const suspicious = (await columns()).filter(
      ({ type, column }) => type === 'bytea' || /secret|password|token|sealed|private|challenge$|code_|_code|key_hash/.test(column),
    );
    expect(suspicious.map(nameOf).filter((name) => !harmless.includes(name))).toEqual(
      named(SECRETS)
        .filter((name) => name !== 'outbox.body')
        .sort(),
    );
  });

  it.each(Object.entries(SECRETS).flatMap(([table, hidden]) => hidden.map((column) => [table, column] as const)))(
    'can not read %s.%s, nor by a detour',
    async (table, column) => {
      for (const sql of [
        `SELECT ${column} FROM ${table}`,
        `SELECT * FROM ${table}`,
        `SELECT ${table} FROM ${table}`,
        `SELECT count(*) FROM ${table} WHERE ${column} IS NULL`,
        `COPY ${table} TO STDOUT`,
      ]) {
        expect(await refusal(studio, sql)).toMatch(/permission denied/);
      }
      const { rows } = await studio.query('SELECT most_common_vals FROM pg_stats WHERE tablename = $1 AND attname = $2', [table, column]);
      expect(rows).toEqual([]);
    },
  );

  it('adds and removes nothing, and changes no table', async () => {
    const { rows } = await studio.query<{ table: string }>(
      `SELECT relname AS table FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace IN ('public'::regnamespace, 'studio'::regnamespace)
         AND (has_table_privilege(oid, 'INSERT') OR has_table_privilege(oid, 'UPDATE') OR has_table_privilege(oid, 'DELETE')
           OR has_table_privilege(oid, 'TRUNCATE') OR has_table_privilege(oid, 'REFERENCES') OR has_table_privilege(oid, 'TRIGGER'))`,
    );
    expect(rows).toEqual([]);
    for (const sql of [
      'UPDATE account SET posted_credits = 1000000',
      "UPDATE journal SET comment = ''",
      'DELETE FROM entry',
      "INSERT INTO currency VALUES ('X', 0)",
      'UPDATE vend_searchable SET price = 0',
      "UPDATE avatar SET name = 'Eve'",
      'UPDATE vend_product SET merchant = creator',
      'UPDATE lease_unit SET paid_until = now()',
      'TRUNCATE unsealed',
      "UPDATE operator_call SET operator = 'root'",
      'DELETE FROM operator_outcome',
      'DELETE FROM operator_unsealed',
      "UPDATE operator SET scopes = '{system}'",
      'DROP TABLE hold',
      'ALTER TABLE vend_product DISABLE TRIGGER ALL',
      'CREATE TABLE mine (id int)',
      'CREATE TABLE studio.mine (id int)',
      "SELECT studio.refuse('me')",
      'SET session_replication_role = replica',
      'CREATE ROLE somebody',
      'SET ROLE postgres',
      "SELECT pg_read_file('postgresql.conf')",
    ]) {
      expect([sql, await refusal(studio, sql)]).toEqual([sql, expect.stringMatching(/permission denied|must be owner|does not exist/)]);
    }
  });

  it('reads all views, none of which shows a secret', async () => {
    const { rows: views } = await studio.query<{ name: string }>("SELECT viewname AS name FROM pg_views WHERE schemaname = 'studio'");
    expect(views.length).toBeGreaterThan(10);
    for (const { name } of views) {
      const { fields } = await studio.query(`SELECT * FROM studio.${name} LIMIT 5`);
      expect(fields.map((field) => field.name).filter((field) => /password|sealed|hash|code$/.test(field))).toEqual([]);
    }
    const { rows } = await studio.query("SELECT owner, account, balance, currency, state FROM studio.accounts WHERE owner = 'Ann Able'");
    expect(rows).toEqual([{ owner: 'Ann Able', account: 'working', balance: '100', currency: 'L$', state: 'open' }]);
    const payments = await studio.query("SELECT payer, payee, payee_account, amount, text FROM studio.payments WHERE payee = 'Ann Able'");
    expect(payments.rows).toEqual([{ payer: 'the system', payee: 'Ann Able', payee_account: 'working', amount: '100', text: 'start' }]);
  });

  it('gets another password each time, and keeps its rights', async () => {
    const again = await printUrl(world.database.url);
    expect(new URL(again.url).username).toBe(new URL(url).username);
    expect(new URL(again.url).password).not.toBe(new URL(url).password);
    await expect(connect(url)).rejects.toThrow(/password authentication failed/);
    const client = await connect(again.url);
    expect(await refusal(client, 'SELECT password_hash FROM avatar')).toMatch(/permission denied/);
    expect((await client.query('SELECT name, email FROM avatar')).rows).toEqual([{ name: 'Ann Able', email: null }]);
    await client.end();
  });
});

describe('where the role can not be made', () => {
  it('Studio only reads, and says so', async () => {
    const login = `plain_${process.pid}`;
    const { pool } = world.database;
    await pool.query(`CREATE ROLE ${login} LOGIN PASSWORD 'plain'`);
    await pool.query(`GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA public TO ${login}`);
    const address = new URL(world.database.url);
    [address.username, address.password] = [login, 'plain'];
    try {
      const printed = await printUrl(address.href);
      expect(printed.said).toMatch(/permission denied.*READ-ONLY/s);
      const client = await connect(printed.url);
      expect((await client.query('SELECT name FROM avatar')).rows).toHaveLength(1);
      expect(await refusal(client, "UPDATE avatar SET email = 'a@example.org'")).toMatch(/read-only transaction/);
      await client.end();
    } finally {
      await pool.query(`DROP OWNED BY ${login}`);
      await pool.query(`DROP ROLE ${login}`);
    }
  });

  it('nothing was changed of a role that somebody else made', async () => {
    const { pool } = world.database;
    const role = new URL(url).username;
    await pool.query(`COMMENT ON ROLE ${role} IS 'mine'`);
    const printed = await printUrl(world.database.url);
    expect(printed.said).toMatch(/was not made by this command.*READ-ONLY/s);
    expect(new URL(printed.url).username).not.toBe(role);
    await pool.query(`COMMENT ON ROLE ${role} IS 'Made by npm run studio of Scrip'`);
  });
});
