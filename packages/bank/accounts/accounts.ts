import type { Avatars } from '@scrip/avatars';
import { type Database, fullText } from '@scrip/database';
import { type Groups, unknownGroup } from '@scrip/groups';
import type { Currency, Uuid } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import type { Currencies } from '../currencies/currencies.ts';
import { accountId } from '../ledger/ids.ts';
import { accountExists, invalidAccountName, tooManyAccounts, unknownAccount } from './errors.ts';

/** What never changes about an account, and so may be remembered. */
export interface Account {
  readonly id: Uuid;
  readonly owner: Uuid;
  readonly name: string;
  readonly currency: Currency;
}

/** The account that every avatar with a login has, whether or not somebody opened it. No group has one: it is paid by its percentages. */
export const WORKING = 'working';
/** As a payee's account name this means "hand it over in-world", so no account may be called so. */
export const IN_WORLD = 'avatar';

export const MAX_ACCOUNTS = 100;
/** Those that are closed included: they keep their names and histories for ever. */
const MAX_EVER = 1_000;
const NAME = /^(?! )[^,#:\p{Cc}]{1,63}(?<! )$/u;

/** Sorted, as the ledger locks them. */
const LOCK = 'SELECT id, state FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';
const COUNT = `SELECT count(*) FILTER (WHERE state <> 'closed') AS open, count(*) AS ever FROM account WHERE owner = $1`;
const CREATE = 'INSERT INTO account (id, owner, name, currency, floor) VALUES ($1, $2, $3, $4, 0) ON CONFLICT DO NOTHING';
const REOPEN = `UPDATE account SET state = 'open' WHERE id = $1`;

/** Names and keeps accounts; their money is the ledger's business. */
export class Accounts {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #groups: Groups;
  readonly #currencies: Currencies;
  /** Accounts are never deleted, so what is found once stays true. */
  readonly #known = new LRUCache<string, Account>({ max: 50_000 });

  constructor(database: Database, avatars: Avatars, groups: Groups, currencies: Currencies) {
    this.#database = database;
    this.#avatars = avatars;
    this.#groups = groups;
    this.#currencies = currencies;
  }

  /**
   * The account, or undefined. One that is closed is found too: its history stays. The `working` account of an avatar with
   * a login is opened when it is first asked for.
   */
  async find(owner: Uuid, name: string): Promise<Account | undefined> {
    const known = this.#known.get(memoryKey(owner, name));
    if (known) return known;
    const row = await this.#database.prisma.account.findUnique({ where: { id: accountId(owner, name) } });
    if (row) return this.#remember(row);
    if (name.toLowerCase() !== WORKING || !(await this.#avatars.find(owner))?.hasLogin) return undefined;
    return this.#createWorking(owner);
  }

  /** As `find`; raises bank.unknown_account. */
  async get(owner: Uuid, name: string): Promise<Account> {
    const account = await this.find(owner, name);
    if (!account) throw unknownAccount(`${owner} has no account ${JSON.stringify(name)}`);
    return account;
  }

  /** Who may pay into the account by its name, as it is at this moment. */
  async depositRule({ id }: Account): Promise<{ publicDeposit: boolean; depositGroup: Uuid | null }> {
    return this.#database.prisma.account.findUniqueOrThrow({ where: { id }, select: { publicDeposit: true, depositGroup: true } });
  }

  /** An owner's accounts that are not closed, `working` first and the others by name. */
  async list(owner: Uuid): Promise<Account[]> {
    await this.find(owner, WORKING);
    const rows = await this.#database.prisma.account.findMany({
      where: { owner, state: { not: 'closed' } },
      orderBy: { name: 'asc' },
    });
    const accounts = await Promise.all(rows.map((row) => this.#remember(row)));
    return accounts.sort((a, b) => Number(b.name === WORKING) - Number(a.name === WORKING));
  }

  /**
   * Opens an account of an avatar or a group, or opens one again that was closed. One that is there already, in the same
   * currency, stays as it is. Raises bank.invalid_account_name, bank.unknown_currency, bank.account_exists,
   * bank.too_many_accounts, and general.unknown_group where the group is dissolved meanwhile.
   */
  async open(owner: Uuid, name: string, currencyCode: string): Promise<Account> {
    if (!NAME.test(name) || name.toLowerCase() === IN_WORLD) {
      throw invalidAccountName(`${JSON.stringify(name)} can not be an account's name: ${invalidAccountName.doc}`);
    }
    const isGroup = (await this.#groups.find(owner)) !== undefined;
    if (isGroup && name.toLowerCase() === WORKING) {
      throw invalidAccountName(`no account of a group can be called ${WORKING}: what is paid there is shared by the group's percentages`);
    }
    const currency = await this.#currencies.get(currencyCode);
    // `working` counts whether or not anybody has asked for it yet.
    const [existing] = await Promise.all([this.find(owner, name), this.find(owner, WORKING)]);
    if (existing) mustBeIn(existing, currency);
    if (!(await this.#openIfRoom(owner, name, currency, isGroup))) {
      throw tooManyAccounts(fullText(owner, MAX_ACCOUNTS, `accounts, or ${MAX_EVER} with those that are closed`));
    }
    const account = await this.get(owner, name);
    mustBeIn(account, currency);
    return account;
  }

  /**
   * Openings of one owner, in whichever server, wait for each other at `working`, and those of a group at the group: each
   * counts what the one before has made.
   */
  #openIfRoom(owner: Uuid, name: string, currency: Currency, isGroup: boolean): Promise<boolean> {
    const id = accountId(owner, name);
    return this.#database.transaction(async (client) => {
      if (isGroup && !(await this.#groups.lock(owner, client))) throw unknownGroup(`the group ${owner} is not there any more`);
      const { rows } = await client.query<{ id: Uuid; state: string }>(LOCK, [[id, accountId(owner, WORKING)]]);
      const there = rows.find((row) => row.id === id);
      if (there && there.state !== 'closed') return true;
      if (!(await hasRoom(client, owner, there !== undefined))) return false;
      await (there ? client.query(REOPEN, [id]) : client.query(CREATE, [id, owner, name, currency.code]));
      return true;
    });
  }

  async #createWorking(owner: Uuid): Promise<Account> {
    const id = accountId(owner, WORKING);
    await this.#database.prisma.account.createMany({
      data: [{ id, owner, name: WORKING, currency: this.#currencies.default.code, floor: 0n }],
      skipDuplicates: true,
    });
    // Another process may have been first, and its currency is what counts.
    return this.#remember(await this.#database.prisma.account.findUniqueOrThrow({ where: { id } }));
  }

  async #remember(row: { id: Uuid; owner: Uuid; name: string; currency: string }): Promise<Account> {
    const currency = await this.#currencies.find(row.currency);
    if (!currency) throw new Error(`account ${row.id} is in ${row.currency}, which is no currency`);
    const account = { id: row.id, owner: row.owner, name: row.name, currency };
    this.#known.set(memoryKey(row.owner, row.name), account);
    return account;
  }
}

async function hasRoom(client: PoolClient, owner: Uuid, there: boolean): Promise<boolean> {
  const { rows } = await client.query<{ open: bigint; ever: bigint }>(COUNT, [owner]);
  const { open = 0n, ever = 0n } = rows[0] ?? {};
  return open < MAX_ACCOUNTS && (there || ever < MAX_EVER);
}

function mustBeIn({ name, currency }: Account, wanted: Currency): void {
  if (currency.code !== wanted.code) throw accountExists(`${name} is in ${currency.code}, not in ${wanted.code}`);
}

/** Beside the id, because every payment asks twice and the id is a hash. */
function memoryKey(owner: Uuid, name: string): string {
  return owner + name.toLowerCase();
}
