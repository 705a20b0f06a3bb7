import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { formatMinor, isUuid, MAX_MINOR, majorToMinor, minorToMajor, NIL_UUID, type Uuid } from '@scrip/kernel';
import { type AccountState, available } from '../ledger/model.ts';
import { invalidAmount } from '../posting/errors.ts';
import { type Account, type Accounts, WORKING } from './accounts.ts';
import { accountClosed, accountFrozen, accountNotEmpty, accountOverdrawn, unknownAccount } from './errors.ts';

export interface AccountDetails {
  /** In major units, as all amounts here: what is in the account, held or not. */
  readonly balance: number;
  readonly available: number;
  readonly heldOut: number;
  /** On its way to the account, and not in it. */
  readonly heldIn: number;
  /** How far below zero it may go; -1 where there is no limit. */
  readonly overdraft: number;
  /** The most that it may hold; -1 where there is no limit. */
  readonly maximum: number;
  readonly state: AccountState['state'];
  readonly publicDeposit: boolean;
  readonly depositGroup: Uuid | null;
  readonly currency: string;
  /** How many there are in its history. */
  readonly entries: number;
}

interface Row {
  posted_debits: bigint;
  posted_credits: bigint;
  held_debits: bigint;
  held_credits: bigint;
  floor: bigint | null;
  ceiling: bigint | null;
  state: AccountState['state'];
  public_deposit: boolean;
  deposit_group: Uuid | null;
  last_seq: bigint;
}

const UNLIMITED = -1;

const READ = `SELECT posted_debits, posted_credits, held_debits, held_credits, floor, ceiling, state, public_deposit, deposit_group, last_seq
  FROM account WHERE id = $1`;

const EMPTY = 'posted_credits = posted_debits AND held_debits = 0 AND held_credits = 0';

/** Who could pay into it by its name is forgotten: what is paid there from now on goes to `working`, or is refused. */
const CLOSE = `UPDATE account SET state = 'closed', public_deposit = false, deposit_group = NULL
  WHERE id = ANY($1::uuid[]) AND state = 'open' AND ${EMPTY}`;

const LOCK_ALL = `SELECT id FROM account WHERE owner = $1 AND state <> 'closed' ORDER BY id FOR NO KEY UPDATE`;
const NOT_CLOSED = `SELECT name, state FROM account WHERE owner = $1 AND state <> 'closed' ORDER BY name LIMIT 1`;

/**
 * Changes what may change about accounts. Each change is one statement with its conditions in it: it waits for the payment
 * that has the account locked, and looks at the conditions again afterwards. A payment that comes later sees the change.
 */
export class AccountSettings {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #groups: Groups;

  constructor(database: Database, accounts: Accounts, groups: Groups) {
    this.#database = database;
    this.#accounts = accounts;
    this.#groups = groups;
  }

  /** Raises bank.unknown_account. */
  async details(owner: Uuid, name: string): Promise<AccountDetails> {
    const account = await this.#accounts.get(owner, name);
    const row = await this.#read(account);
    const major = (minor: bigint) => minorToMajor(minor, account.currency);
    return {
      balance: major(row.posted_credits - row.posted_debits),
      available: major(availableOf(row)),
      heldOut: major(row.held_debits),
      heldIn: major(row.held_credits),
      overdraft: row.floor === null ? UNLIMITED : major(row.floor === 0n ? 0n : -row.floor),
      maximum: row.ceiling === null ? UNLIMITED : major(row.ceiling),
      state: row.state,
      publicDeposit: row.public_deposit,
      depositGroup: row.deposit_group,
      currency: account.currency.code,
      entries: Number(row.last_seq),
    };
  }

  /**
   * Whether anybody may pay into the account by its name, and whose members may; `group` is a key, or the name of a group
   * that `creator` has created, or empty. Raises bank.unknown_account, bank.account_closed, general.unknown_group.
   */
  async setDeposit(owner: Uuid, name: string, rule: { open: boolean; group: string; creator: Uuid }): Promise<void> {
    const account = await this.#accounts.get(owner, name);
    const group = rule.group === '' ? undefined : await this.#groups.get(rule.group, isUuid(rule.group) ? undefined : rule.creator);
    const sql = `UPDATE account SET public_deposit = $2, deposit_group = $3 WHERE id = $1 AND state <> 'closed'`;
    if (!(await this.#change(sql, [account.id, rule.open, group?.gkey ?? null]))) throw accountClosed(`${account.name} is closed`);
  }

  /**
   * How far below zero the account may go, and the most that it may hold (-1: no limit), both in whole major units. What is
   * in it above the maximum may stay. Raises bank.unknown_account, bank.invalid_amount, bank.account_overdrawn.
   */
  async setLimits(owner: Uuid, name: string, { overdraft, maximum }: { overdraft: number; maximum: number }): Promise<void> {
    const account = await this.#settable(owner, name);
    const floor = -limitToMinor(overdraft, account);
    const ceiling = maximum === UNLIMITED ? null : limitToMinor(maximum, account);
    const sql = `UPDATE account SET floor = $2::bigint, ceiling = $3::bigint
      WHERE id = $1 AND posted_credits - posted_debits - held_debits >= $2::bigint`;
    if (await this.#change(sql, [account.id, floor, ceiling])) return;
    const least = formatMinor(availableOf(await this.#read(account)), account.currency.scale);
    throw accountOverdrawn(`${account.name} has ${least} available, which is below the overdraft of ${overdraft}`);
  }

  /** Nothing leaves a frozen account. Raises bank.unknown_account, bank.account_closed. */
  async setFrozen(owner: Uuid, name: string, frozen: boolean): Promise<void> {
    const account = await this.#settable(owner, name);
    const sql = `UPDATE account SET state = $2 WHERE id = $1 AND state <> 'closed'`;
    if (!(await this.#change(sql, [account.id, frozen ? 'frozen' : 'open']))) throw accountClosed(`${account.name} is closed`);
  }

  /** For good, until it is opened again. Raises bank.unknown_account, bank.account_not_empty, bank.account_frozen. */
  async close(owner: Uuid, name: string): Promise<void> {
    const account = await this.#accounts.get(owner, name);
    if (account.name.toLowerCase() === WORKING) throw accountNotEmpty(`${account.name} is where everybody pays to; it stays open`);
    if (await this.#change(CLOSE, [[account.id]])) return;
    const row = await this.#read(account);
    if (row.state === 'closed') return;
    if (row.state === 'frozen') throw accountFrozen(`${account.name} is frozen; only an operator can free it`);
    const money = (minor: bigint) => formatMinor(minor, account.currency.scale);
    const held = `${money(row.held_debits)} held on it, and ${money(row.held_credits)} held for it`;
    throw accountNotEmpty(`${account.name} has ${money(row.posted_credits - row.posted_debits)} in it, ${held}; all three must be 0`);
  }

  /** Closes what a group has, in the transaction that dissolves it; says what stands against that. */
  async closeAll(owner: Uuid, within: Pick<Database['pool'], 'query'>): Promise<string | undefined> {
    const { rows } = await within.query<{ id: Uuid }>(LOCK_ALL, [owner]);
    await within.query(CLOSE, [rows.map(({ id }) => id)]);
    const [left] = (await within.query<{ name: string; state: string }>(NOT_CLOSED, [owner])).rows;
    return left && `its account ${JSON.stringify(left.name)} is ${left.state === 'frozen' ? 'frozen' : 'not empty'}`;
  }

  /** The system's own accounts have no settings. */
  async #settable(owner: Uuid, name: string): Promise<Account> {
    if (owner === NIL_UUID) throw unknownAccount(`${JSON.stringify(name)} is the bank's own, and has no settings`);
    return this.#accounts.get(owner, name);
  }

  async #read({ id }: Account): Promise<Row> {
    const [row] = (await this.#database.pool.query<Row>(READ, [id])).rows;
    if (!row) throw new Error(`account ${id} was found and is gone`);
    return row;
  }

  async #change(sql: string, values: unknown[]): Promise<boolean> {
    return (await this.#database.pool.query(sql, values)).rowCount === 1;
  }
}

function availableOf(row: Row): bigint {
  return available({ postedCredits: row.posted_credits, postedDebits: row.posted_debits, heldDebits: row.held_debits });
}

function limitToMinor(limit: number, { currency }: Account): bigint {
  const minor = majorToMinor(limit, currency);
  if (minor <= MAX_MINOR) return minor;
  throw invalidAmount(`a limit of ${limit} is more than an account can hold, which is ${formatMinor(MAX_MINOR, currency.scale)}`);
}
