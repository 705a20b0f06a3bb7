import { keyOrNameParam } from '@scrip/avatars';
import type { AvatarKey } from '@scrip/kernel';
import { invalidParams, type Param, param, t } from '@scrip/rpc';
import type { Vend } from '../vend.ts';

// What quotes and purchases share.

export const vendorId: Param<string> = param(t.string({ max: 36 }), 'Key in-world of the vendor that sells it; empty: none.', '');
export const affiliate = keyOrNameParam(
  "Key or name of the member of the collection's affiliate group who sells it, where no vendor in-world does.",
  '',
);

interface SellerCall {
  readonly vendor_id: string;
  readonly affiliate: string;
}

interface Seller {
  readonly vendorId: string;
  /** Undefined: nobody is named. */
  readonly affiliate: AvatarKey | undefined;
}

/** Who sells it, as operations take it. Raises general.unknown_avatar. */
export async function sellerOf({ avatars }: Vend, named: SellerCall): Promise<Seller> {
  if (named.vendor_id !== '' && named.affiliate !== '')
    throw invalidParams('vendor_id and affiliate both came; the owner of the vendor is the affiliate');
  return { vendorId: named.vendor_id, affiliate: named.affiliate === '' ? undefined : (await avatars.get(named.affiliate)).akey };
}
