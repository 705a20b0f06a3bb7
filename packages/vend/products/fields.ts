import assert from 'node:assert';
import { type AvatarKey, type Currency, minorToMajor } from '@scrip/kernel';
import { type TypeOf, t } from '@scrip/rpc';
import { MAX_CATEGORIES, MAX_PARTNERS } from '../catalogue/rules.ts';
import { type Product, ratingOf } from '../model.ts';
import { given, textureAnim, textureKey, urlPart } from '../params.ts';
import type { Vend } from '../vend.ts';
import type { ProductChanges } from './products.ts';

const PARTNER = t.struct({ key: t.string({ max: 255 }), percent: t.double() });

const MAX_DESCRIPTION = 4_000;
const MAX_TAGS = 255;
const MAX_PRIMS = 100_000;

const DETAILS = {
  description: t.optional(t.string({ max: MAX_DESCRIPTION })),
  categories: t.optional(t.array(t.string({ max: 255 }), { max: MAX_CATEGORIES })),
  tags: t.optional(t.string({ max: MAX_TAGS })),
  mature: t.optional(t.boolean()),
  currency: t.optional(t.string({ max: 16 })),
  quantity: t.optional(t.int({ min: -1 })),
  copy: t.optional(t.boolean()),
  modify: t.optional(t.boolean()),
  transfer: t.optional(t.boolean()),
  prims: t.optional(t.int({ min: 0, max: MAX_PRIMS })),
  texture_key: t.optional(textureKey),
  texture_anim: t.optional(textureAnim),
  image_url_part: t.optional(urlPart),
  featured: t.optional(t.boolean()),
  creator: t.optional(t.string({ max: 255 })),
  creator_share: t.optional(t.double()),
  partners: t.optional(t.array(PARTNER, { max: MAX_PARTNERS })),
};

export const newProductDetails = t.struct(DETAILS);
export const productChanges = t.struct({
  name: t.optional(t.string({ max: 255 })),
  price: t.optional(t.amount({ usual: 'double' })),
  ...DETAILS,
});

export const DETAILS_DOC = [
  `description and tags: texts of at most ${MAX_DESCRIPTION} and ${MAX_TAGS} characters, in which searches look. prims: 0 to ${MAX_PRIMS}. featured:`,
  'comes first where a search is ordered so. image_url_part: a part of a URL without spaces, as the public lists give it.',
  `categories: at most ${MAX_CATEGORIES}; without any it is in \`Other\`. currency: empty for the usual one; whoever`,
  'has a share needs an account in it, or the product can not be bought. quantity: how many are left, -1 for no end.',
  'copy, modify, transfer: what the next owner may do. texture_anim: parameters separated by `|`; empty where the texture is not animated.',
  'creator: key or name of who made it. creator_share and the percent of each partner: percentages of each sale with at',
  `most two decimals; with the commission of the collection they are 100 at most, and the merchant gets the rest. partners: at most ${MAX_PARTNERS},`,
  'avatars by key or name, groups by key, which are paid by their percentages; those that are named take the place of all before.',
].join('\n');

export type ProductDetails = TypeOf<typeof newProductDetails>;

/** Whose the money of a sale is; not for officers to say. */
export function saysWhoShares({ creator, creator_share, partners }: ProductDetails): boolean {
  return creator !== undefined || creator_share !== undefined || partners !== undefined;
}

/** As operations take them. */
export function readProductChanges(changes: TypeOf<typeof productChanges>): ProductChanges {
  const { quantity } = changes;
  return given({
    name: changes.name,
    price: changes.price,
    description: changes.description,
    categories: changes.categories,
    tags: changes.tags,
    mature: changes.mature,
    currency: changes.currency,
    quantity: quantity === -1 ? null : quantity,
    copy: changes.copy,
    modify: changes.modify,
    transfer: changes.transfer,
    prims: changes.prims,
    textureKey: changes.texture_key,
    textureAnim: changes.texture_anim,
    imageUrlPart: changes.image_url_part,
    featured: changes.featured,
    creator: changes.creator,
    creatorShare: changes.creator_share,
    partners: changes.partners,
  });
}

export const productDetails = t.struct({
  prod_id: t.int(),
  name: t.string(),
  description: t.string(),
  merchant: t.string(),
  merchant_akey: t.string(),
  creator: t.string(),
  creator_akey: t.string(),
  categories: t.array(t.string()),
  tags: t.string(),
  mature: t.boolean(),
  price: t.double(),
  currency: t.string(),
  quantity: t.int(),
  copy: t.boolean(),
  modify: t.boolean(),
  transfer: t.boolean(),
  prims: t.int(),
  texture_key: t.string(),
  texture_anim: t.string(),
  image_url_part: t.string(),
  featured: t.boolean(),
  rating: t.double(),
  total_votes: t.int(),
  sales: t.int(),
  created: t.dateTime(),
  changed: t.dateTime(),
});

/** Writes each of these products as those see it who may see the collection. */
export async function productWriter(
  vend: Vend,
  products: readonly Product[],
): Promise<(product: Product) => TypeOf<typeof productDetails>> {
  const names = await vend.avatars.names(products.flatMap(({ merchant, creator }) => [merchant, creator]));
  const priceOf = await priceReader(vend, products);
  const nameOf = (akey: AvatarKey) => names.get(akey) ?? '';
  return (product) => ({
    prod_id: product.id,
    name: product.name,
    description: product.description,
    merchant: nameOf(product.merchant),
    merchant_akey: product.merchant,
    creator: nameOf(product.creator),
    creator_akey: product.creator,
    categories: [...product.categories],
    tags: product.tags,
    mature: product.mature,
    price: priceOf(product),
    currency: product.currency,
    quantity: product.quantity ?? -1,
    copy: product.copy,
    modify: product.modify,
    transfer: product.transfer,
    prims: product.prims,
    texture_key: product.textureKey,
    texture_anim: product.textureAnim,
    image_url_part: product.imageUrlPart,
    featured: product.featured,
    rating: ratingOf(product),
    total_votes: product.votes,
    sales: product.sales,
    created: product.createdAt,
    changed: product.changedAt,
  });
}

type Priced = Pick<Product, 'price' | 'currency'>;

/** Tells the price of each of these in major units. */
export async function priceReader({ bank }: Vend, products: readonly Priced[]): Promise<(priced: Priced) => number> {
  const currencies = new Map<string, Currency>();
  for (const code of new Set(products.map(({ currency }) => currency))) currencies.set(code, await bank.currencies.get(code));
  return ({ price, currency }) => {
    const known = currencies.get(currency);
    assert(known, `${currency} is not the currency of any of these products`);
    return minorToMajor(price, known);
  };
}
