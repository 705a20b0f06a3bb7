import { anyLogin, type Guarded, loginAuthority, wholeLogins } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import { wareOf } from '../authority.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

export interface QuoteAccess {
  /** The avatar that calls. */
  readonly akey: AvatarKey;
  /** The merchant, where the caller may do with the product what the merchant may. */
  readonly seller: AvatarKey | undefined;
}

/** Anybody who is logged in; those who sell the product see more. */
export function quoteAuthority(vend: Vend): Guarded<{ readonly prod_id: number }, QuoteAccess> {
  return {
    ...loginAuthority,
    async decide({ prod_id }, presented) {
      const given = wholeLogins(presented);
      const offer = await vend.catalogue.offer(prod_id);
      const merchant = offer?.collection.merchant;
      const seller = merchant && (await RIGHTS.manage.find(given, { ...wareOf(vend), merchant, ...offer }));
      return { akey: anyLogin(given).sub, seller: seller && merchant };
    },
  };
}
