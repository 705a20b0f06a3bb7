import { array, bool, type Database, int4, statement, text, uuid } from '@scrip/database';
import { type AvatarKey, type GroupKey, nameKeys, type Uuid } from '@scrip/kernel';
import type { Collection, Offer } from '../model.ts';
import { COLLECTION, collectionColumns, OFFER, offerColumns, readOffer } from './columns.ts';

const BY_NAME = statement({
  name: 'vend-collection-by-name',
  text: `SELECT ${collectionColumns} FROM vend_collection c WHERE c.creator = $1 AND c.name_key = ANY ($2::text[])
         ORDER BY array_position($2::text[], c.name_key) LIMIT 1`,
  params: [uuid, array(text)],
  row: COLLECTION,
});

const BY_ID = statement({
  name: 'vend-collection',
  text: `SELECT ${collectionColumns} FROM vend_collection c WHERE c.id = $1`,
  params: [uuid],
  row: COLLECTION,
});

const OFFER_BY_ID = statement({
  name: 'vend-offer',
  text: `SELECT ${offerColumns} FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id WHERE p.id = $1`,
  params: [int4],
  row: OFFER,
});

const SELLS = statement({
  name: 'vend-sells',
  text: 'SELECT EXISTS (SELECT FROM vend_collection WHERE creator = $1 AND name_key IS NOT NULL) AS sells',
  params: [uuid],
  row: { sells: bool },
});

/** By three indexes; the first are those of the merchants. */
const PRIVATE = statement({
  name: 'vend-private-collections',
  text: `SELECT id FROM (
           SELECT id, 0 AS rank FROM vend_collection WHERE creator = ANY ($1::uuid[]) AND NOT public AND name_key IS NOT NULL
           UNION ALL
           SELECT id, 1 FROM vend_collection WHERE affiliate_group = ANY ($2::uuid[]) AND NOT public AND name_key IS NOT NULL
           UNION ALL
           SELECT id, 1 FROM vend_collection WHERE manager_group = ANY ($2::uuid[]) AND NOT public AND name_key IS NOT NULL) AS found
         GROUP BY id ORDER BY min(rank), id LIMIT $3::int`,
  params: [array(uuid), array(uuid), int4],
  row: { id: uuid },
});

/** Looks up collections and products, for everything else here. */
export class Catalogue {
  readonly #pool: Database['pool'];

  constructor({ pool }: Database) {
    this.#pool = pool;
  }

  /** A merchant's collection by its name, in any case, public or private. A removed one has no name any more. */
  collectionNamed(merchant: AvatarKey, name: string): Promise<Collection | undefined> {
    return BY_NAME.first(this.#pool, merchant, nameKeys(name));
  }

  /** By its id; removed ones too. */
  collection(id: Uuid): Promise<Collection | undefined> {
    return BY_ID.first(this.#pool, id);
  }

  /** A product and its collection. Removed ones come too; `removedAt` tells. */
  async offer(productId: number): Promise<Offer | undefined> {
    const row = await OFFER_BY_ID.first(this.#pool, productId);
    return row && readOffer(row);
  }

  /** Whether an avatar has a collection at all, and so is a merchant. */
  async sells(merchant: AvatarKey): Promise<boolean> {
    return (await SELLS.first(this.#pool, merchant))?.sells === true;
  }

  /** Those of these merchants first, then those with one of these groups. */
  async privateCollections(merchants: readonly AvatarKey[], groups: readonly GroupKey[], limit: number): Promise<Uuid[]> {
    return (await PRIVATE.all(this.#pool, merchants, groups, limit)).map(({ id }) => id);
  }
}
