import type { Keep } from '@scrip/capability';
import { ceiling, type Database, lockOwner, type Prisma, statement, uuid } from '@scrip/database';
import { type AvatarKey, nameKey, type Uuid } from '@scrip/kernel';
import { COLLECTION, collectionColumns } from '../catalogue/columns.ts';
import type { Collection } from '../model.ts';
import { tooManyCollections } from './errors.ts';

/** What the merchant says of a collection. */
export type CollectionSettings = Pick<
  Collection,
  'name' | 'public' | 'description' | 'tags' | 'imageUrlPart' | 'textureKey' | 'commission' | 'affiliateGroup' | 'managerGroup'
>;

/** What one merchant calls collections, and how many there are, is decided by one call at a time. */
const LOCKED = 'collections';

const CEILING = ceiling({
  name: 'vend-collections-of-merchant',
  things: 'collections',
  count: 'SELECT count(*)::int AS n FROM vend_collection WHERE creator = $1 AND name_key IS NOT NULL',
  params: [uuid],
  full: tooManyCollections,
});

/** Products that are added or change their shares wait here, and see the commission that holds then. */
const LOCK = statement({
  name: 'vend-collection-lock',
  text: `SELECT ${collectionColumns} FROM vend_collection c WHERE c.id = $1 AND c.name_key IS NOT NULL FOR NO KEY UPDATE`,
  params: [uuid],
  row: COLLECTION,
});

const REMOVE = statement({
  name: 'vend-collection-remove',
  text: 'UPDATE vend_collection SET name_key = NULL, removed_at = clock_timestamp() WHERE id = $1',
  params: [uuid],
});

/** What vend.createCollection answers. */
export const CREATED = 1;

/** Changes collections. */
export class CollectionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** `most` is how many collections one merchant may have. Raises vend.too_many_collections. */
  create(id: Uuid, merchant: AvatarKey, settings: CollectionSettings, most: number, keep: Keep): Promise<'done' | 'taken'> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, merchant);
      return this.#database.join(client, async (prisma) => {
        if (await idOfNamed(prisma, merchant, settings.name)) return 'taken';
        await CEILING.mustHaveRoom(client, most, merchant, merchant);
        await prisma.vendCollection.create({ data: { id, creator: merchant, ...columnsOf(settings) }, select: { id: true } });
        await keep(client, CREATED);
        return 'done';
      });
    });
  }

  /**
   * `decide` sees the collection as it is and, where a commission is to be compared with it, the most that the creator and
   * the partners of a product in it share: a read of the whole collection. It may run several times.
   */
  update(
    { id, merchant }: Collection,
    withShares: boolean,
    decide: (current: Collection, mostShared: number) => CollectionSettings,
  ): Promise<'done' | 'taken' | 'gone'> {
    return this.#database.transaction(async (client) => {
      await lockOwner(client, LOCKED, merchant);
      const current = await LOCK.first(client, id);
      if (!current) return 'gone';
      return this.#database.join(client, async (prisma) => {
        const settings = decide(current, withShares ? await mostShared(prisma, id) : 0);
        const other = await idOfNamed(prisma, merchant, settings.name);
        if (other !== undefined && other !== id) return 'taken';
        await prisma.vendCollection.update({ where: { id }, data: columnsOf(settings), select: { id: true } });
        return 'done';
      });
    });
  }

  remove(id: Uuid): Promise<'done' | 'used' | 'gone'> {
    return this.#database.transaction(async (client) => {
      const current = await LOCK.first(client, id);
      if (!current) return 'gone';
      if (current.size > 0) return 'used';
      await REMOVE.run(client, id);
      return 'done';
    });
  }
}

async function idOfNamed(prisma: Prisma.TransactionClient, merchant: AvatarKey, name: string): Promise<Uuid | undefined> {
  const where = { creator_nameKey: { creator: merchant, nameKey: nameKey(name) } };
  return (await prisma.vendCollection.findUnique({ where, select: { id: true } }))?.id;
}

async function mostShared(prisma: Prisma.TransactionClient, collectionId: Uuid): Promise<number> {
  const { _max } = await prisma.vendProduct.aggregate({ where: { collectionId, removedAt: null }, _max: { shared: true } });
  return _max.shared ?? 0;
}

function columnsOf(settings: CollectionSettings) {
  const { name, public: isPublic, description, tags, imageUrlPart, textureKey, commission, affiliateGroup, managerGroup } = settings;
  const described = { name, nameKey: nameKey(name), public: isPublic, description, tags, imageUrlPart, textureKey };
  return { ...described, commission, affiliateGroup, managerGroup };
}
