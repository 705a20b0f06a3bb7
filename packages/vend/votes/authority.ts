import { type Guarded, guarded, type Held, wholeLogins } from '@scrip/capability';
import type { Offer } from '../model.ts';
import { type ProductCall, seekProduct } from '../products/authority.ts';
import { unknownProduct } from '../products/errors.ts';
import { type Part, RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

/** Whoever is logged in and may know of the product. */
export function voterAuthority(vend: Vend): Guarded<ProductCall, Offer & { readonly principal: Held<Part> }> {
  return guarded(RIGHTS.vote, {
    faults: [unknownProduct],
    // No grant opens anything here, so that a bad one beside the login does not matter.
    count: (given) => ({ ...wholeLogins(given), fault: undefined }),
    others: 'missing',
    seek: ({ prod_id }: ProductCall) => seekProduct(vend, prod_id),
  });
}
