import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { AUTH_FAULTS, findPrincipal, forbidden, type Guarded, type Presented, type Principal } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { actingIn, avatarNamed, wholeLogins } from '../authority.ts';
import { unknownCollection } from '../errors.ts';
import type { Vend } from '../vend.ts';
import { unknownDelivery, unknownOrder } from './errors.ts';
import type { Delivery, Order } from './model.ts';

interface MerchantCall {
  /** Key or name; empty for who calls. */
  readonly merchant: string;
  /** Empty for all of them. */
  readonly collection_name: string;
}

export interface OrderAccess {
  readonly principal: Principal;
  readonly order: Order;
}

export interface DeliveryAccess {
  readonly order: Order;
  readonly delivery: Delivery;
}

export interface SellerAccess {
  readonly merchant: Uuid;
  /** Undefined: all of the merchant's. */
  readonly collectionId: Uuid | undefined;
}

export interface QuoteAccess {
  /** The avatar that calls. */
  readonly akey: Uuid;
  /** The merchant, where the caller may do with the product what the merchant may. */
  readonly seller: Uuid | undefined;
}

const SELLER =
  "a login capability without limits of the merchant or of an officer of the collection's manager group, or one of the caller beside a vend.manage grant from the merchant";
const REFUNDER = `${SELLER} (not of the buyer, and of an officer only where nobody but the merchant shared in the sale)`;
const PARTY = `a login capability without limits of the buyer or of who gets it; or ${SELLER}`;

/**
 * An order, for its parties, or for those who sell it and may pay it back. Nobody pays themselves back, as an officer or with a
 * grant, what they have bought. Officers can set prices and shares, and are not trusted with the merchant's money: where others
 * shared in the sale, who may be friends of theirs, a refund would pay out more than had come in. Others are not told whether
 * there is such an order.
 */
export function orderAuthority(vend: Vend, who: 'party' | 'refunder'): Guarded<{ readonly order_id: string }, OrderAccess> {
  return {
    kind: 'guarded',
    needs: who === 'party' ? PARTY : REFUNDER,
    faults: [...AUTH_FAULTS, unknownOrder],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const unknown = () => unknownOrder(`there is no order ${JSON.stringify(input.order_id)} that the caller has a part in`);
      const order = await vend.orders.find(input.order_id);
      if (!order) throw given.fault ?? unknown();
      const seller = await sellerOf(vend, given, order);
      if (seller && (who === 'party' || (await mayRefund(vend, seller, order)))) return { principal: seller, order };
      const login = seller?.login ?? given.logins.find(({ sub }) => sub === order.buyer || sub === order.recipient);
      if (!login) throw given.fault ?? unknown();
      if (who === 'refunder') throw given.fault ?? forbidden(`${REFUNDER} is needed, and none came`);
      return { principal: { akey: login.sub, login, via: 'own' }, order };
    },
  };
}

/** A delivery, for those who sell. */
export function deliveryAuthority(vend: Vend): Guarded<{ readonly delivery_id: string }, DeliveryAccess> {
  return {
    kind: 'guarded',
    needs: SELLER,
    faults: [...AUTH_FAULTS, unknownDelivery],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const found = await vend.orders.delivery(input.delivery_id);
      if (found && (await sellerOf(vend, given, found.order))) return found;
      throw given.fault ?? unknownDelivery(`there is no delivery ${JSON.stringify(input.delivery_id)} that is the caller's to make`);
    },
  };
}

/** What a merchant sells: all of it for the merchant and the holder of a grant, one collection for the officers of its manager group too. */
export function sellerAuthority(vend: Vend): Guarded<MerchantCall, SellerAccess> {
  return {
    kind: 'guarded',
    needs: `${SELLER}; officers name the collection`,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm, unknownCollection],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const merchant = await avatarNamed(vend, given, input.merchant);
      const named = input.collection_name;
      const collection = named === '' ? undefined : await vend.catalogue.find(merchant, named);
      const principal = collection ? await actingIn(vend, given, collection, 'manage') : findPrincipal(given, merchant, ['vend.manage']);
      if (!principal) throw given.fault ?? forbidden(`${SELLER} is needed, and none came`);
      if (named !== '' && !collection)
        throw unknownCollection(`${merchant} has no collection called ${JSON.stringify(named.slice(0, 63))}`);
      return { merchant, collectionId: collection?.id };
    },
  };
}

/** Anybody who is logged in; those who sell the product see more. */
export function quoteAuthority(vend: Vend): Guarded<{ readonly prod_id: number }, QuoteAccess> {
  return {
    kind: 'guarded',
    needs: 'a login capability without limits',
    faults: AUTH_FAULTS,
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const offer = await vend.catalogue.product(input.prod_id);
      const manager = offer && (await actingIn(vend, given, offer.collection, 'manage'));
      return { akey: given.first, seller: manager && offer.product.merchant };
    },
  };
}

async function mayRefund(vend: Vend, { akey, via }: Principal, order: Order): Promise<boolean> {
  if (akey === order.buyer) return false;
  const isOfficer = akey !== order.merchant && via === 'own';
  return !isOfficer || (await vend.orders.refunds.gotByOthers(order)) === 0n;
}

/** Orders stay those of the collection's managers when the product is removed. */
async function sellerOf(vend: Vend, given: Presented, { productId }: Order): Promise<Principal | undefined> {
  const offer = await vend.catalogue.product(productId);
  return offer && actingIn(vend, given, offer.collection, 'manage');
}
