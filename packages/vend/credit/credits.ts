import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Account, type Bank, firstAnswerTo, type Origin, type Payee, type Prepared, requestHash, WORKING } from '@scrip/bank';
import type { Database, Rider } from '@scrip/database';
import { deriveId, formatMinor, type Page, type Uuid } from '@scrip/kernel';
import { ownCredit } from './errors.ts';
import { mustHold } from './funds.ts';
import { creditRider, type Row, Store } from './store.ts';

const NAME = 'credit';

export interface Gift extends Origin {
  readonly merchant: Uuid;
  readonly holder: Uuid;
  /** Minor units of the merchant's `working`. */
  readonly amount: bigint;
  readonly comment: string;
}

export interface ListedCredit extends Row, Purse {}

/** Credit that can be spent. */
export interface Purse {
  readonly account: Account;
  /** Minor units. */
  readonly balance: bigint;
}

export interface CreditsOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly bank: Bank;
}

/**
 * Store credit: money that somebody can spend at one merchant only. Each holder has an account of the books for each
 * merchant, in the currency of the merchant's `working`, and what is in it was paid for by the merchant or a gift card.
 */
export class Credits {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #store: Store;

  constructor({ database, avatars, bank }: CreditsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#store = new Store(database);
  }

  /** Undefined where the holder never had any. */
  account(merchant: Uuid, holder: Uuid): Promise<Account | undefined> {
    return this.#bank.accounts.find(ownerOf(merchant, holder), NAME);
  }

  /** What pays first for something in this currency; undefined where the holder never had credit, or it is in another one. */
  async purse(merchant: Uuid, holder: Uuid, currency: string): Promise<Purse | undefined> {
    const account = await this.account(merchant, holder);
    if (account?.currency.code !== currency) return undefined;
    const [balance = 0n] = await this.#bank.balances.spendable([account]);
    return { account, balance };
  }

  /** Minor units; 0 where the holder never had any. */
  async balance(merchant: Uuid, holder: Uuid): Promise<bigint> {
    const account = await this.account(merchant, holder);
    return account ? ((await this.#bank.balances.spendable([account]))[0] ?? 0n) : 0n;
  }

  /** The account, opened where it is not there yet. Whatever is paid in takes `creditRider` along. Raises vend.own_credit. */
  async open(merchant: Uuid, holder: Uuid): Promise<Account> {
    if (merchant === holder) throw ownCredit(`${holder} is the merchant, who needs no credit there`);
    const there = await this.account(merchant, holder);
    if (there) return there;
    const { currency } = await this.#bank.accounts.get(merchant, WORKING);
    return this.#bank.accounts.open(ownerOf(merchant, holder), NAME, currency.code);
  }

  /** The credit of a holder, as somebody who is paid. */
  payee(merchant: Uuid, holder: Uuid): Payee {
    return { key: ownerOf(merchant, holder), account: NAME, mayChoose: true };
  }

  /** Pays credit out of the merchant's `working` and tells the holder; returns the transaction id. Raises as a payment does, and vend.own_credit. */
  async give(gift: Gift): Promise<Uuid> {
    const { deals } = this.#bank;
    const { id } = await deals.settle({
      plan: () => this.#prepare(gift),
      // There is nothing to wait for but the accounts, which the ledger locks.
      lock: async () => undefined,
      book: async (client, { payment, riders }) => {
        await deals.pay(client, payment, riders);
        return payment.journal;
      },
      firstAnswer: firstAnswerTo({ ...gift, requestHash: hashOf(gift) }, (id) => deals.booked(id)),
    });
    return id;
  }

  async #prepare(gift: Gift): Promise<{ payment: Prepared; riders: readonly Rider[] }> {
    const { merchant, holder, amount, comment, ...origin } = gift;
    const from = await this.#bank.accounts.get(merchant, WORKING);
    // An account stays for ever, so there is none for what could not be paid.
    if (!(await this.account(merchant, holder))) await mustHold(this.#bank, from, amount);
    await this.open(merchant, holder);
    const names = await this.#avatars.names([merchant, holder]);
    const payment = await this.#bank.charges.prepare({
      ...origin,
      kind: 'store_credit',
      payer: merchant,
      from: [{ account: from, amount }],
      to: [{ payee: this.payee(merchant, holder), amount }],
      requestHash: hashOf(gift),
      // The other side of the entry is the credit itself, whose name would tell nobody whom it was given to.
      comment: comment === '' ? `Store credit for ${names.get(holder) ?? holder}` : comment,
      notify: false,
    });
    const { id, comment: shown } = payment.journal;
    const what = `${names.get(merchant) ?? merchant} gave you ${formatMinor(amount, from.currency.scale)} ${from.currency.code} of store credit`;
    const notice = notificationRider(holder, 'store_credit', comment === '' ? what : `${what}: ${shown}`, id);
    return { payment, riders: [creditRider(merchant, holder), notice] };
  }

  /** What somebody has, in the order of the merchants' keys. */
  async ofHolder(holder: Uuid, page: Page): Promise<ListedCredit[]> {
    return this.#withBalances(await this.#store.ofHolder(holder, page));
  }

  /** Who has credit at a merchant, in the order of the holders' keys. */
  async ofMerchant(merchant: Uuid, page: Page): Promise<ListedCredit[]> {
    return this.#withBalances(await this.#store.ofMerchant(merchant, page));
  }

  async #withBalances(rows: readonly Row[]): Promise<ListedCredit[]> {
    const found = await Promise.all(rows.map(({ merchant, holder }) => this.#bank.accounts.get(ownerOf(merchant, holder), NAME)));
    const balances = await this.#bank.balances.spendable(found);
    return rows.map((row, index) => ({ ...row, account: found[index] as Account, balance: balances[index] ?? 0n }));
  }
}

function ownerOf(merchant: Uuid, holder: Uuid): Uuid {
  return deriveId('store credit', merchant, holder);
}

/** What was asked for: the comment as it came, since the one that is kept may be ours. */
export function hashOf({ merchant, holder, amount, comment }: Omit<Gift, keyof Origin>): Uuid {
  return requestHash('store credit', merchant, holder, amount, comment);
}
