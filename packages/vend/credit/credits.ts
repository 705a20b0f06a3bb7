import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Account, type Bank, firstAnswerTo, type Payee, type Prepared, requestHash, WORKING } from '@scrip/bank';
import type { Rider } from '@scrip/database';
import { type AvatarKey, deriveId, formatMinor, type JournalId, type OwnerKey, type Page, type Uuid } from '@scrip/kernel';
import { ownCredit } from './errors.ts';
import { mustHold } from './funds.ts';
import type { CreditGift, CreditGiftRequest, CreditParties, ListedCredit, Purse } from './model.ts';
import { type CreditStore, creditRider } from './store.ts';

const ACCOUNT = 'credit';

export interface CreditsOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly store: CreditStore;
}

/**
 * Store credit: money that somebody can spend at one merchant only. Each holder has an account of the books for each
 * merchant, in the currency of the merchant's `working`, and what is in it was paid for by the merchant or a gift card.
 */
export class Credits {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #store: CreditStore;

  constructor({ avatars, bank, store }: CreditsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#store = store;
  }

  /** Undefined where the holder never had any. */
  account(merchant: AvatarKey, holder: AvatarKey): Promise<Account | undefined> {
    return this.#bank.accounts.find(ownerOf(merchant, holder), ACCOUNT);
  }

  /** What pays first for something in this currency; undefined where the holder never had credit, or it is in another one. */
  async purse(merchant: AvatarKey, holder: AvatarKey, currency: string): Promise<Purse | undefined> {
    const account = await this.account(merchant, holder);
    if (account?.currency.code !== currency) return undefined;
    const [balance = 0n] = await this.#bank.balances.spendable([account]);
    return { account, balance };
  }

  /** Minor units; 0 where the holder never had any. */
  async balance(merchant: AvatarKey, holder: AvatarKey): Promise<bigint> {
    const account = await this.account(merchant, holder);
    return account ? ((await this.#bank.balances.spendable([account]))[0] ?? 0n) : 0n;
  }

  /** The account, opened where it is not there yet. Whatever is paid in takes `creditRider` along. Raises vend.own_credit. */
  async open(merchant: AvatarKey, holder: AvatarKey): Promise<Account> {
    if (merchant === holder) throw ownCredit(`${holder} is the merchant, who needs no credit there`);
    const there = await this.account(merchant, holder);
    if (there) return there;
    const { currency } = await this.#bank.accounts.get(merchant, WORKING);
    return this.#bank.accounts.open(ownerOf(merchant, holder), ACCOUNT, currency.code);
  }

  /** The credit of a holder, as somebody who is paid. */
  payee(merchant: AvatarKey, holder: AvatarKey): Payee {
    return { key: ownerOf(merchant, holder), account: ACCOUNT, mayChoose: true };
  }

  /** Pays credit out of the merchant's `working` and tells the holder; returns the transaction id. Raises as a payment does, and vend.own_credit. */
  async give(gift: CreditGiftRequest): Promise<JournalId> {
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

  async #prepare(gift: CreditGiftRequest): Promise<{ payment: Prepared; riders: readonly Rider[] }> {
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
    return { payment, riders: [creditRider(gift), notice] };
  }

  /** What somebody has, in the order of the merchants' keys. */
  async ofHolder(holder: AvatarKey, page: Page): Promise<ListedCredit[]> {
    return this.#withBalances(await this.#store.ofHolder(holder, page));
  }

  /** Who has credit at a merchant, in the order of the holders' keys. */
  async ofMerchant(merchant: AvatarKey, page: Page): Promise<ListedCredit[]> {
    return this.#withBalances(await this.#store.ofMerchant(merchant, page));
  }

  async #withBalances(parties: readonly CreditParties[]): Promise<ListedCredit[]> {
    const credits = await Promise.all(
      parties.map(async ({ merchant, holder }) => {
        return { merchant, holder, account: await this.#bank.accounts.get(ownerOf(merchant, holder), ACCOUNT) };
      }),
    );
    const balances = await this.#bank.balances.spendable(credits.map(({ account }) => account));
    return credits.map((credit, index) => ({ ...credit, balance: balances[index] ?? 0n }));
  }
}

function ownerOf(merchant: AvatarKey, holder: AvatarKey): OwnerKey {
  return deriveId('store credit', merchant, holder);
}

/** What was asked for: the comment as it came, since the one that is kept may be ours. */
export function hashOf({ merchant, holder, amount, comment }: CreditGift): Uuid {
  return requestHash('store credit', merchant, holder, amount, comment);
}
