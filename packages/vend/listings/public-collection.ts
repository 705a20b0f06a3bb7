import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { param, t } from '@scrip/rpc';
import { unknownCollection } from '../collections/errors.ts';
import type { Collection } from '../model.ts';
import * as params from '../params.ts';
import type { Vend } from '../vend.ts';
import { PAGE_SIZE } from './store.ts';

// What the procedures share that list public collections, as anybody sees them.

export const offset = param(t.int({ min: 0 }), 'How many to leave out at the beginning.');

/** Of the lists of one collection. `changes`: what the last parameter counts. */
export const parameters = (changes: string) => ({
  capabilities: params.capabilities,
  merchant: param(params.name, 'Key or name of the merchant, who created the collection.'),
  merchant_realm: param(t.string({ max: 63 }), 'The grid that the merchant is of: empty for this one.'),
  collection_name: param(params.name, 'Name of a public collection of the merchant, in any case.'),
  offset,
  changes_since_unixtime: param(
    t.int({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    `Unix time in seconds: ${changes} then or later. 0 for all. What no int holds may come as a double or a text.`,
  ),
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
