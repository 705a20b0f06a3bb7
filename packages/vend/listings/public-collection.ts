import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { unknownCollection } from '../collections/errors.ts';
import type { Collection } from '../model.ts';
import * as params from '../params.ts';
import type { Vend } from '../vend.ts';
import { PAGE_SIZE } from './store.ts';

// What the two procedures share that list a public collection, as anybody sees it.

/** `changes`: what the last parameter counts. */
export const parameters = (changes: string) => ({
  capabilities: params.capabilities,
  merchant: params.publicMerchant,
  merchant_realm: params.merchantRealm,
  collection_name: params.publicCollectionName,
  offset: params.offset,
  changes_since_unixtime: params.since(changes),
});

export const FAULTS = [unknownAvatar, unknownRealm, unknownCollection];

/** `order`: what has become of the products. */
export const pagesInOrderOf = (order: string) =>
  `Pages of ${PAGE_SIZE} in the order in which the products were ${order}: ask with offset 0, ${PAGE_SIZE}, ${2 * PAGE_SIZE} and so on until an empty page comes.`;

/** Raises one of `FAULTS`. */
export async function named(
  { avatars, catalogue }: Vend,
  given: { readonly merchant: string; readonly merchant_realm: string; readonly collection_name: string },
): Promise<Collection> {
  const { akey: merchant } = await avatars.get(given.merchant, given.merchant_realm);
  const collection = await catalogue.collectionNamed(merchant, given.collection_name);
  if (collection?.public) return collection;
  throw unknownCollection(`${merchant} has no public collection called ${JSON.stringify(given.collection_name.slice(0, 63))}`);
}
