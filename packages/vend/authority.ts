import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { anyLogin, type Guarded, guarded, type Held, type Presented, present, type Right } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import type { Part, Ware } from './rights.ts';
import type { Vend } from './vend.ts';

/** Key or name of the merchant, by whatever name the documents call it; empty: who calls. */
export interface MerchantCall {
  readonly merchant?: string;
  readonly creator_akey?: string;
  /** Where the collection may be private. */
  readonly collection_creator_akey?: string;
}

export interface MerchantWare extends Ware {
  readonly merchant: AvatarKey;
}

/** What was found, and on whose right the call runs. */
export type Permitted<W> = W & { readonly principal: Held<Part> };

/** For all that a merchant has. */
export function merchantAuthority(vend: Vend, right: Right<Ware, Part>): Guarded<MerchantCall, Permitted<MerchantWare>> {
  return guarded(right, {
    faults: [unknownAvatar, unknownRealm],
    others: 'forbidden',
    seek: async (call: MerchantCall, given) => present(await merchantNamed(vend, call, given)),
  });
}

/** The merchant that a call names. */
export async function merchantNamed(vend: Vend, call: MerchantCall, given: Presented): Promise<MerchantWare> {
  const named = call.collection_creator_akey ?? call.creator_akey ?? call.merchant ?? '';
  return { ...wareOf(vend), merchant: named === '' ? anyLogin(given).sub : (await vend.avatars.get(named)).akey };
}

/** What rights are decided with, before anything is found. */
export function wareOf({ visibility, groups, orders, refunds }: Vend): Ware {
  return { visibility, groups, orders, refunds };
}
