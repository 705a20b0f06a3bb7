import { type Avatars, isInvisibleIn } from '@scrip/avatars';
import { fullText } from '@scrip/database';
import { type Group, type Groups, unknownGroup } from '@scrip/groups';
import { type Currency, nameKey, type OwnerKey, tidyName } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import type { Currencies } from '../currencies/currencies.ts';
import { accountId } from '../ledger/ids.ts';
import { accountExists, invalidAccountName, tooManyAccounts, unknownAccount } from './errors.ts';
import { type Account, IN_WORLD, WORKING } from './model.ts';
import type { AccountStore, Counted, StoredAccount } from './store.ts';

export const MAX_ACCOUNTS = 100;
/** Those that are closed included: they keep their names and histories for ever. */
const MAX_EVER = 1_000;
const NAME = /^(?! )[^,#:\p{Cc}]{1,63}(?<! )$/u;

/** Names and keeps accounts; their money is the ledger's business. */
export class Accounts {
  readonly #store: AccountStore;
  readonly #avatars: Avatars;
  readonly #groups: Groups;
  readonly #currencies: Currencies;
  /** Accounts are never deleted, so what is found once stays true. */
  readonly #known = new LRUCache<string, Account>({ max: 50_000 });

  constructor(store: AccountStore, avatars: Avatars, groups: Groups, currencies: Currencies) {
    this.#store = store;
    this.#avatars = avatars;
    this.#groups = groups;
    this.#currencies = currencies;
  }

  /**
   * The account, or undefined. One that is closed is found too: its history stays. The `working` account of an avatar with
   * a login is opened when it is first asked for.
   */
  async find(owner: OwnerKey, name: string): Promise<Account | undefined> {
    const known = this.#known.get(memoryKey(owner, name));
    if (known) return known;
    const key = nameKey(name);
    // As accounts were named once: two that are one name now are told apart by who spells them so.
    const asBefore = key === name.toLowerCase() ? undefined : await this.#store.find(accountId(owner, name));
    const row = asBefore ?? (await this.#store.find(accountId(owner, key)));
    if (row) {
      const account = await this.#remember(row);
      // As it was asked for, too: what a name means never changes.
      this.#known.set(memoryKey(owner, name), account);
      return account;
    }
    if (key !== WORKING || !(await this.#avatars.find(owner))?.hasLogin) return undefined;
    return this.#createWorking(owner);
  }

  /** As `find`; raises bank.unknown_account. */
  async get(owner: OwnerKey, name: string): Promise<Account> {
    const account = await this.find(owner, name);
    if (!account) throw unknownAccount(`${owner} has no account ${JSON.stringify(name)}`);
    return account;
  }

  /** An owner's accounts that are not closed, `working` first and the others by name. */
  async list(owner: OwnerKey): Promise<Account[]> {
    await this.find(owner, WORKING);
    const rows = await this.#store.listOpen(owner);
    const accounts = await Promise.all(rows.map((row) => this.#remember(row)));
    return accounts.sort((a, b) => Number(b.name === WORKING) - Number(a.name === WORKING));
  }

  /**
   * Opens an account of an avatar or a group, or opens one again that was closed. One that is there already, in the same
   * currency, stays as it is. Raises bank.invalid_account_name, bank.unknown_currency, bank.account_exists,
   * bank.too_many_accounts, and general.unknown_group where the group is dissolved meanwhile.
   */
  async open(owner: OwnerKey, name: string, currencyCode: string): Promise<Account> {
    const key = nameKey(name);
    if (!NAME.test(name) || isInvisibleIn(tidyName(name)) || key === IN_WORLD) {
      throw invalidAccountName(`${JSON.stringify(name)} can not be an account's name: ${invalidAccountName.doc}`);
    }
    const group = await this.#groups.find(owner);
    if (group && key === WORKING) {
      throw invalidAccountName(`no account of a group can be called ${WORKING}: what is paid there is shared by the group's percentages`);
    }
    const currency = await this.#currencies.get(currencyCode);
    // `working` counts whether or not anybody has asked for it yet.
    const [existing] = await Promise.all([this.find(owner, name), this.find(owner, WORKING)]);
    if (existing) mustBeIn(existing, currency);
    const account = existing ?? { id: accountId(owner, key), name };
    if (!(await this.#openIfRoom({ ...account, owner, currency: currency.code }, group))) {
      throw tooManyAccounts(fullText(owner, MAX_ACCOUNTS, `accounts, or ${MAX_EVER} with those that are closed`));
    }
    const opened = await this.get(owner, name);
    mustBeIn(opened, currency);
    return opened;
  }

  #openIfRoom(account: Parameters<AccountStore['open']>[0], group: Group | undefined): Promise<boolean> {
    const { owner } = account;
    return this.#store.open(
      account,
      accountId(owner, WORKING),
      async (client) => {
        if (group && !(await this.#groups.lock(group.gkey, client))) throw unknownGroup(`the group ${owner} is not there any more`);
      },
      hasRoom,
    );
  }

  async #createWorking(owner: OwnerKey): Promise<Account> {
    const currency = this.#currencies.default.code;
    // Another process may have been first, and its currency is what counts.
    return this.#remember(await this.#store.add({ id: accountId(owner, WORKING), owner, name: WORKING, currency }));
  }

  async #remember(row: StoredAccount): Promise<Account> {
    const currency = await this.#currencies.find(row.currency);
    if (!currency) throw new Error(`account ${row.id} is in ${row.currency}, which is no currency`);
    const account = { id: row.id, owner: row.owner, name: row.name, currency };
    this.#known.set(memoryKey(row.owner, row.name), account);
    return account;
  }
}

function hasRoom({ open, ever }: Counted, isNew: boolean): boolean {
  return open < MAX_ACCOUNTS && (!isNew || ever < MAX_EVER);
}

function mustBeIn({ name, currency }: Account, wanted: Currency): void {
  if (currency.code !== wanted.code) throw accountExists(`${name} is in ${currency.code}, not in ${wanted.code}`);
}

/** Beside the id, because every payment asks twice and the id is a hash. */
function memoryKey(owner: OwnerKey, name: string): string {
  return owner + name.toLowerCase();
}
