import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Credits } from '../credit/credits.ts';
import type { VendParts } from '../vend.ts';

export class Orders {
  constructor(_of: VendParts, _catalogue: Catalogue, _credits: Credits) {}
}
