import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { type Guarded, guarded, type Needed } from '@scrip/capability';
import { type MerchantCall, type MerchantWare, merchantNamed, type Permitted } from '../authority.ts';
import type { Collection } from '../model.ts';
import { type Part, RIGHTS, type Ware } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { noSuchCollection, unknownCollection } from './errors.ts';

export interface CollectionCall extends MerchantCall {
  readonly collection_name: string;
}

interface CollectionWare extends MerchantWare {
  readonly collection: Collection;
}

/** For one collection. Whoever may see all of the merchant's may know whether it is there. */
export function collectionAuthority<I>(vend: Vend, needed: Needed<I, Ware, Part>): Guarded<I & CollectionCall, Permitted<CollectionWare>> {
  return guarded(needed, {
    faults: [unknownAvatar, unknownRealm, unknownCollection],
    knows: RIGHTS.seeAll,
    others: 'forbidden',
    async seek(call: CollectionCall, given) {
      const scope = await merchantNamed(vend, call, given);
      const collection = await vend.catalogue.collectionNamed(scope.merchant, call.collection_name);
      return {
        scope,
        found: collection && { ...scope, collection },
        missing: () => noSuchCollection(scope.merchant, call.collection_name),
      };
    },
  });
}
