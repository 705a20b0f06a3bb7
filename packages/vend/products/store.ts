import type { Keep } from '@scrip/capability';
import { type Database, int4, type Queryable, statement, timestamptz, uuid } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type GroupKey, nameKey } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { OFFER, offerColumns, readOffer } from '../catalogue/columns.ts';
import { sharedOf } from '../catalogue/rules.ts';
import { lockCollection } from '../collections/lock.ts';
import type { Collection, Offer } from '../model.ts';
import { dropSearchable, putSearchable } from '../search/searchable.ts';
import { searchTerms } from '../search/terms.ts';
import type { ProductFacts } from './facts.ts';

/** Counts one more, if there is room. The commission can't change until the product is in. */
const MAKE_ROOM = statement({
  name: 'vend-product-make-room',
  text: `UPDATE vend_collection SET size = size + 1
         WHERE id = $1 AND name_key IS NOT NULL AND size < $2::int RETURNING commission`,
  params: [uuid, int4],
  row: { commission: int4 },
});

/** The collection comes before the product, as everywhere. Its commission must not change while shares are compared with it. */
const LOCK_COLLECTION = statement({
  name: 'vend-product-lock-collection',
  text: 'SELECT FROM vend_collection WHERE id = $1 FOR SHARE',
  params: [uuid],
});

const LOCK = statement({
  name: 'vend-product-lock',
  text: 'SELECT FROM vend_product WHERE id = $1 AND removed_at IS NULL FOR NO KEY UPDATE',
  params: [int4],
});

/**
 * A statement of its own after the lock: the one that waited for the lock would see the partners as they were before. `now`
 * is by the clock of the database, which dates all changes.
 */
const CURRENT = statement({
  name: 'vend-product-current',
  text: `SELECT ${offerColumns}, clock_timestamp() AS now FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id WHERE p.id = $1`,
  params: [int4],
  row: { ...OFFER, now: timestamptz },
});

const REMOVE = statement({
  name: 'vend-product-remove',
  text: `WITH removed AS (
           UPDATE vend_product SET removed_at = clock_timestamp(), changed_at = clock_timestamp()
           WHERE id = $1 AND removed_at IS NULL RETURNING collection_id)
         UPDATE vend_collection c SET size = size - 1 FROM removed r WHERE c.id = r.collection_id`,
  params: [int4],
});

/** Products before their partners, as in an update. */
const LOCK_SHARED = statement({
  name: 'vend-products-shared-lock',
  text: 'SELECT FROM vend_product WHERE id IN (SELECT product_id FROM vend_partner WHERE key = $1) ORDER BY id FOR NO KEY UPDATE',
  params: [uuid],
});

const FORGET_PARTNER = statement({
  name: 'vend-products-forget-partner',
  text: `WITH gone AS (DELETE FROM vend_partner WHERE key = $1 RETURNING product_id, share)
         UPDATE vend_product p SET shared = shared - gone.share FROM gone WHERE p.id = gone.product_id`,
  params: [uuid],
});

/** Changes products. */
export class ProductStore {
  readonly #database: Database;
  readonly #groups: Groups;

  constructor(database: Database, groups: Groups) {
    this.#database = database;
    this.#groups = groups;
  }

  /** The new product's id. `check` is told the commission that holds; `groups` are those among the partners, and must be there. */
  add(
    { id: collectionId, merchant }: Collection,
    facts: ProductFacts,
    {
      groups,
      most,
      check,
      keep,
    }: { readonly groups: readonly GroupKey[]; readonly most: number; check(commission: number): void; readonly keep: Keep },
  ): Promise<number | 'full' | 'gone' | 'no group'> {
    return this.#database.transaction(async (client) => {
      if (!(await this.#lockGroups(client, groups))) return 'no group';
      const room = await MAKE_ROOM.first(client, collectionId, most);
      if (room) check(room.commission);
      return this.#database.join(client, async (prisma) => {
        if (!room)
          return (await prisma.vendCollection.count({ where: { id: collectionId, nameKey: { not: null } } })) > 0 ? 'full' : 'gone';
        const { id } = await prisma.vendProduct.create({ data: { collectionId, merchant, ...columnsOf(facts) }, select: { id: true } });
        if (facts.partners.length > 0) await prisma.vendPartner.createMany({ data: partnersOf(id, facts) });
        await putSearchable(client, [id]);
        await keep(client, id);
        return id;
      });
    });
  }

  /**
   * Puts what `decide` makes of the product in its place, as one step among all changes of it; `decide` may run several
   * times. Partners stay as they are where `groups`, which are those among the new ones, is undefined.
   */
  update(
    { product: { id }, collection }: Offer,
    groups: readonly GroupKey[] | undefined,
    decide: (current: Offer) => { readonly facts: ProductFacts; readonly seen: boolean },
  ): Promise<'done' | 'gone' | 'no group'> {
    return this.#database.transaction(async (client) => {
      if (groups && !(await this.#lockGroups(client, groups))) return 'no group';
      await LOCK_COLLECTION.run(client, collection.id);
      if ((await LOCK.run(client, id)) === 0) return 'gone';
      const current = await CURRENT.first(client, id);
      if (!current) return 'gone';
      const { now, ...row } = current;
      const { facts, seen } = decide(readOffer(row));
      await this.#database.join(client, async (prisma) => {
        const data = { ...columnsOf(facts), ...(seen && { changedAt: now }) };
        await prisma.vendProduct.update({ where: { id }, data, select: { id: true } });
        await putSearchable(client, [id]);
        if (groups) {
          await prisma.vendPartner.deleteMany({ where: { productId: id } });
          if (facts.partners.length > 0) await prisma.vendPartner.createMany({ data: partnersOf(id, facts) });
        }
      });
      return 'done';
    });
  }

  /** False where it was removed before. */
  remove({ product, collection }: Offer): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      await lockCollection(client, collection.id);
      await dropSearchable(client, product.id);
      return (await REMOVE.run(client, product.id)) === 1;
    });
  }

  /** What the group shared in is the merchant's again; in the transaction that dissolves the group. */
  async forgetPartner(gkey: GroupKey, within: Queryable): Promise<void> {
    await LOCK_SHARED.run(within, gkey);
    await FORGET_PARTNER.run(within, gkey);
  }

  /** Groups first, in the order of their keys: a dissolution has its group locked before it comes to products. */
  async #lockGroups(client: PoolClient, groups: readonly GroupKey[]): Promise<boolean> {
    for (const gkey of groups.toSorted()) if (!(await this.#groups.lock(gkey, client))) return false;
    return true;
  }
}

/** `facts` may be a whole product: only these are written. */
function columnsOf(facts: ProductFacts) {
  const { creator, name, description, categories, tags, mature, price, currency, quantity, copy, modify, transfer } = facts;
  const { prims, textureKey, textureAnim, imageUrlPart, featured, creatorShare } = facts;
  const described = { name, nameKey: nameKey(name), description, categories: [...categories], tags, terms: searchTerms(facts), mature };
  const sold = { price, currency, quantity, copy, modify, transfer, creator, creatorShare, shared: sharedOf(facts) };
  return { ...described, ...sold, prims, textureKey, textureAnim, imageUrlPart, featured };
}

function partnersOf(productId: number, { partners }: ProductFacts) {
  return partners.map(({ key, share }) => ({ productId, key, share }));
}
