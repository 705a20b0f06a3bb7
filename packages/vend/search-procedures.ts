import type { Procedure } from '@scrip/rpc';
import { findProductsVendor } from './procedures/vend.findProductsVendor.ts';
import { search } from './procedures/vend.search.ts';
import type { Vend } from './vend.ts';

/** Finding products. */
export function searchProcedures(vend: Vend): Procedure[] {
  return [findProductsVendor, search].map((make) => make(vend));
}
