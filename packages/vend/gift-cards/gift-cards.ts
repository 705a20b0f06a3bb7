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
import type { Database } from '@scrip/database';
import { type Currency, deriveId, newId, type Page, type Uuid } from '@scrip/kernel';
import type { Access } from '../access/access.ts';
import { banned } from '../access/errors.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Credits } from '../credit/credits.ts';
import { creditRider } from '../credit/store.ts';
import { mustHold } from '../funds.ts';
import { CODE_BYTES, codeHash, codeOf } from './code.ts';
import { giftCardRedeemed, sellsNothing, tooManyGiftCards, unknownGiftCard } from './errors.ts';
import { type GiftCard, type NewCard, Store } from './store.ts';

export interface CardPurchase extends Origin {
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  readonly from: Account;
  /** Minor units of `from`. */
  readonly amount: bigint;
}

/** A card with the account that its amount is, or was, in. */
export interface FundedCard extends GiftCard {
  readonly account: Account;
}

export interface Redeemed {
  readonly merchant: Uuid;
  /** The credit that it went to. */
  readonly credit: Account;
  /** Minor units, as the balance. */
  readonly amount: bigint;
  /** The credit as it was with this card, and before anything that came later. */
  readonly balance: bigint;
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
const REDEMPTION = 'redeem';

/**
 * Codes that are worth store credit at one merchant, once, to whoever redeems them. A card's money is in an account of its
 * own until then. Its code is kept as a hash, and sealed for the buyer.
 */
export class GiftCards {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #masterKey: MasterKey;
  readonly #catalogue: Catalogue;
  readonly #credits: Credits;
  readonly #access: Access;
  readonly #store: Store;

  constructor({ database, avatars, bank, masterKey, catalogue, credits, access }: GiftCardsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#masterKey = masterKey;
    this.#catalogue = catalogue;
    this.#credits = credits;
    this.#access = access;
    this.#store = new Store(database);
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

  /**
   * Turns a card into store credit of whoever is first; for them it is the same answer every time. Raises as a payment does,
   * vend.unknown_gift_card, vend.gift_card_redeemed, vend.own_credit, vend.banned.
   */
  async redeem(code: string, by: Uuid): Promise<Redeemed> {
    const { deals } = this.#bank;
    const found = await this.get(code);
    const card = isRedeemedBy(found, by)
      ? found
      : await deals.settle({
          plan: () => this.#prepareRedemption(found, by),
          lock: (client) => this.#store.lock(client, found.id),
          book: async (client, payment, locked) => {
            if (isRedeemedBy(locked, by)) return locked;
            await deals.pay(client, payment, [creditRider(locked.merchant, by)]);
            await this.#store.redeem(client, locked.id, by);
            return locked;
          },
          firstAnswer: async () => {
            const card = await this.#store.find(found.id);
            return card && isRedeemedBy(card, by) ? card : undefined;
          },
        });
    const { merchant, amount } = card;
    const credit = await this.#credits.open(merchant, by);
    const balance = await this.#bank.balanceOfTransaction(credit, journalId(ownerOf(card.id), REDEMPTION));
    if (balance === undefined) throw new Error(`gift card ${card.id} was redeemed by ${by}, whose credit does not show it`);
    return { merchant, credit, amount, balance };
  }

  /** The payment's id is worked out of the card's, whoever redeems it: besides its row the books would not book it twice. */
  async #prepareRedemption({ id, merchant, amount, account }: FundedCard, by: Uuid): Promise<Prepared> {
    await this.#mustBeWelcome(merchant, by);
    const credit = await this.#credits.open(merchant, by);
    return this.#bank.charges.prepare({
      principal: account.owner,
      requestId: REDEMPTION,
      kind: 'gift_card',
      payer: account.owner,
      from: [{ account, amount }],
      to: [{ payee: this.#credits.payee(merchant, by), amount }],
      requestHash: requestHash('redeem gift card', id, credit.id),
      comment: '',
      notify: false,
    });
  }

  async #checkPurchase({ merchant, buyer, from, amount }: Omit<CardPurchase, keyof Origin>): Promise<void> {
    if (!(await this.#catalogue.sells(merchant))) throw sellsNothing(`${merchant} has no collection of products`);
    await this.#mustBeWelcome(merchant, buyer);
    const { code } = await this.#currencyOf(merchant);
    if (from.currency.code !== code)
      throw currencyMismatch(`${from.name} is in ${from.currency.code}, and credit at ${merchant} in ${code}`);
    if ((await this.#store.waiting(buyer)) >= MAX_WAITING) throw tooMany(buyer);
    await mustHold(this.#bank, from, amount);
  }

  async #mustBeWelcome(merchant: Uuid, akey: Uuid): Promise<void> {
    if ((await this.#access.standing(merchant, akey)).banned) throw banned(`${merchant} has banned ${akey}`);
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

/** False for a card that nobody has redeemed. Raises vend.gift_card_redeemed where somebody else has. */
function isRedeemedBy({ redeemedBy }: GiftCard, akey: Uuid): boolean {
  if (redeemedBy === null || redeemedBy === akey) return redeemedBy !== null;
  throw giftCardRedeemed('another avatar has redeemed this gift card');
}

function tooMany(buyer: Uuid) {
  return tooManyGiftCards(`${buyer} has ${MAX_WAITING} gift cards that wait to be redeemed, which is the most`);
}
