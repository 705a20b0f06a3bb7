import { randomBytes } from 'node:crypto';
import type { Avatars } from '@scrip/avatars';
import {
  type Account,
  type Bank,
  currencyMismatch,
  firstAnswerTo,
  journalId,
  type Origin,
  type Prepared,
  requestHash,
  WORKING,
} from '@scrip/bank';
import type { MasterKey } from '@scrip/capability';
import { type Database, fullText } from '@scrip/database';
import { type Currency, deriveId, newId, type Page, type Uuid } from '@scrip/kernel';
import type { Access } from '../access/store.ts';
import type { Catalogue } from '../catalogue/store.ts';
import type { Credits } from '../credit/credits.ts';
import { mustHold } from '../credit/funds.ts';
import { CODE_BYTES, codeHash, codeOf } from './code.ts';
import { sellsNothing, tooManyGiftCards, unknownGiftCard } from './errors.ts';
import { type FundedCard, Redemptions } from './redemptions.ts';
import { type GiftCard, type NewCard, Store } from './store.ts';

export interface CardPurchase extends Origin {
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  readonly from: Account;
  /** Minor units of `from`. */
  readonly amount: bigint;
}

export interface GiftCardsOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly masterKey: MasterKey;
  readonly catalogue: Catalogue;
  readonly credits: Credits;
  readonly access: Access;
}

/** Those of one buyer that wait to be redeemed. */
export const MAX_WAITING = 1_000;
const NAME = 'card';

/**
 * Codes that are worth store credit at one merchant, once, to whoever redeems them. A card's money is in an account of its
 * own until then. Its code is kept as a hash, and sealed for the buyer.
 */
export class GiftCards {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #masterKey: MasterKey;
  readonly #catalogue: Catalogue;
  readonly #access: Access;
  readonly #store: Store;
  readonly redemptions: Redemptions;

  constructor({ database, avatars, bank, masterKey, catalogue, credits, access }: GiftCardsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#masterKey = masterKey;
    this.#catalogue = catalogue;
    this.#access = access;
    this.#store = new Store(database);
    this.redemptions = new Redemptions({ bank, credits, access, store: this.#store });
  }

  /** The same card for the same request. Raises as a payment does, vend.sells_nothing, vend.banned, vend.too_many_gift_cards. */
  async buy(purchase: CardPurchase): Promise<FundedCard> {
    const { buyer, principal } = purchase;
    const { deals } = this.#bank;
    const requestId = purchase.requestId || newId();
    const id = journalId(principal, requestId);
    const booked = firstAnswerTo({ principal, requestId, requestHash: hashOf(purchase) }, () => deals.booked(id));
    const card = await deals.settle({
      plan: () => this.#prepare(id, { ...purchase, requestId }),
      lock: (client) => this.#store.lockBuyer(client, buyer),
      book: async (client, { payment, card }) => {
        const added = await this.#store.add(client, card, MAX_WAITING);
        if (!added) throw tooMany(buyer);
        await deals.pay(client, payment);
        return added;
      },
      firstAnswer: async () => ((await booked()) ? this.#store.find(id) : undefined),
    });
    return this.#funded(card);
  }

  /** What would be refused is refused before there is an account for the card, which stays for ever. */
  async #prepare(id: Uuid, { merchant, buyer, from, amount, ...request }: CardPurchase): Promise<{ payment: Prepared; card: NewCard }> {
    await this.#checkPurchase({ merchant, buyer, from, amount });
    const account = await this.#bank.accounts.open(ownerOf(id), NAME, (await this.#currencyOf(merchant)).code);
    const payment = await this.#bank.charges.prepare({
      ...request,
      kind: 'gift_card',
      payer: buyer,
      from: [{ account: from, amount }],
      to: [{ payee: { key: account.owner, account: NAME, mayChoose: true }, amount }],
      requestHash: hashOf({ merchant, from, amount }),
      comment: `Gift card for ${(await this.#avatars.get(merchant)).name}`,
      notify: false,
    });
    const code = codeOf(randomBytes(CODE_BYTES));
    const secrets = { codeHash: codeHash(code) as Buffer, codeSealed: this.#masterKey.seal('gift-code', Buffer.from(code), id) };
    return { payment, card: { id, ...secrets, merchant, buyer, amount } };
  }

  /** The code as its buyer may see it. */
  codeOf({ id, codeSealed }: GiftCard): string {
    return this.#masterKey.open('gift-code', codeSealed, id).toString();
  }

  /** Raises vend.unknown_gift_card, which never tells the code. */
  async get(code: string): Promise<FundedCard> {
    const hash = codeHash(code);
    const card = hash && (await this.#store.findByCode(hash));
    if (!card) throw unknownGiftCard('no gift card has this code');
    return this.#funded(card);
  }

  /** Those that somebody has bought, newest first. */
  async boughtBy(buyer: Uuid, page: Page): Promise<FundedCard[]> {
    return Promise.all((await this.#store.list(buyer, page)).map((card) => this.#funded(card)));
  }

  async #checkPurchase({ merchant, buyer, from, amount }: Omit<CardPurchase, keyof Origin>): Promise<void> {
    if (!(await this.#catalogue.sells(merchant))) throw sellsNothing(`${merchant} has no collection of products`);
    await this.#access.mustServe(merchant, buyer);
    const { code } = await this.#currencyOf(merchant);
    if (from.currency.code !== code)
      throw currencyMismatch(`${from.name} is in ${from.currency.code}, and credit at ${merchant} in ${code}`);
    if ((await this.#store.waiting(buyer)) >= MAX_WAITING) throw tooMany(buyer);
    await mustHold(this.#bank, from, amount);
  }

  /** Of the credit that a card becomes. */
  async #currencyOf(merchant: Uuid): Promise<Currency> {
    return (await this.#bank.accounts.get(merchant, WORKING)).currency;
  }

  async #funded(card: GiftCard): Promise<FundedCard> {
    return { ...card, account: await this.#bank.accounts.get(ownerOf(card.id), NAME) };
  }
}

function ownerOf(id: Uuid): Uuid {
  return deriveId('gift card', id);
}

function hashOf({ merchant, from, amount }: Pick<CardPurchase, 'merchant' | 'from' | 'amount'>): Uuid {
  return requestHash('gift card', merchant, from.id, amount);
}

function tooMany(buyer: Uuid) {
  return tooManyGiftCards(fullText(buyer, MAX_WAITING, 'gift cards that wait to be redeemed'));
}
