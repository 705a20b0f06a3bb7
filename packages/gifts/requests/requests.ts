import { notificationRider } from '@scrip/avatars';
import { type Bank, Changed, toMinor, WORKING } from '@scrip/bank';
import type { Keep } from '@scrip/capability';
import { writeRiders } from '@scrip/database';
import { type Decimal, isMore, newId, ZERO } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { invalidExpiry, notAnAvatar } from '../errors.ts';
import type { Hooks } from '../hooks/hooks.ts';
import { calledName, type User } from '../users/model.ts';
import { shownUser } from '../users/shown.ts';
import type { UserNamed } from '../users/users.ts';
import type { Attributes } from '../words.ts';
import { type Contents, wireId } from './model.ts';
import type { RequestStore } from './store.ts';

export interface Wish {
  readonly named: UserNamed;
  readonly user: User;
  /** Seconds, or what is wrong with what came. */
  readonly expiry: number | string;
  readonly extra: Attributes;
  /** Major units; 0: no money. */
  readonly amount: Decimal;
  /** 0: no product. */
  readonly productId: number;
}

const NO_CONTENTS: Contents = { amount: 0n, currency: '', productId: null };

/** What users ask their friends for. */
export class Requests {
  readonly #bank: Bank;
  readonly #store: RequestStore;
  readonly #hooks: Hooks;

  constructor({ bank, store, hooks }: { readonly bank: Bank; readonly store: RequestStore; readonly hooks: Hooks }) {
    this.#bank = bank;
    this.#store = store;
    this.#hooks = hooks;
  }

  /**
   * Tells all friends, and returns the id of the request. The pre hook is asked before and, where another request of the same user
   * came between, once more: so a quota that it keeps is never exceeded. Raises gifts.invalid_expiry, gifts.not_an_avatar, gifts.vetoed,
   * gifts.hook_failed, gifts.too_many.
   */
  async make(wish: Wish, keep: Keep): Promise<string> {
    const { named, user, extra, expiry: expiry_s } = wish;
    if (typeof expiry_s === 'string') throw invalidExpiry(expiry_s);
    const contents = await this.#contentsOf(wish);
    const asked = {
      ...{ app_id: named.app, mode: named.mode, user_id: named.userId, user: shownUser(user), expiry: expiry_s, extra },
      ...{ amount: Number(wish.amount), prod_id: wish.productId },
    };
    const id = newId();
    const isRuled = this.#hooks.has('preRequest');
    await this.#bank.deals.settle({
      plan: async () => {
        if (!isRuled) return 0;
        const madeInDay = await this.#store.madeInDay(user.id);
        await this.#hooks.ask('preRequest', { ...asked, requests_in_last_day: madeInDay });
        return madeInDay;
      },
      lock: (client) => this.#store.lockUser(client, user.id),
      book: async (client, madeInDay) => {
        if (isRuled && (await this.#store.madeInDay(user.id, client)) !== madeInDay) throw new Changed();
        await this.#store.add(client, { id, app: user.appId, user: user.id, extra, ...contents, expiry_s });
        const friends = await this.#store.friendsAvatars(client, user.id);
        const text = `${calledName(user)} asks you for a gift`;
        await writeRiders(
          client,
          friends.map((friend) => notificationRider(friend, 'gift_request', text, wireId(id))),
        );
        await keep(client, wireId(id));
      },
    });
    await this.#hooks.tell('postRequest', { ...asked, request_id: wireId(id) });
    return wireId(id);
  }

  async #contentsOf({ user, amount, productId }: Wish): Promise<Contents> {
    const isMoney = isMore(amount, ZERO);
    if (!isMoney && productId === 0) return NO_CONTENTS;
    if (isMoney && productId !== 0) throw invalidParams('amount and prod_id both came; a gift is money or a product');
    if (user.avatar === null) throw notAnAvatar(`${calledName(user)} is no avatar, and can be given neither money nor products`);
    if (!isMoney) return { ...NO_CONTENTS, productId };
    const { currency } = await this.#bank.accounts.get(user.avatar, WORKING);
    return { amount: toMinor(amount, currency), currency: currency.code, productId: null };
  }
}
