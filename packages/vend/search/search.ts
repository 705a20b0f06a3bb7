import type { VendParts } from '../vend.ts';

export class Search {
  constructor(_of: VendParts) {}
}
