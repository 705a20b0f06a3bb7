import type { Database, Prisma } from '@scrip/database';
import type { AvatarKey } from '@scrip/kernel';
import { lockCollection } from '../collections/lock.ts';
import type { Product } from '../model.ts';
import type { Orders } from '../orders/store.ts';
import { unknownProduct } from '../products/errors.ts';
import { notBought, ownProduct } from './errors.ts';

/** All votes on a product. */
export interface Tally {
  readonly votes: number;
  readonly ratingSum: number;
}

export interface VotesOptions {
  readonly database: Database;
  readonly orders: Orders;
}

/** What buyers think of products, from 1 to 5. */
export class Votes {
  readonly #database: Database;
  readonly #orders: Orders;

  constructor({ database, orders }: VotesOptions) {
    this.#database = database;
    this.#orders = orders;
  }

  /** What somebody has voted; undefined where they have not. */
  voteBy(akey: AvatarKey, { id }: Product): Promise<number | undefined> {
    return ratingBy(this.#database.prisma, akey, id);
  }

  /** One vote an avatar: another one changes it. Raises vend.own_product, vend.not_bought, vend.unknown_product. */
  async vote(product: Product, akey: AvatarKey, rating: number): Promise<Tally> {
    if (akey === product.merchant || akey === product.creator) throw ownProduct(`${akey} sells or made product ${product.id}`);
    if (!(await this.#orders.hasBought(product.id, akey))) throw notBought(`${akey} has not got product ${product.id}`);
    return this.#database.transaction(async (client) => {
      // Each vote counts on top of the one before.
      await lockCollection(client, product.collectionId);
      return this.#database.join(client, (prisma) => count(prisma, product, akey, rating));
    });
  }
}

/** Writes the vote, and what the product and its collection have of it. */
async function count(prisma: Prisma.TransactionClient, product: Product, akey: AvatarKey, rating: number): Promise<Tally> {
  const { id, collectionId } = product;
  const before = await ratingBy(prisma, akey, id);
  const change = { votes: { increment: before === undefined ? 1 : 0 }, ratingSum: { increment: rating - (before ?? 0) } };
  const [tally] = await prisma.vendProduct.updateManyAndReturn({
    where: { id, removedAt: null },
    data: change,
    select: { votes: true, ratingSum: true },
  });
  if (!tally) throw unknownProduct(`there is no product ${id} any more`);
  await prisma.vendCollection.update({ where: { id: collectionId }, data: change, select: { id: true } });
  await prisma.vendVote.upsert({
    where: { productId_akey: { productId: id, akey } },
    create: { productId: id, akey, rating },
    update: { rating, votedAt: new Date() },
    select: { rating: true },
  });
  return tally;
}

async function ratingBy(prisma: Prisma.TransactionClient, akey: AvatarKey, productId: number): Promise<number | undefined> {
  return (await prisma.vendVote.findUnique({ where: { productId_akey: { productId, akey } }, select: { rating: true } }))?.rating;
}
