import type { VendParts } from '../vend.ts';

export class Catalogue {
  constructor(_of: VendParts) {}
}
