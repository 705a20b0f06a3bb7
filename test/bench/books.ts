import type { Database } from '@scrip/database';
import { NIL_UUID, newId, type Uuid } from '@scrip/kernel';
import { accountId, mintId } from '../../packages/bank/ledger/ids.ts';

/** What every account has before anything is measured. */
const START = 1_000_000n;
/** Payments of one round of `fillBooks`: each account pays once and is paid once. */
const ENTRIES_A_ROUND = 2;

/** Accounts `working` of new avatars, who are not registered, with money from the mint; returns their owners. */
export async function makeAccounts(database: Database, count: number): Promise<Uuid[]> {
  const owners = Array.from({ length: count }, newId);
  await database.prisma.currency.createMany({ data: [{ code: 'L$', scale: 0 }], skipDuplicates: true });
  await database.prisma.account.createMany({
    data: [
      { id: mintId('L$'), owner: NIL_UUID, name: 'mint L$', currency: 'L$', floor: null },
      ...owners.map((owner) => ({ id: accountId(owner, 'working'), owner, name: 'working', currency: 'L$', floor: 0n })),
    ],
    skipDuplicates: true,
  });
  await database.pool.query(
    `WITH payee AS (SELECT id, row_number() OVER (ORDER BY id) AS n, gen_random_uuid() AS journal FROM account WHERE name = 'working'),
       j AS (INSERT INTO journal (id, principal, request_hash, kind, comment)
             SELECT journal, '00000000-0000-0000-0000-000000000000', journal, 'mint', 'bench' FROM payee),
       c AS (INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
             SELECT id, 1, journal, 0, $1::uuid, $2::bigint, $2::bigint FROM payee),
       d AS (INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
             SELECT $1::uuid, n, journal, 0, id, -$2::bigint, -n * $2::bigint FROM payee),
       a AS (UPDATE account SET posted_credits = $2::bigint, last_seq = 1 WHERE name = 'working')
     UPDATE account SET posted_debits = (SELECT count(*) FROM payee) * $2::bigint, last_seq = (SELECT count(*) FROM payee) WHERE id = $1::uuid`,
    [mintId('L$'), START],
  );
  await database.pool.query('VACUUM ANALYZE account');
  return owners;
}

/**
 * So many more entries, as if every account had paid another one unit in each of many rounds: the books add up afterwards.
 * Set-based, with the indexes that would take long made at the end.
 */
export async function fillBooks(database: Database, owners: readonly Uuid[], entries: number): Promise<void> {
  const rounds = Math.ceil(entries / owners.length / ENTRIES_A_ROUND);
  const client = await database.pool.connect();
  const sql = (text: string, values: unknown[] = []) => client.query({ text, values, query_timeout: 600_000 } as never);
  try {
    await sql('SET statement_timeout = 0');
    await sql("SET maintenance_work_mem = '256MB'");
    await sql('DROP INDEX entry_journal_id_idx');
    await sql(
      `CREATE TEMP TABLE payment AS
         SELECT a.n, r AS round, a.id AS payer, b.id AS payee, md5('bench ' || a.n || ' ' || r)::uuid AS journal
         FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM account WHERE name = 'working') a
         CROSS JOIN generate_series(0, $1::int - 1) r
         JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM account WHERE name = 'working') b
           ON b.n = (a.n + r + 1) % $2::int`,
      [rounds, owners.length],
    );
    await sql(
      `INSERT INTO journal (id, principal, request_hash, kind, comment)
       SELECT journal, payer, md5(journal::text)::uuid, 'pay', 'a bench payment' FROM payment ORDER BY journal`,
    );
    // Paying comes before being paid, so that the balance goes down by one and up again.
    await sql(
      `INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
       SELECT * FROM (
         SELECT payer, 2 + 2 * round AS seq, journal, 0, payee, -1, $1::bigint - 1 FROM payment
         UNION ALL SELECT payee, 3 + 2 * round, journal, 0, payer, 1, $1::bigint FROM payment) e
       ORDER BY payer, seq`,
      [START],
    );
    await sql('CREATE INDEX entry_journal_id_idx ON entry (journal_id)');
    await sql(
      `UPDATE account SET posted_credits = posted_credits + $1, posted_debits = posted_debits + $1, last_seq = last_seq + 2 * $1 WHERE name = 'working'`,
      [rounds],
    );
    await sql('DROP TABLE payment');
    await sql('VACUUM ANALYZE');
  } finally {
    client.release(true);
  }
}
