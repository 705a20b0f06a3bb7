import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Account, type Bank, journalId, type Origin, type Payee, requestConflict, requestHash, WORKING } from '@scrip/bank';
import type { Database } from '@scrip/database';
import { deriveId, formatMinor, type Page, type Uuid } from '@scrip/kernel';
import { mustHold } from '../funds.ts';
import { ownCredit } from './errors.ts';
import { creditRider, type Row, Store } from './store.ts';

const NAME = 'credit';

export interface Gift extends Origin {
  readonly merchant: Uuid;
  readonly holder: Uuid;
  /** Minor units of the merchant's `working`. */
  readonly amount: bigint;
  readonly comment: string;
}

export interface ListedCredit extends Row {
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

  /** Minor units; 0 where the holder never had any. */
  async balance(merchant: Uuid, holder: Uuid): Promise<bigint> {
    const account = await this.account(merchant, holder);
    return account ? ((await this.#bank.spendable([account]))[0] ?? 0n) : 0n;
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
  async give({ merchant, holder, amount, comment, ...origin }: Gift): Promise<Uuid> {
    const from = await this.#bank.accounts.get(merchant, WORKING);
    if (!(await this.account(merchant, holder))) await this.#openToGive(from, { merchant, holder, amount, ...origin });
    const names = await this.#avatars.names([merchant, holder]);
    const prepared = await this.#bank.charges.prepare({
      ...origin,
      kind: 'store_credit',
      payer: merchant,
      from: [{ account: from, amount }],
      to: [{ payee: this.payee(merchant, holder), amount }],
      requestHash: requestHash('store credit', merchant, holder, amount, comment),
      // The other side of the entry is the credit itself, whose name would tell nobody whom it was given to.
      comment: comment === '' ? `Store credit for ${names.get(holder) ?? holder}` : comment,
      notify: false,
    });
    const { id, comment: shown } = prepared.journal;
    const what = `${names.get(merchant) ?? merchant} gave you ${formatMinor(amount, from.currency.scale)} ${from.currency.code} of store credit`;
    const notice = notificationRider(holder, 'store_credit', comment === '' ? what : `${what}: ${shown}`, id);
    await this.#bank.poster.post({ ...prepared, riders: [...prepared.riders, creditRider(merchant, holder), notice] });
    return id;
  }

  /** What somebody has, in the order of the merchants' keys. */
  async ofHolder(holder: Uuid, page: Page): Promise<ListedCredit[]> {
    return this.#withBalances(await this.#store.ofHolder(holder, page));
  }

  /** Who has credit at a merchant, in the order of the holders' keys. */
  async ofMerchant(merchant: Uuid, page: Page): Promise<ListedCredit[]> {
    return this.#withBalances(await this.#store.ofMerchant(merchant, page));
  }

  /** An account stays for ever, so there is none for what could not be paid. */
  async #openToGive(from: Account, { merchant, holder, amount, principal, requestId }: Omit<Gift, 'comment'>): Promise<void> {
    await mustHold(this.#bank, from, amount).catch(async (refusal: unknown) => {
      // This is a retry, where the first attempt has opened it since; and no retry of what has paid for something else.
      if (await this.account(merchant, holder)) return;
      const paid = requestId !== '' && (await this.#bank.balanceOfTransaction(from, journalId(principal, requestId))) !== undefined;
      throw paid
        ? requestConflict(`the request id ${JSON.stringify(requestId)} was used for another request; a new one needs a new id`)
        : refusal;
    });
    await this.open(merchant, holder);
  }

  async #withBalances(rows: readonly Row[]): Promise<ListedCredit[]> {
    const found = await Promise.all(rows.map(({ merchant, holder }) => this.#bank.accounts.get(ownerOf(merchant, holder), NAME)));
    const balances = await this.#bank.spendable(found);
    return rows.map((row, index) => ({ ...row, account: found[index] as Account, balance: balances[index] ?? 0n }));
  }
}

function ownerOf(merchant: Uuid, holder: Uuid): Uuid {
  return deriveId('store credit', merchant, holder);
}
