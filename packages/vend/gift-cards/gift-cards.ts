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
import { type AvatarKey, type Currency, deriveId, type JournalId, newId, type OwnerKey, type Page, type Uuid } from '@scrip/kernel';
import type { Access } from '../access/store.ts';
import type { Catalogue } from '../catalogue/store.ts';
import { mustHold } from '../credit/funds.ts';
import { CODE_BYTES, codeHash, codeOf, hashOfCode } from './code.ts';
import { sellsNothing, unknownGiftCard } from './errors.ts';
import type { FundedCard, GiftCard, NewCard } from './model.ts';
import type { GiftCardStore } from './store.ts';

export interface CardPurchase extends Origin {
  readonly merchant: AvatarKey;
  readonly buyer: AvatarKey;
  readonly from: Account;
  /** Minor units of `from`. */
  readonly amount: bigint;
}

export interface GiftCardsOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly masterKey: MasterKey;
  readonly catalogue: Catalogue;
  readonly access: Access;
  readonly store: GiftCardStore;
}

const ACCOUNT = 'card';

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
  readonly #store: GiftCardStore;

  constructor({ avatars, bank, masterKey, catalogue, access, store }: GiftCardsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#masterKey = masterKey;
    this.#catalogue = catalogue;
    this.#access = access;
    this.#store = store;
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
        await this.#store.mustHaveRoom(buyer, client);
        await deals.pay(client, payment);
        return this.#store.add(client, card);
      },
      firstAnswer: async () => ((await booked()) ? this.#store.find(id) : undefined),
    });
    return this.#funded(card);
  }

  /** What would be refused is refused before there is an account for the card, which stays for ever. */
  async #prepare(
    id: JournalId,
    { merchant, buyer, from, amount, ...request }: CardPurchase,
  ): Promise<{ payment: Prepared; card: NewCard }> {
    await this.#checkPurchase({ merchant, buyer, from, amount });
    const account = await this.#bank.accounts.open(ownerOf(id), ACCOUNT, (await this.#currencyOf(merchant)).code);
    const payment = await this.#bank.charges.prepare({
      ...request,
      kind: 'gift_card',
      payer: buyer,
      from: [{ account: from, amount }],
      to: [{ payee: { key: account.owner, account: ACCOUNT, mayChoose: true }, amount }],
      requestHash: hashOf({ merchant, from, amount }),
      comment: `Gift card for ${(await this.#avatars.get(merchant)).name}`,
      notify: false,
    });
    const code = codeOf(randomBytes(CODE_BYTES));
    const secrets = { codeHash: hashOfCode(code), codeSealed: this.#masterKey.seal('gift-code', Buffer.from(code), id) };
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
  async boughtBy(buyer: AvatarKey, page: Page): Promise<FundedCard[]> {
    return Promise.all((await this.#store.list(buyer, page)).map((card) => this.#funded(card)));
  }

  async #checkPurchase({ merchant, buyer, from, amount }: Omit<CardPurchase, keyof Origin>): Promise<void> {
    if (!(await this.#catalogue.sells(merchant))) throw sellsNothing(`${merchant} has no collection of products`);
    await this.#access.mustServe(merchant, buyer);
    const { code } = await this.#currencyOf(merchant);
    if (from.currency.code !== code)
      throw currencyMismatch(`${from.name} is in ${from.currency.code}, and credit at ${merchant} in ${code}`);
    await this.#store.mustHaveRoom(buyer);
    await mustHold(this.#bank, from, amount);
  }

  /** Of the credit that a card becomes. */
  async #currencyOf(merchant: AvatarKey): Promise<Currency> {
    return (await this.#bank.accounts.get(merchant, WORKING)).currency;
  }

  async #funded(card: GiftCard): Promise<FundedCard> {
    return { ...card, account: await this.#bank.accounts.get(ownerOf(card.id), ACCOUNT) };
  }
}

function ownerOf(id: JournalId): OwnerKey {
  return deriveId('gift card', id);
}

function hashOf({ merchant, from, amount }: Pick<CardPurchase, 'merchant' | 'from' | 'amount'>): Uuid {
  return requestHash('gift card', merchant, from.id, amount);
}
