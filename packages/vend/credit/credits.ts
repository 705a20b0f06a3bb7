import type { VendParts } from '../vend.ts';

export class Credits {
  constructor(_of: VendParts) {}
}
