import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Bank, type Charge, currencyMismatch, journalId, type Origin, type Prepared, requestHash, sameAccount } from '@scrip/bank';
import type { Rider } from '@scrip/database';
import { type AvatarKey, type Decimal, decimalOfMinor, isMore, type JournalId, type Uuid, ZERO } from '@scrip/kernel';
import type { Access } from '../access/store.ts';
import type { Credits } from '../credit/credits.ts';
import type { NewOrder } from '../orders/model.ts';
import { priceChanged, soldOut } from './errors.ts';
import type { Enquiry, Quote, Quotes } from './quotes.ts';
import { payeeOf } from './tills.ts';

/** What a buyer asks for. */
export interface Purchase extends Enquiry, Origin {
  /** Who gets it: the buyer, or whom it is a gift for. */
  readonly recipient: AvatarKey;
  readonly accountName: string;
  /** Whether store credit at the merchant pays first. */
  readonly useCredit: boolean;
  /** In major units; below zero: whatever it costs. */
  readonly maxPrice: Decimal;
}

type Outlay = Charge['from'][number];

/** What a purchase comes to, before anything is locked. */
export interface PurchasePlan {
  readonly quote: Quote;
  readonly order: NewOrder;
  /** Undefined where nothing is to be paid. */
  readonly payment: Prepared | undefined;
  readonly notices: readonly Rider[];
}

export interface PurchasePlannerOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly quotes: Quotes;
  readonly access: Access;
  readonly credits: Credits;
}

/** Finds out who would pay whom how much for what, and for whom. */
export class PurchasePlanner {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #quotes: Quotes;
  readonly #access: Access;
  readonly #credits: Credits;

  constructor({ avatars, bank, quotes, access, credits }: PurchasePlannerOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#quotes = quotes;
    this.#access = access;
    this.#credits = credits;
  }

  /**
   * Raises what `Quotes.find` raises, and bank.currency_mismatch, vend.price_changed, vend.sold_out. Merchants don't buy from
   * themselves: bank.same_account.
   */
  async plan(purchase: Purchase): Promise<PurchasePlan> {
    const { buyer, recipient, productId, accountName } = purchase;
    const quote = await this.#quotes.find(purchase);
    await this.#mustSell(purchase, quote);
    const { product, price, currency, vendor, affiliate } = quote;
    const { merchant, collectionId } = product;
    const purse = purchase.useCredit ? await this.#credits.purse(merchant, buyer, currency.code) : undefined;
    const creditUsed = least(price, purse?.balance ?? 0n);
    const payment = price > 0n ? await this.#charge(purchase, quote, purse && { account: purse.account, amount: creditUsed }) : undefined;
    const id = payment?.journal.id ?? journalId(purchase.principal, purchase.requestId);
    const people = { merchant, buyer, recipient, affiliate: affiliate ?? null, vendorId: vendor?.objectKey ?? null };
    const cost = { currency: currency.code, amount: price, creditUsed, accountName };
    return {
      quote,
      order: { id, requestHash: hashOf(purchase), productId, collectionId, ...people, ...cost },
      payment,
      notices: recipient === buyer ? [] : [await this.#giftNotice(purchase, quote, id)],
    };
  }

  async #mustSell({ buyer, recipient, productId, maxPrice }: Purchase, { product, price, currency }: Quote): Promise<void> {
    const { merchant } = product;
    if (buyer === merchant) throw sameAccount(`${buyer} sells product ${productId}; nobody buys from themselves`);
    if (recipient !== buyer) await this.#access.mustServe(merchant, recipient);
    const cost = decimalOfMinor(price, currency.scale);
    if (!isMore(ZERO, maxPrice) && isMore(cost, maxPrice))
      throw priceChanged(`product ${productId} costs ${cost} ${currency.code}; at most ${maxPrice} was to be paid`);
    if (product.quantity === 0) throw soldOut(`none of product ${productId} is left`);
  }

  /** `credit` pays first, and the account the rest. */
  async #charge(purchase: Purchase, { product, price, currency, shares }: Quote, credit: Outlay | undefined): Promise<Prepared> {
    const { buyer, accountName, principal, requestId, chain } = purchase;
    const account = await this.#bank.accounts.get(buyer, accountName);
    const rest = price - (credit?.amount ?? 0n);
    if (rest > 0n && account.currency.code !== currency.code) {
      throw currencyMismatch(`product ${product.id} is sold for ${currency.code}; ${account.name} is in ${account.currency.code}`);
    }
    const from = [...(credit ? [credit] : []), { account, amount: rest }];
    return this.#bank.charges.prepare({
      principal,
      requestId,
      ...(chain && { chain }),
      kind: 'sale',
      payer: buyer,
      from: from.filter(({ amount }) => amount > 0n),
      to: await Promise.all(
        shares.map(async ({ key, portion }) => ({ payee: await payeeOf(this.#bank, key, currency.code), amount: portion })),
      ),
      requestHash: hashOf(purchase),
      comment: `product ${product.id}: ${product.name}`,
      notify: false,
    });
  }

  async #giftNotice({ buyer, recipient }: Purchase, { product }: Quote, orderId: JournalId): Promise<Rider> {
    const name = (await this.#avatars.find(buyer))?.name ?? buyer;
    return notificationRider(recipient, 'gift', `${name} bought ${JSON.stringify(product.name)} for you; it is on its way`, orderId);
  }
}

/** What was asked for, in the caller's words: what comes out of it may be another price by the time of a retry. */
export function hashOf({ productId, recipient, vendorId, affiliate, accountName, useCredit, maxPrice }: Purchase): Uuid {
  const flags = [Number(useCredit), maxPrice];
  return requestHash('vend.buy', productId, recipient, vendorId.toLowerCase(), affiliate ?? '', accountName.toLowerCase(), ...flags);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
