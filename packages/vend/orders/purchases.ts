import { type Avatars, notificationRider } from '@scrip/avatars';
import {
  type Bank,
  currencyMismatch,
  insufficientFunds,
  journalId,
  type Origin,
  type Prepared,
  requestConflict,
  requestHash,
  sameAccount,
  unknownAccount,
} from '@scrip/bank';
import { type Rider, writeRiders } from '@scrip/database';
import { minorToMajor, type Uuid } from '@scrip/kernel';
import { Fault, isFault } from '@scrip/rpc';
import type { Access } from '../access/access.ts';
import { banned } from '../access/errors.ts';
import type { Credits } from '../credit/credits.ts';
import type { Product } from '../model.ts';
import { priceChanged, soldOut, tooManyOrders } from './errors.ts';
import type { NewOrder, Order } from './model.ts';
import { isSharedAlike } from './rules.ts';
import type { Store } from './store.ts';
import type { Terms, TermsOfSale, Wanted } from './terms.ts';
import { payeeOf } from './tills.ts';

export interface Purchase extends Wanted, Origin {
  /** Who gets it: the buyer, or whom it is a gift for. */
  readonly recipient: Uuid;
  readonly accountName: string;
  /** Whether store credit at the merchant pays first. */
  readonly useCredit: boolean;
  /** In major units; below zero: whatever it costs. */
  readonly maxPrice: number;
}

/** What a buyer is told of an order. */
export type Receipt = Pick<Order, 'id' | 'amount' | 'creditUsed' | 'currency' | 'state'>;

interface Plan {
  readonly terms: Terms;
  readonly order: NewOrder;
  /** Undefined where nothing is to be paid. */
  readonly payment: Prepared | undefined;
  readonly riders: readonly Rider[];
}

/** Bounds what free orders can make the database keep. */
export const MAX_WAITING = 100;
/** How often a purchase starts over because the product, or the buyer's credit, became another one meanwhile. */
const ATTEMPTS = 5;

/** The product is not as it was when its price was shared. */
class Changed extends Error {}

export interface PurchasesOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly store: Store;
  readonly terms: TermsOfSale;
  readonly access: Access;
  readonly credits: Credits;
}

/** Sells: the payment, its shares, the order and its first delivery are one transaction. */
export class Purchases {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #store: Store;
  readonly #terms: TermsOfSale;
  readonly #access: Access;
  readonly #credits: Credits;

  constructor({ avatars, bank, store, terms, access, credits }: PurchasesOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#store = store;
    this.#terms = terms;
    this.#access = access;
    this.#credits = credits;
  }

  /**
   * Buys one. A retry gets the order as it is by then. Raises what `TermsOfSale.find` raises and a payment does, and
   * bank.request_conflict, vend.price_changed, vend.sold_out, vend.too_many_orders. Merchants don't buy from themselves:
   * bank.same_account.
   */
  async buy(purchase: Purchase): Promise<Receipt> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // A refusal waits until it is known that this is no retry of what was sold before.
      const plan = await this.#plan(purchase).catch((error: unknown) => {
        if (error instanceof Fault) return error;
        throw error;
      });
      const receipt = await this.#book(purchase, plan);
      if (receipt) return receipt;
    }
    throw priceChanged(`product ${purchase.productId} is being changed at this moment; try again`);
  }

  async #plan(purchase: Purchase): Promise<Plan> {
    const { buyer, recipient, productId, maxPrice, useCredit } = purchase;
    const terms = await this.#terms.find(purchase);
    const { product, price, currency } = terms;
    const { merchant } = product;
    if (buyer === merchant) throw sameAccount(`${buyer} sells product ${productId}; nobody buys from themselves`);
    if (recipient !== buyer && (await this.#access.standing(merchant, recipient)).banned) {
      throw banned(`${merchant} sells nothing that is for ${recipient}`);
    }
    const cost = minorToMajor(price, currency);
    if (maxPrice >= 0 && cost > maxPrice)
      throw priceChanged(`product ${productId} costs ${cost} ${currency.code}; at most ${maxPrice} was to be paid`);
    if (product.quantity === 0) throw soldOut(`none of product ${productId} is left`);
    const payment = price > 0n ? await this.#pay(purchase, terms, useCredit) : undefined;
    const id = payment?.prepared.journal.id ?? journalId(purchase.principal, purchase.requestId);
    return {
      terms,
      payment: payment?.prepared,
      order: {
        id,
        requestHash: hashOf(purchase),
        productId,
        collectionId: product.collectionId,
        merchant,
        buyer,
        recipient,
        vendorId: terms.vendor?.objectKey ?? null,
        affiliate: terms.affiliate ?? null,
        currency: currency.code,
        amount: price,
        creditUsed: payment?.credit ?? 0n,
        accountName: purchase.accountName,
      },
      riders: recipient === buyer ? [] : [await this.#giftNotice(purchase, terms, id)],
    };
  }

  /** The store credit that can pay for a product: minor units of its currency. */
  async credit({ merchant, currency }: Product, buyer: Uuid): Promise<bigint> {
    const account = await this.#credits.account(merchant, buyer);
    return account?.currency.code === currency ? this.#credits.balance(merchant, buyer) : 0n;
  }

  async #pay(
    purchase: Purchase,
    { product, price, currency, shares }: Terms,
    useCredit: boolean,
  ): Promise<{ prepared: Prepared; credit: bigint }> {
    const { buyer, accountName } = purchase;
    const [account, creditAccount] = await Promise.all([
      this.#bank.accounts.get(buyer, accountName),
      useCredit ? this.#credits.account(product.merchant, buyer) : undefined,
    ]);
    const has = useCredit ? await this.credit(product, buyer) : 0n;
    const credit = has < price ? has : price;
    if (credit < price && account.currency.code !== currency.code) {
      throw currencyMismatch(`product ${product.id} is sold for ${currency.code}; ${account.name} is in ${account.currency.code}`);
    }
    const from = [...(creditAccount ? [{ account: creditAccount, amount: credit }] : []), { account, amount: price - credit }];
    const prepared = await this.#bank.charges.prepare({
      principal: purchase.principal,
      requestId: purchase.requestId,
      ...(purchase.chain && { chain: purchase.chain }),
      kind: 'sale',
      payer: buyer,
      from: from.filter(({ amount }) => amount > 0n),
      to: await Promise.all(shares.map(async ({ key, amount }) => ({ payee: await payeeOf(this.#bank, key, currency.code), amount }))),
      requestHash: hashOf(purchase),
      comment: `product ${product.id}: ${product.name}`,
      notify: false,
    });
    return { prepared, credit };
  }

  /** Undefined where the world has changed since it was planned: nothing was sold then. */
  async #book(purchase: Purchase, plan: Plan | Fault): Promise<Receipt | undefined> {
    const { buyer, productId, principal, requestId } = purchase;
    try {
      return await this.#store.transaction(async (rows, client) => {
        await rows.lockBuyer(buyer);
        const known = requestId === '' ? undefined : await rows.find(journalId(principal, requestId));
        if (known) return sameRequest(known, purchase);
        if (plan instanceof Fault) throw plan;
        if ((await rows.waiting(productId, buyer)) >= MAX_WAITING) {
          throw tooManyOrders(`${MAX_WAITING} orders of product ${productId} by ${buyer} wait to be delivered, which is the most`);
        }
        const { order, payment, riders, terms } = plan;
        const claim = async () => {
          const product = await rows.claim(productId);
          if (!product || !isSharedAlike(product, terms.product)) throw new Changed();
        };
        // Where there is an end, buyers queue here; otherwise they only meet for the moment that the sale is counted in.
        const limited = terms.product.quantity !== null;
        if (limited) await claim();
        if (payment) await this.#bank.poster.postWithin(client, payment);
        await rows.add(order);
        await writeRiders(client, riders);
        if (!limited) await claim();
        return { ...order, state: 'queued' } as const;
      });
    } catch (error) {
      if (error instanceof Changed || isPayeeGone(plan, error) || (await this.#creditIsGone(plan, error))) return undefined;
      throw error;
    }
  }

  /** Whether it failed for credit that was there when it was planned, and was spent since. */
  async #creditIsGone(plan: Plan | Fault, error: unknown): Promise<boolean> {
    if (plan instanceof Fault || !isFault(error, insufficientFunds)) return false;
    const { merchant, buyer, creditUsed } = plan.order;
    return creditUsed > 0n && (await this.#credits.balance(merchant, buyer)) < creditUsed;
  }

  async #giftNotice({ buyer, recipient }: Purchase, { product }: Terms, orderId: Uuid): Promise<Rider> {
    const name = (await this.#avatars.find(buyer))?.name ?? buyer;
    return notificationRider(recipient, 'gift', `${name} bought ${JSON.stringify(product.name)} for you; it is on its way`, orderId);
  }
}

/** Whether a group that has a share was dissolved since it was planned: no other account goes away. */
function isPayeeGone(plan: Plan | Fault, error: unknown): boolean {
  return !(plan instanceof Fault) && isFault(error, unknownAccount);
}

/** What was asked for, in the caller's words: what comes out of it may be another price by the time of a retry. */
function hashOf({ productId, recipient, vendorId, affiliate, accountName, useCredit, maxPrice }: Purchase): Uuid {
  const flags = [Number(useCredit), maxPrice];
  return requestHash('vend.buy', productId, recipient, vendorId.toLowerCase(), affiliate ?? '', accountName.toLowerCase(), ...flags);
}

function sameRequest(known: Order, purchase: Purchase): Order {
  if (known.requestHash === hashOf(purchase)) return known;
  throw requestConflict(
    `the request id ${JSON.stringify(purchase.requestId)} was used for another purchase; a retry must repeat it exactly, a new one needs a new id`,
  );
}
