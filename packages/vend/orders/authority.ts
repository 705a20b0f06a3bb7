import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { anyLogin, type Guarded, guarded, type Held, loginAuthority, type Right, wholeLogins } from '@scrip/capability';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { merchantNamed, wareOf } from '../authority.ts';
import { noSuchCollection, unknownCollection } from '../collections/errors.ts';
import { type Part, RIGHTS, type Ware } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { unknownDelivery, unknownOrder } from './errors.ts';
import type { Delivery, Order } from './model.ts';

interface SellerCall {
  /** Key or name; empty for who calls. */
  readonly merchant: string;
  /** Empty for all of them. */
  readonly collection_name: string;
}

interface OrderWare extends Ware {
  readonly order: Order;
}

type Access<W> = W & { readonly principal: Held<Part> };

export interface SellerAccess {
  readonly merchant: AvatarKey;
  /** Undefined: all of the merchant's. */
  readonly collectionId: Uuid | undefined;
}

export interface QuoteAccess {
  /** The avatar that calls. */
  readonly akey: AvatarKey;
  /** The merchant, where the caller may do with the product what the merchant may. */
  readonly seller: AvatarKey | undefined;
}

/** For one order. Its parties and those who sell it may know whether it is there. */
export function orderAuthority(vend: Vend, right: Right<Ware, Part>): Guarded<{ readonly order_id: string }, Access<OrderWare>> {
  return guarded(right, {
    faults: [unknownOrder],
    knows: RIGHTS.party,
    others: 'missing',
    async seek({ order_id }: { readonly order_id: string }) {
      const order = await vend.orders.find(order_id);
      return {
        scope: wareOf(vend),
        found: order && (await soldWare(vend, order)),
        missing: () => unknownOrder(`there is no order ${JSON.stringify(order_id)} that the caller has a part in`),
      };
    },
  });
}

/** For one delivery. */
export function deliveryAuthority(
  vend: Vend,
): Guarded<{ readonly delivery_id: string }, Access<OrderWare & { readonly delivery: Delivery }>> {
  return guarded(RIGHTS.sell, {
    faults: [unknownDelivery],
    others: 'missing',
    async seek({ delivery_id }: { readonly delivery_id: string }) {
      const found = await vend.orders.delivery(delivery_id);
      return {
        scope: wareOf(vend),
        found: found && { ...(await soldWare(vend, found.order)), delivery: found.delivery },
        missing: () => unknownDelivery(`there is no delivery ${JSON.stringify(delivery_id)} that is the caller's to make`),
      };
    },
  });
}

/** For what a merchant sells: all of it, or out of one collection. */
export function sellerAuthority(vend: Vend): Guarded<SellerCall, Access<Ware & SellerAccess>> {
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

/** Orders stay those of the collection's managers when the product is removed. */
async function soldWare(vend: Vend, order: Order): Promise<OrderWare> {
  const offer = await vend.catalogue.offer(order.productId);
  return { ...wareOf(vend), merchant: offer?.collection.merchant, collection: offer?.collection, order };
}
