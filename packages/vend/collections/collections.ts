import { keepNothing } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type AvatarKey, type GroupKey, newId, type Uuid } from '@scrip/kernel';
import { checkCollectionName, mustLeaveEnough, shareOf } from '../catalogue/rules.ts';
import type { Collection } from '../model.ts';
import { collectionExists, collectionNotEmpty, unknownCollection } from './errors.ts';
import { type CollectionSettings, CollectionStore } from './store.ts';

/** What is to be different; what is left out stays as it is. */
export interface CollectionChanges {
  readonly name?: string;
  readonly public?: boolean;
  readonly description?: string;
  readonly tags?: string;
  readonly imageUrlPart?: string;
  /** A UUID in lower case, or empty. */
  readonly textureKey?: string;
  /** A percentage with at most two decimals. */
  readonly commission?: number;
  /** Key or name of a group that the merchant created; empty for none. */
  readonly affiliateGroup?: string;
  readonly managerGroup?: string;
}

export const MAX_COLLECTIONS = 100;

const PLAIN: Omit<CollectionSettings, 'name'> = {
  public: false,
  description: '',
  tags: '',
  imageUrlPart: '',
  textureKey: '',
  commission: 0,
  affiliateGroup: null,
  managerGroup: null,
};

export interface CollectionsOptions {
  readonly database: Database;
  readonly groups: Groups;
}

/** Makes, changes and removes collections. */
export class Collections {
  readonly #store: CollectionStore;
  readonly #groups: Groups;

  constructor({ database, groups }: CollectionsOptions) {
    this.#store = new CollectionStore(database);
    this.#groups = groups;
  }

  /**
   * A collection without products, private where nothing else is said. Returns its id. Raises vend.invalid_name,
   * vend.collection_exists, vend.too_many_collections, vend.invalid_shares and general.unknown_group.
   */
  async create(merchant: AvatarKey, name: string, changes: Omit<CollectionChanges, 'name'> = {}, keep = keepNothing): Promise<Uuid> {
    const id = newId();
    const settings = { ...PLAIN, name: checkCollectionName(name), ...(await this.#resolve(merchant, changes)) };
    const outcome = await this.#store.create(id, merchant, settings, MAX_COLLECTIONS, keep);
    if (outcome === 'taken') throw taken(merchant, settings.name);
    return id;
  }

  /** Raises what `create` does, and vend.unknown_collection. */
  async update(collection: Collection, changes: CollectionChanges): Promise<void> {
    const resolved = await this.#resolve(collection.merchant, changes);
    const name = changes.name === undefined ? undefined : checkCollectionName(changes.name);
    const outcome = await this.#store.update(collection, changes.commission !== undefined, (current, mostShared) => {
      const settings = { ...current, ...resolved, name: name ?? current.name };
      if (settings.commission > current.commission) mustLeaveEnough(settings.commission, mostShared);
      return settings;
    });
    if (outcome === 'taken') throw taken(collection.merchant, name ?? collection.name);
    if (outcome === 'gone') throw gone(collection);
  }

  /** For good. Raises vend.collection_not_empty and vend.unknown_collection. */
  async remove(collection: Collection): Promise<void> {
    const outcome = await this.#store.remove(collection.id);
    if (outcome === 'used') throw collectionNotEmpty(`there are products in ${JSON.stringify(collection.name)}; remove them first`);
    if (outcome === 'gone') throw gone(collection);
  }

  /** What was named, as it is kept. */
  async #resolve(merchant: AvatarKey, changes: Omit<CollectionChanges, 'name'>): Promise<Partial<CollectionSettings>> {
    const { commission, affiliateGroup, managerGroup, ...rest } = changes;
    return {
      ...rest,
      ...(commission !== undefined && { commission: shareOf(commission, 'the affiliate') }),
      ...(affiliateGroup !== undefined && { affiliateGroup: await this.#groupNamed(merchant, affiliateGroup) }),
      ...(managerGroup !== undefined && { managerGroup: await this.#groupNamed(merchant, managerGroup) }),
    };
  }

  /** Of the merchant's own: by quotes and refusals anybody can ask who is in the group of a collection. */
  async #groupNamed(merchant: AvatarKey, keyOrName: string): Promise<GroupKey | null> {
    if (keyOrName === '') return null;
    return (await this.#groups.get(keyOrName, merchant)).gkey;
  }
}

function taken(merchant: AvatarKey, name: string) {
  return collectionExists(`${merchant} has another collection called ${JSON.stringify(name)}`);
}

function gone({ name }: Collection) {
  return unknownCollection(`the collection ${JSON.stringify(name)} is not there any more`);
}
