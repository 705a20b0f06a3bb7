import { type Account, type Bank, journalId, type Prepared, requestHash } from '@scrip/bank';
import type { AvatarKey } from '@scrip/kernel';
import type { Access } from '../access/store.ts';
import type { Credits } from '../credit/credits.ts';
import { creditRider } from '../credit/store.ts';
import { giftCardRedeemed } from './errors.ts';
import type { FundedCard, GiftCard } from './model.ts';
import type { GiftCardStore } from './store.ts';

export interface Redeemed {
  readonly merchant: AvatarKey;
  /** The credit that it went to. */
  readonly credit: Account;
  /** Minor units, as the balance. */
  readonly amount: bigint;
  /** The credit as it was with this card, and before anything that came later. */
  readonly balance: bigint;
}

export interface RedemptionsOptions {
  readonly bank: Bank;
  readonly credits: Credits;
  readonly access: Access;
  readonly store: GiftCardStore;
}

const REDEMPTION = 'redeem';

/** Gift cards that become store credit, each once. */
export class Redemptions {
  readonly #bank: Bank;
  readonly #credits: Credits;
  readonly #access: Access;
  readonly #store: GiftCardStore;

  constructor({ bank, credits, access, store }: RedemptionsOptions) {
    this.#bank = bank;
    this.#credits = credits;
    this.#access = access;
    this.#store = store;
  }

  /**
   * Turns a card into store credit of whoever is first; for them it is the same answer every time. Raises as a payment does,
   * vend.gift_card_redeemed, vend.own_credit, vend.banned.
   */
  async redeem(card: FundedCard, by: AvatarKey): Promise<Redeemed> {
    const { id, merchant, amount, account } = card;
    if (!isRedeemedBy(card, by)) await this.#book(card, by);
    const credit = await this.#credits.open(merchant, by);
    const balance = await this.#bank.balances.after(journalId(account.owner, REDEMPTION), credit);
    if (balance === undefined) throw new Error(`gift card ${id} was redeemed by ${by}, whose credit does not show it`);
    return { merchant, credit, amount, balance };
  }

  #book(card: FundedCard, by: AvatarKey): Promise<true> {
    const { id, merchant } = card;
    const { deals } = this.#bank;
    return deals.settle({
      plan: () => this.#prepare(card, by),
      lock: (client) => this.#store.lock(client, id),
      book: async (client, payment, now): Promise<true> => {
        if (isRedeemedBy(now, by)) return true;
        await deals.pay(client, payment, [creditRider({ merchant, holder: by })]);
        await this.#store.redeem(client, id, by);
        return true;
      },
      firstAnswer: async () => {
        const now = await this.#store.find(id);
        return now && isRedeemedBy(now, by) ? true : undefined;
      },
    });
  }

  /** The payment's id is worked out of the card's, whoever redeems it: besides its row the books would not book it twice. */
  async #prepare({ id, merchant, amount, account }: FundedCard, by: AvatarKey): Promise<Prepared> {
    await this.#access.mustServe(merchant, by);
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
}

/** False for a card that nobody has redeemed. Raises vend.gift_card_redeemed where somebody else has. */
function isRedeemedBy({ redeemedBy }: Pick<GiftCard, 'redeemedBy'>, akey: AvatarKey): boolean {
  if (redeemedBy === null || redeemedBy === akey) return redeemedBy !== null;
  throw giftCardRedeemed('another avatar has redeemed this gift card');
}
