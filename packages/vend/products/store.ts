import { nameKey } from '@scrip/avatars';
import {
  array,
  bool,
  type Database,
  int4,
  int8,
  nullable,
  pagedList,
  present,
  type SqlType,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Page, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { offerColumns, productColumns, readOffer } from '../catalogue/columns.ts';
import { sharedOf } from '../catalogue/rules.ts';
import type { Collection, Offer, Partner, Product } from '../model.ts';
import { dropSearchable, putSearchable } from '../search/searchable.ts';
import { searchTerms } from '../search/terms.ts';
import type { Facts } from './facts.ts';

/** One more, if there is room. The commission stays what it is until the product is in. */
const MAKE_ROOM = `UPDATE vend_collection SET size = size + 1
  WHERE id = $1 AND name_key IS NOT NULL AND size < $2::int RETURNING commission`;

const IS_THERE = 'SELECT FROM vend_collection WHERE id = $1 AND name_key IS NOT NULL';

/** The columns that hold facts, in the order of `columnsOf`. */
const COLUMNS = `creator, name, name_key, description, categories, tags, terms, mature, price, currency, quantity, copy, modify, transfer,
  prims, texture_key, texture_anim, image_url_part, featured, creator_share, shared`;

const INSERT = `INSERT INTO vend_product (collection_id, merchant, ${COLUMNS})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) RETURNING id`;

const UPDATE = `UPDATE vend_product SET (${COLUMNS}) =
    ($3::uuid, $4, $5, $6, $7::text[], $8, $9::text[], $10::boolean, $11::bigint, $12, $13::int, $14::boolean, $15::boolean, $16::boolean,
     $17::int, $18, $19, $20, $21::boolean, $22::int, $23::int),
    changed_at = CASE WHEN $2::boolean THEN clock_timestamp() ELSE changed_at END
  WHERE id = $1`;

const WRITE_PARTNERS = `INSERT INTO vend_partner (product_id, key, share) SELECT $1::int, * FROM unnest($2::uuid[], $3::int[])`;

/** The collection first, as everywhere: its commission must stay what it is while shares are compared with it. */
const LOCK_COLLECTION = 'SELECT FROM vend_collection WHERE id = $1 FOR SHARE';

const LOCK = 'SELECT FROM vend_product WHERE id = $1 AND removed_at IS NULL FOR NO KEY UPDATE';

/** After the lock, in a statement of its own: one that waited would see the partners as they were before. */
const CURRENT = `SELECT ${offerColumns} FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id WHERE p.id = $1`;

const LOCK_TO_SHRINK = 'SELECT FROM vend_collection WHERE id = $1 FOR NO KEY UPDATE';

const REMOVE = `WITH removed AS (
    UPDATE vend_product SET removed_at = clock_timestamp(), changed_at = clock_timestamp()
    WHERE id = $1 AND removed_at IS NULL RETURNING collection_id)
  UPDATE vend_collection c SET size = size - 1 FROM removed r WHERE c.id = r.collection_id`;

const PARTNERS: SqlType<readonly Partner[]> = { name: 'json', nullable: false, quoted: true };

const LIST = pagedList({
  name: 'vend-products',
  params: [uuid],
  row: {
    id: int4,
    collectionId: uuid,
    merchant: uuid,
    creator: uuid,
    name: text,
    description: text,
    categories: present(array(text)),
    tags: text,
    mature: bool,
    price: int8,
    currency: text,
    quantity: nullable(int4),
    copy: bool,
    modify: bool,
    transfer: bool,
    prims: int4,
    textureKey: text,
    textureAnim: text,
    imageUrlPart: text,
    featured: bool,
    creatorShare: int4,
    partners: PARTNERS,
    sales: int4,
    votes: int4,
    ratingSum: int4,
    createdAt: timestamptz,
    changedAt: timestamptz,
    removedAt: nullable(timestamptz),
  },
  // Pages begin behind a number, which comes as its digits.
  after: { ...text, name: 'int4' },
  order: ['p.id'],
  text: ({ behind, order, slice }) =>
    `SELECT ${productColumns} FROM vend_product p WHERE p.collection_id = $1 AND p.removed_at IS NULL AND ${behind} ${order} ${slice}`,
});

/** Products before their partners, as in an update. */
const LOCK_SHARED = `SELECT FROM vend_product WHERE id IN (SELECT product_id FROM vend_partner WHERE key = $1) ORDER BY id FOR NO KEY UPDATE`;

const FORGET_PARTNER = `WITH gone AS (DELETE FROM vend_partner WHERE key = $1 RETURNING product_id, share)
  UPDATE vend_product p SET shared = shared - gone.share FROM gone WHERE p.id = gone.product_id`;

/** Changes products, and reads them as those see them who may see the collection. */
export class Store {
  readonly #database: Database;
  readonly #groups: Groups;

  constructor(database: Database, groups: Groups) {
    this.#database = database;
    this.#groups = groups;
  }

  /** The new product's id. `check` is told the commission that holds; `groups` are those among the partners, and must be there. */
  add(
    { id, merchant }: Collection,
    facts: Facts,
    { groups, most, check }: { readonly groups: readonly Uuid[]; readonly most: number; check(commission: number): void },
  ): Promise<number | 'full' | 'gone' | 'no group'> {
    return this.#database.transaction(async (client) => {
      if (!(await this.#lockGroups(client, groups))) return 'no group';
      const [room] = (await client.query<{ commission: number }>(MAKE_ROOM, [id, most])).rows;
      if (!room) return (await client.query(IS_THERE, [id])).rows.length > 0 ? 'full' : 'gone';
      check(room.commission);
      const { rows } = await client.query<{ id: number }>(INSERT, [id, merchant, ...columnsOf(facts)]);
      const product = rows[0]?.id as number;
      await writePartners(client, product, facts);
      await putSearchable(client, [product]);
      return product;
    });
  }

  /**
   * Puts what `decide` makes of the product in its place, as one step among all changes of it; `decide` may run several
   * times. Partners stay as they are where `groups`, which are those among the new ones, is undefined.
   */
  update(
    { product, collection }: Offer,
    groups: readonly Uuid[] | undefined,
    decide: (current: Offer) => { readonly facts: Facts; readonly seen: boolean },
  ): Promise<'done' | 'gone' | 'no group'> {
    return this.#database.transaction(async (client) => {
      if (groups && !(await this.#lockGroups(client, groups))) return 'no group';
      await client.query(LOCK_COLLECTION, [collection.id]);
      if ((await client.query(LOCK, [product.id])).rows.length === 0) return 'gone';
      const [row] = (await client.query<Record<string, unknown>>(CURRENT, [product.id])).rows;
      const { facts, seen } = decide(readOffer(row ?? {}));
      await client.query(UPDATE, [product.id, seen, ...columnsOf(facts)]);
      await putSearchable(client, [product.id]);
      if (groups) {
        await client.query('DELETE FROM vend_partner WHERE product_id = $1', [product.id]);
        await writePartners(client, product.id, facts);
      }
      return 'done';
    });
  }

  /** False where it was removed before. */
  remove({ product, collection }: Offer): Promise<boolean> {
    return this.#database.transaction(async (client) => {
      await client.query(LOCK_TO_SHRINK, [collection.id]);
      await dropSearchable(client, product.id);
      return (await client.query(REMOVE, [product.id])).rowCount === 1;
    });
  }

  /** In the order of their ids. */
  list(collectionId: Uuid, page: Page): Promise<Product[]> {
    return LIST.read(this.#database.pool, [collectionId], page);
  }

  /** What the group shared in is the merchant's again; in the transaction that dissolves the group. */
  async forgetPartner(gkey: Uuid, within: Pick<PoolClient, 'query'>): Promise<void> {
    await within.query(LOCK_SHARED, [gkey]);
    await within.query(FORGET_PARTNER, [gkey]);
  }

  /** Groups first, in the order of their keys: a dissolution has its group locked before it comes to products. */
  async #lockGroups(client: PoolClient, groups: readonly Uuid[]): Promise<boolean> {
    for (const gkey of groups.toSorted()) if (!(await this.#groups.lock(gkey, client))) return false;
    return true;
  }
}

function columnsOf(facts: Facts): unknown[] {
  const { creator, name, description, categories, tags, mature, price, currency, quantity, copy, modify, transfer } = facts;
  const { prims, textureKey, textureAnim, imageUrlPart, featured, creatorShare } = facts;
  const described = [name, nameKey(name), description, categories, tags, searchTerms(facts), mature];
  const sold = [price, currency, quantity, copy, modify, transfer];
  return [creator, ...described, ...sold, prims, textureKey, textureAnim, imageUrlPart, featured, creatorShare, sharedOf(facts)];
}

async function writePartners(client: PoolClient, product: number, { partners }: Facts): Promise<void> {
  if (partners.length === 0) return;
  await client.query(WRITE_PARTNERS, [product, partners.map(({ key }) => key), partners.map(({ share }) => share)]);
}
