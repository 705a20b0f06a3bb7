import {
  bytea,
  ceiling,
  type Database,
  int8,
  lockOwner,
  nullable,
  pagedList,
  type Queryable,
  statement,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { AvatarKey, JournalId, Page } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { tooManyGiftCards } from './errors.ts';
import type { GiftCard, NewCard } from './model.ts';

/** Those of one buyer that wait to be redeemed. */
export const MAX_WAITING = 1_000;

const CEILING = ceiling({
  name: 'vend-gift-cards-waiting',
  things: 'gift cards that wait to be redeemed',
  count: 'SELECT count(*)::int AS n FROM vend_gift_card WHERE buyer = $1 AND redeemed_by IS NULL',
  params: [uuid],
  full: tooManyGiftCards,
});

/** Whoever redeems it waits here for whoever is redeeming it. */
const LOCK = statement({
  name: 'vend-gift-card-lock',
  text: 'SELECT redeemed_by AS "redeemedBy" FROM vend_gift_card WHERE id = $1 FOR NO KEY UPDATE',
  params: [uuid],
  row: { redeemedBy: nullable(uuid) },
});

const REDEEM = statement({
  name: 'vend-gift-card-redeem',
  text: 'UPDATE vend_gift_card SET redeemed_by = $2, redeemed_at = now() WHERE id = $1',
  params: [uuid, uuid],
});

const LIST = pagedList({
  name: 'vend-gift-cards',
  params: [uuid],
  row: { id: uuid, codeSealed: bytea, merchant: uuid, buyer: uuid, amount: int8, createdAt: timestamptz, redeemedBy: nullable(uuid) },
  after: uuid,
  order: ['created_at DESC', 'id DESC'],
  place: (after) => `vend_gift_card WHERE buyer = $1 AND id = ${after}`,
  text: ({ behind, order, slice }) =>
    `SELECT id, code_sealed AS "codeSealed", merchant, buyer, amount, created_at AS "createdAt", redeemed_by AS "redeemedBy"
     FROM vend_gift_card WHERE buyer = $1 AND ${behind} ${order} ${slice}`,
  isEmptyBehindUnknown: true,
});

const CARD = { id: true, codeSealed: true, merchant: true, buyer: true, amount: true, createdAt: true, redeemedBy: true } as const;

/** Gift cards; their money is in the books. */
export class GiftCardStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(id: JournalId): Promise<GiftCard | undefined> {
    return (await this.#database.prisma.vendGiftCard.findUnique({ where: { id }, select: CARD })) ?? undefined;
  }

  async findByCode(hash: Uint8Array): Promise<GiftCard | undefined> {
    const where = { codeHash: new Uint8Array(hash) };
    return (await this.#database.prisma.vendGiftCard.findUnique({ where, select: CARD })) ?? undefined;
  }

  /** A buyer's, newest first; none behind a card that is not theirs. */
  list(buyer: AvatarKey, page: Page): Promise<GiftCard[]> {
    return LIST.read(this.#database.pool, [buyer], page);
  }

  /** How many cards of one buyer wait to be redeemed is decided by one purchase at a time. */
  lockBuyer(client: Queryable, buyer: AvatarKey): Promise<void> {
    return lockOwner(client, 'gift cards', buyer);
  }

  /** Decides under the buyer's lock; without it, it is only a first look. Raises vend.too_many_gift_cards. */
  mustHaveRoom(buyer: AvatarKey, on: Queryable = this.#database.pool): Promise<void> {
    return CEILING.mustHaveRoom(on, MAX_WAITING, buyer, buyer);
  }

  add(client: PoolClient, card: NewCard): Promise<GiftCard> {
    // Copies, since Prisma Client takes no memory that could be shared with another thread.
    const data = { ...card, codeHash: new Uint8Array(card.codeHash), codeSealed: new Uint8Array(card.codeSealed) };
    return this.#database.join(client, ({ vendGiftCard }) => vendGiftCard.create({ data, select: CARD }));
  }

  /** Cards stay for ever, so one that was found is there. */
  async lock(client: Queryable, id: JournalId): Promise<Pick<GiftCard, 'redeemedBy'>> {
    const card = await LOCK.first(client, id);
    if (!card) throw new Error(`gift card ${id} was found and is gone`);
    return card;
  }

  async redeem(client: Queryable, id: JournalId, by: AvatarKey): Promise<void> {
    await REDEEM.run(client, id, by);
  }
}
