import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { type Guarded, guarded, type Needed } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { type MerchantWare, merchantNamed, type Permitted, wareOf } from '../authority.ts';
import { noSuchCollection, unknownCollection } from '../collections/errors.ts';
import { type Part, RIGHTS, type Ware } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { unknownOrder } from './errors.ts';
import type { Order } from './model.ts';

interface OrderCall {
  readonly order_id: string;
}

export interface OrderWare extends Ware {
  readonly order: Order;
}

interface SellerCall {
  /** Key or name; empty for who calls. */
  readonly merchant: string;
  /** Empty for all of them. */
  readonly collection_name: string;
}

interface SellerWare extends MerchantWare {
  /** Undefined: all of the merchant's. */
  readonly collectionId: Uuid | undefined;
}

/** For one order. Its parties and those who sell it may know whether it is there. */
export function orderAuthority<I>(vend: Vend, needed: Needed<I, Ware, Part>): Guarded<I & OrderCall, Permitted<OrderWare>> {
  return guarded(needed, {
    faults: [unknownOrder],
    knows: RIGHTS.party,
    others: 'missing',
    async seek({ order_id }: OrderCall) {
      const order = await vend.orders.find(order_id);
      return {
        scope: wareOf(vend),
        found: order && (await soldWare(vend, order)),
        missing: () => unknownOrder(`there is no order ${JSON.stringify(order_id)} that the caller has a part in`),
      };
    },
  });
}

/** For what a merchant sells: all of it, or out of one collection. */
export function sellerAuthority(vend: Vend): Guarded<SellerCall, Permitted<SellerWare>> {
  return guarded(RIGHTS.sales, {
    faults: [unknownAvatar, unknownRealm, unknownCollection],
    others: 'forbidden',
    async seek(call: SellerCall, given) {
      const scope = await merchantNamed(vend, call, given);
      const named = call.collection_name;
      const collection = named === '' ? undefined : await vend.catalogue.collectionNamed(scope.merchant, named);
      return {
        scope,
        found: named === '' || collection ? { ...scope, collection, collectionId: collection?.id } : undefined,
        missing: () => noSuchCollection(scope.merchant, named),
      };
    },
  });
}

/** What rights to an order are decided with. It stays with the collection's managers when the product is removed. */
export async function soldWare(vend: Vend, order: Order): Promise<OrderWare> {
  const offer = await vend.catalogue.offer(order.productId);
  return { ...wareOf(vend), merchant: offer?.collection.merchant, collection: offer?.collection, order };
}
