import { array, type Database, int8, nullable, statement, uuid } from '@scrip/database';
import { type JournalId, MAX_MINOR, minorToMajor } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import { available } from '../ledger/model.ts';

const TOTALS = { postedDebits: int8, postedCredits: int8, heldDebits: int8 };
const COLUMNS = 'posted_debits AS "postedDebits", posted_credits AS "postedCredits", held_debits AS "heldDebits"';

const BALANCE = statement({
  name: 'bank-balance',
  text: `SELECT ${COLUMNS} FROM account WHERE id = $1`,
  params: [uuid],
  row: TOTALS,
});

const SPENDABLE = statement({
  name: 'bank-spendable',
  text: `SELECT id, ${COLUMNS}, floor FROM account WHERE id = ANY($1::uuid[])`,
  params: [array(uuid)],
  row: { id: uuid, ...TOTALS, floor: nullable(int8) },
});

const AFTER = statement({
  name: 'bank-balance-of-transaction',
  text: 'SELECT balance FROM entry WHERE journal_id = $1 AND account_id = $2 ORDER BY seq DESC LIMIT 1',
  params: [uuid, uuid],
  row: { balance: int8 },
});

/** What is in accounts now, and what can be paid out of them. */
export class Balances {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What the account holds and nothing holds back, in major units (bank.accountBalance). */
  async available(account: Account): Promise<number> {
    const totals = await BALANCE.first(this.#database.pool, account.id);
    if (!totals) throw new Error(`account ${account.id} was found and is gone`);
    return minorToMajor(available(totals), account.currency);
  }

  /** What each account can pay out, its overdraft included, in minor units and in the order of the accounts. */
  async spendable(accounts: readonly Account[]): Promise<bigint[]> {
    const rows = await SPENDABLE.all(
      this.#database.pool,
      accounts.map(({ id }) => id),
    );
    const free = new Map(rows.map((row) => [row.id, row.floor === null ? MAX_MINOR : available(row) - row.floor]));
    return accounts.map(({ id }) => free.get(id) ?? 0n);
  }

  /** The posted balance when a transaction was done with the account, in minor units; undefined where it has no part in it. */
  async after(journalId: JournalId, account: Account): Promise<bigint | undefined> {
    return (await AFTER.first(this.#database.pool, journalId, account.id))?.balance;
  }
}
