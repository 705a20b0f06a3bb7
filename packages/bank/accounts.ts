import type { Avatars } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import { type Currency, NIL_UUID, type Uuid } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import { accountExists, invalidAccountName, tooManyAccounts, unknownAccount, unknownCurrency } from './errors.ts';
import { accountId, mintId, payoutId } from './ledger/ids.ts';

/** What never changes about an account, and so may be remembered. */
export interface Account {
  readonly id: Uuid;
  readonly owner: Uuid;
  readonly name: string;
  readonly currency: Currency;
}

/** The account that every avatar with a login has, whether or not somebody opened it. */
export const WORKING = 'working';
/** As a payee's account name this means "hand it over in-world", so no account may be called so. */
export const IN_WORLD = 'avatar';

export const MAX_ACCOUNTS = 100;
const NAME = /^(?! )[^,#:\p{Cc}]{1,63}(?<! )$/u;

const CREATE_IF_ROOM = `INSERT INTO account (id, owner, name, currency, floor)
  SELECT $1::uuid, $2::uuid, $3, $4, 0 WHERE (SELECT count(*) FROM account WHERE owner = $2::uuid) < $5::int
  ON CONFLICT DO NOTHING`;

/** Names and keeps accounts; their money is the ledger's business. */
export class Accounts {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #currencies: ReadonlyMap<string, Currency>;
  readonly defaultCurrency: Currency;
  /** Accounts are never deleted, so what is found once stays true. */
  readonly #known = new LRUCache<Uuid, Account>({ max: 50_000 });

  private constructor(database: Database, avatars: Avatars, currencies: ReadonlyMap<string, Currency>, defaultCurrency: Currency) {
    this.#database = database;
    this.#avatars = avatars;
    this.#currencies = currencies;
    this.defaultCurrency = defaultCurrency;
  }

  /** Makes sure that the default currency and its two system accounts are there, and reads all currencies. */
  static async open(database: Database, avatars: Avatars, defaultCurrency: Currency): Promise<Accounts> {
    const { prisma } = database;
    await prisma.currency.createMany({ data: [{ ...defaultCurrency }], skipDuplicates: true });
    const currencies = new Map((await prisma.currency.findMany()).map((currency) => [currency.code, currency]));
    await prisma.account.createMany({
      data: [...currencies.keys()].flatMap((currency) => [
        { id: mintId(currency), owner: NIL_UUID, name: `mint ${currency}`, currency, floor: null },
        { id: payoutId(currency), owner: NIL_UUID, name: `payout ${currency}`, currency, floor: 0n },
      ]),
      skipDuplicates: true,
    });
    const known = currencies.get(defaultCurrency.code) ?? defaultCurrency;
    return new Accounts(database, avatars, currencies, known);
  }

  /** The account, or undefined. The `working` account of an avatar with a login is opened when it is first asked for. */
  async find(owner: Uuid, name: string): Promise<Account | undefined> {
    const id = accountId(owner, name);
    const known = this.#known.get(id);
    if (known) return known;
    const row = await this.#database.prisma.account.findUnique({ where: { id } });
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

  /** An owner's accounts, `working` first and the others by name. */
  async list(owner: Uuid): Promise<Account[]> {
    await this.find(owner, WORKING);
    const rows = await this.#database.prisma.account.findMany({ where: { owner }, orderBy: { name: 'asc' } });
    return rows.map((row) => this.#remember(row)).sort((a, b) => Number(b.name === WORKING) - Number(a.name === WORKING));
  }

  /** Opens an account; opening one that is there already, in the same currency, changes nothing. */
  async open(owner: Uuid, name: string, currencyCode: string): Promise<Account> {
    if (!NAME.test(name) || name.toLowerCase() === IN_WORLD) {
      throw invalidAccountName(`${JSON.stringify(name)} can not be an account's name: ${invalidAccountName.doc}`);
    }
    const currency = currencyCode === '' ? this.defaultCurrency : this.#currencies.get(currencyCode);
    if (!currency)
      throw unknownCurrency(`no currency ${JSON.stringify(currencyCode)}; there is ${[...this.#currencies.keys()].join(', ')}`);
    // `working` counts whether or not anybody has asked for it yet.
    const [existing] = await Promise.all([this.find(owner, name), this.find(owner, WORKING)]);
    const account = existing ?? (await this.#createIfRoom(owner, name, currency));
    if (account.currency.code !== currency.code) {
      throw accountExists(`${account.name} is in ${account.currency.code}, not in ${currency.code}`);
    }
    return account;
  }

  /** Openings of one owner, in whichever server, wait for each other at `working`: each counts what the one before has made. */
  async #createIfRoom(owner: Uuid, name: string, currency: Currency): Promise<Account> {
    const id = accountId(owner, name);
    await this.#database.transaction(async (client) => {
      await client.query('SELECT FROM account WHERE id = $1 FOR NO KEY UPDATE', [accountId(owner, WORKING)]);
      await client.query(CREATE_IF_ROOM, [id, owner, name, currency.code, MAX_ACCOUNTS]);
    });
    const row = await this.#database.prisma.account.findUnique({ where: { id } });
    if (!row) throw tooManyAccounts(`${owner} has ${MAX_ACCOUNTS} accounts, which is the most`);
    return this.#remember(row);
  }

  async #createWorking(owner: Uuid): Promise<Account> {
    const id = accountId(owner, WORKING);
    await this.#database.prisma.account.createMany({
      data: [{ id, owner, name: WORKING, currency: this.defaultCurrency.code, floor: 0n }],
      skipDuplicates: true,
    });
    // Another process may have been first, and its currency is what counts.
    return this.#remember(await this.#database.prisma.account.findUniqueOrThrow({ where: { id } }));
  }

  #remember(row: { id: Uuid; owner: Uuid; name: string; currency: string }): Account {
    const currency = this.#currencies.get(row.currency);
    if (!currency) throw new Error(`account ${row.id} is in ${row.currency}, which is no currency`);
    const account = { id: row.id, owner: row.owner, name: row.name, currency };
    this.#known.set(row.id, account);
    return account;
  }
}
