import { type Chain, forbidden, type Guarded, objectAuthority } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Objects } from '../objects.ts';

/** An object that hands over payouts and tells of deposits in its grid. */
export interface Dispenser {
  readonly key: Uuid;
  /** Of its grid: empty for the server's own. */
  readonly realm: string;
  /** Of this request. */
  readonly nonce: string;
  /** What it moves money on. */
  readonly chain: Chain;
}

/** A signed request of an object that an operator made a dispenser (operator.setDispenser). */
export function dispenserAuthority(objects: Objects): Guarded<unknown, Dispenser> {
  const signed = objectAuthority('signed');
  const needs = 'a signed request of a dispenser (operator.setDispenser)';
  return {
    ...signed,
    needs,
    holders: ['dispenser'],
    async decide(input, given) {
      const { object } = await signed.decide(input, given);
      const chain = await objects.dispenserChain(object.key);
      if (!chain || object.nonce === undefined) throw forbidden(`${needs} is needed; the object is none`);
      return { key: object.key, realm: object.realm, nonce: object.nonce, chain };
    },
  };
}
