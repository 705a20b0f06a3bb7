import { notificationRider } from '@scrip/avatars';
import { type Bank, type Deal, requestHash } from '@scrip/bank';
import { type Rider, writeRiders } from '@scrip/database';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { alreadyAnswered, carriesNothing, carriesSomething, invalidRequest, notAnAvatar, requestExpired } from '../errors.ts';
import type { Hooks } from '../hooks/hooks.ts';
import { idOfWire, wireId } from '../requests/model.ts';
import { calledName } from '../users/model.ts';
import { shownUser } from '../users/shown.ts';
import { carriedDeal, type Giver, type Shop } from './carried.ts';
import type { Reply, Sought } from './model.ts';
import type { ReplyStore } from './store.ts';

export interface RepliesOptions {
  readonly bank: Bank;
  readonly shop: Shop;
  readonly store: ReplyStore;
  readonly hooks: Hooks;
}

interface Plan {
  readonly sought: Sought;
  /** How what the request asks for is given. */
  readonly gift?: { readonly deal: Deal<unknown, unknown, unknown>; readonly plan: unknown };
}

/** How users answer what their friends ask for. One answer of each friend counts: the same again is the same, another one is refused. */
export class Replies {
  readonly #bank: Bank;
  readonly #shop: Shop;
  readonly #store: ReplyStore;
  readonly #hooks: Hooks;

  constructor({ bank, shop, store, hooks }: RepliesOptions) {
    this.#bank = bank;
    this.#shop = shop;
    this.#store = store;
    this.#hooks = hooks;
  }

  /**
   * Answers without giving anything that this server knows of. Raises gifts.invalid_request, gifts.request_expired,
   * gifts.already_answered, gifts.carries_something, gifts.vetoed, gifts.hook_failed.
   */
  reply(named: { readonly mode: string; readonly userId: string }, reply: Reply): Promise<void> {
    return this.#settle(named, reply, (sought) => {
      if (!reply.accepted || !carries(sought)) return undefined;
      throw carriesSomething('the request asks for money or a product; gifts.give accepts it, with a login of the friend');
    });
  }

  /** Accepts and gives, in one transaction. Raises as `reply` and a payment or a purchase does, and gifts.carries_nothing. */
  async give(requestId: string, extra: Reply['extra'], giver: Giver): Promise<void> {
    const id = idOf(requestId);
    const user = id === undefined ? undefined : await this.#store.userOf(id, giver.principal.akey);
    if (!user) throw notFound(requestId);
    const reply = { user, requestId, accepted: true, extra };
    await this.#settle({ mode: 'avatar', userId: giver.principal.akey }, reply, (sought) => {
      if (!carries(sought)) throw carriesNothing('the request asks for neither money nor a product; gifts.reply accepts it');
      if (sought.requesterAvatar === null) throw notAnAvatar('who asks is no avatar any more, and can be given nothing');
      return carriedDeal({ bank: this.#bank, shop: this.#shop }, sought, sought.requesterAvatar, giver);
    });
  }

  async #settle(
    { mode, userId }: { readonly mode: string; readonly userId: string },
    reply: Reply,
    giftOf: (sought: Sought) => Deal<unknown, unknown, unknown> | undefined,
  ): Promise<void> {
    const { user, requestId, accepted, extra } = reply;
    const id = idOf(requestId);
    if (id === undefined) throw notFound(requestId);
    const hash = hashOf(reply);
    const asked = {
      ...{ app_id: user.appId, mode, user_id: userId, user: shownUser(user), request_id: wireId(id) },
      ...{ resp: accepted ? 'accept' : 'deny', extra },
    };
    const isNew = await this.#bank.deals.settle<Plan, unknown, boolean>({
      plan: async (attempt) => {
        const sought = await this.#sought(id, reply);
        await this.#hooks.ask('preReply', asked);
        const deal = giftOf(sought);
        return deal ? { sought, gift: { deal, plan: await deal.plan(attempt) } } : { sought };
      },
      lock: async () => undefined,
      book: async (client, { sought, gift }) => {
        if (!(await this.#store.add(client, { request: id, user: user.id, hash, accepted, extra }))) throw answered(requestId);
        await writeRiders(client, noticesOf(reply, sought.requesterAvatar));
        if (gift) await gift.deal.book(client, gift.plan, await gift.deal.lock(client));
        return true;
      },
      firstAnswer: async () => {
        const first = await this.#store.hashOf(id, user.id);
        if (first !== undefined && first !== hash) throw answered(requestId);
        return first === undefined ? undefined : false;
      },
      isStale: async (refusal, { gift }) => (await gift?.deal.isStale?.(refusal, gift.plan)) ?? false,
    });
    if (isNew) await this.#hooks.tell('postReply', asked);
  }

  async #sought(id: Uuid, { user, requestId }: Reply): Promise<Sought> {
    const sought = await this.#store.seek(id, user.id);
    if (!sought || !(sought.isFriend || sought.isAnswered)) throw notFound(requestId);
    if (sought.isAnswered) throw answered(requestId);
    if (sought.isExpired) throw requestExpired(`Request with id='${requestId}' has expired`);
    return sought;
  }
}

function carries({ amount, productId }: Sought): boolean {
  return amount > 0n || productId !== null;
}

/** In the document's words. */
function idOf(requestId: string): Uuid | undefined {
  if (requestId === '') throw invalidRequest('Request ID not passed');
  return idOfWire(requestId);
}

function notFound(requestId: string) {
  return invalidRequest(`Request with id='${requestId}' not found`);
}

function answered(requestId: string) {
  return alreadyAnswered(`Request with id='${requestId}' was answered in another way`);
}

function hashOf({ accepted, extra }: Reply): Uuid {
  const attributes = Object.entries(extra).sort(([a], [b]) => (a < b ? -1 : 1));
  return requestHash('gifts.reply', accepted ? 'accept' : 'deny', JSON.stringify(attributes));
}

/** The attributes go along: this is how they get to an avatar who asked. */
function noticesOf({ user, requestId, accepted, extra }: Reply, requester: AvatarKey | null): Rider[] {
  if (requester === null) return [];
  const attributes = Object.keys(extra).length === 0 ? '' : `: ${JSON.stringify(extra)}`;
  const text = `${calledName(user)} ${accepted ? 'accepts' : 'denies'} your request for a gift${attributes}`;
  return [notificationRider(requester, 'gift_reply', text, requestId.toLowerCase())];
}
