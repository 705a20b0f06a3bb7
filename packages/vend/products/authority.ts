import { type Guarded, guarded, type Needed, type Sought } from '@scrip/capability';
import { type MerchantWare, type Permitted, wareOf } from '../authority.ts';
import type { Offer } from '../model.ts';
import { type Part, RIGHTS, type Ware } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { unknownProduct } from './errors.ts';

export interface ProductCall {
  readonly prod_id: number;
}

/** For one product, by its id. Whoever may see its collection may know whether it is there. */
export function productAuthority<I>(vend: Vend, needed: Needed<I, Ware, Part>): Guarded<I & ProductCall, Permitted<MerchantWare & Offer>> {
  return guarded(needed, {
    faults: [unknownProduct],
    knows: RIGHTS.see,
    others: 'missing',
    seek: ({ prod_id }: ProductCall) => seekProduct(vend, prod_id),
  });
}

/** One that was not removed. */
export async function seekProduct(vend: Vend, id: number): Promise<Sought<Ware, MerchantWare & Offer>> {
  const offer = await vend.catalogue.offer(id);
  return {
    scope: wareOf(vend),
    found: offer && !offer.product.removedAt ? { ...wareOf(vend), merchant: offer.collection.merchant, ...offer } : undefined,
    missing: () => unknownProduct(`there is no product ${id} that the caller may see`),
  };
}
