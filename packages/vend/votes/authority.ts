import { AUTH_FAULTS, type Guarded, unlimitedLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { unknownProduct } from '../errors.ts';
import type { Product } from '../model.ts';
import type { Vend } from '../vend.ts';

export interface VoterAccess {
  /** The avatar that calls. */
  readonly akey: Uuid;
  readonly product: Product;
}

/**
 * Whoever is logged in and may know of the product: who sees its collection, and who has got it. Any other product is as
 * unknown as one that is not there.
 */
export function voterAuthority(vend: Vend): Guarded<{ readonly prod_id: number }, VoterAccess> {
  return {
    kind: 'guarded',
    needs: 'a login capability without limits, of somebody who sees the product or has got it',
    faults: [...AUTH_FAULTS, unknownProduct],
    async decide({ prod_id }, given) {
      const akey = unlimitedLogins(given)[0].sub;
      const offer = await vend.catalogue.product(prod_id);
      if (offer && !offer.product.removedAt) {
        const { product, collection } = offer;
        const known = (await vend.catalogue.isVisible(collection, akey)) || (await vend.orders.hasBought(product.id, akey));
        if (known) return { akey, product };
      }
      throw unknownProduct(`there is no product ${prod_id} that the caller may see`);
    },
  };
}
