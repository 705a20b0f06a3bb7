import type { Product } from '../model.ts';

/** What the merchant says of a product. */
export type ProductFacts = Pick<Product, (typeof SEEN)[number] | 'creatorShare' | 'partners'>;

/** What callers see of it. How a sale is shared is between the merchant and those who share. */
const SEEN = [
  'name',
  'description',
  'categories',
  'tags',
  'mature',
  'price',
  'currency',
  'quantity',
  'copy',
  'modify',
  'transfer',
  'prims',
  'textureKey',
  'textureAnim',
  'imageUrlPart',
  'featured',
  'creator',
] as const satisfies readonly (keyof Product)[];

/** Whether callers could tell the two apart. */
export function looksDifferent(before: ProductFacts, after: ProductFacts): boolean {
  return SEEN.some((member) => {
    const [was, is] = [before[member], after[member]];
    if (!Array.isArray(was) || !Array.isArray(is)) return was !== is;
    return was.length !== is.length || was.some((element, index) => element !== is[index]);
  });
}
