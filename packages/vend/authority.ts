import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import {
  AUTH_FAULTS,
  type CapabilityKind,
  findPrincipal,
  forbidden,
  type Guarded,
  type Presented,
  type Principal,
  unlimitedLogins,
} from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { unknownCollection, unknownProduct, unknownVendor } from './errors.ts';
import type { Collection, Product, Vendor } from './model.ts';
import type { Vend } from './vend.ts';

/**
 * What somebody may do with a collection and what is in it. The merchant and who has a vend.manage grant may do everything;
 * officers of the manager group may `see` and `manage`, and only the `settings` of the collection, its removal, and who shares
 * in sales are not theirs, since that is whose the money is. Members of the manager or affiliate group and who has a vend.read
 * grant may `see`; anybody who is logged in may see a public collection. To `sell`, with objects of one's own, is for the
 * merchant and members of the affiliate group, who have to be logged in themselves.
 */
export type Right = 'see' | 'sell' | 'manage' | 'settings';

export interface MerchantAccess {
  /** On whose authority the call runs. */
  readonly principal: Principal;
  readonly merchant: Uuid;
}

export interface CollectionAccess {
  readonly principal: Principal;
  /** The avatar that calls. */
  readonly actor: Uuid;
  readonly collection: Collection;
}

export interface ProductAccess extends CollectionAccess {
  /** One that was not removed. */
  readonly product: Product;
}

export interface VendorAccess {
  readonly principal: Principal;
  readonly vendor: Vendor;
}

export interface CollectionCall {
  /** Key or name; empty for who calls. The documents call it collection_creator_akey where the collection may be private. */
  readonly merchant?: string;
  readonly collection_creator_akey?: string;
  readonly collection_name: string;
}

interface VendorCall {
  readonly object_key: Uuid;
}

export interface ProductCall {
  readonly prod_id: number;
}

/** The grants that are as good as the merchant's login. */
const KINDS: Record<Right, readonly CapabilityKind[]> = {
  see: ['vend.read', 'vend.manage'],
  sell: [],
  manage: ['vend.manage'],
  settings: ['vend.manage'],
};

const MERCHANT = 'a login capability without limits of the merchant';
const MERCHANT_NEEDS = {
  see: `${MERCHANT}, or one of the caller beside a vend.read or vend.manage grant from the merchant`,
  manage: `${MERCHANT}, or one of the caller beside a vend.manage grant from the merchant`,
};
const NEEDS: Record<Right, string> = {
  see: `for a public collection any login capability without limits; otherwise ${MERCHANT_NEEDS.see}, or that of a member of the collection's affiliate or manager group`,
  sell: `${MERCHANT}, or of a member of the collection's affiliate group`,
  manage: `${MERCHANT_NEEDS.manage}, or that of an officer of the collection's manager group`,
  settings: MERCHANT_NEEDS.manage,
};

/** What a call needs, where that depends on what it says. */
interface Needed<I> {
  readonly text: string;
  readonly right: (input: I) => Right;
}

/** To manage products; to say who shares in their sales is for those who may change the settings. */
export function managing<I>(saysWhoShares: (input: I) => boolean): Needed<I> {
  return {
    text: `${NEEDS.manage}; to say who made a product or shares in its sales ${NEEDS.settings}`,
    right: (input) => (saysWhoShares(input) ? 'settings' : 'manage'),
  };
}

function always(right: Right): Needed<unknown> {
  return { text: NEEDS[right], right: () => right };
}

/** All that a merchant has, opened by the merchant or a grant. `named` reads the key or name from the call; empty is who calls. */
export function merchantAuthority<I>(vend: Vend, right: 'see' | 'manage', named: (input: I) => string): Guarded<I, MerchantAccess> {
  return {
    kind: 'guarded',
    needs: MERCHANT_NEEDS[right],
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const merchant = await avatarNamed(vend, given, named(input));
      const principal = findPrincipal(given, merchant, KINDS[right]);
      if (principal) return { principal, merchant };
      throw given.fault ?? forbidden(`${MERCHANT_NEEDS[right]} is needed, and none came`);
    },
  };
}

/**
 * Finds the collection that a call is about and decides whether the caller has this right in it. Who may not is told the
 * same whether or not there is such a collection.
 */
export function collectionAuthority<I extends CollectionCall>(vend: Vend, needed: Right | Needed<I>): Guarded<I, CollectionAccess> {
  const { text, right: rightFor } = typeof needed === 'string' ? always(needed) : needed;
  return {
    kind: 'guarded',
    needs: text,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownRealm, unknownCollection],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const merchant = await avatarNamed(vend, given, input.collection_creator_akey ?? input.merchant ?? '');
      const collection = await vend.catalogue.find(merchant, input.collection_name);
      const principal = collection ? await actingIn(vend, given, collection, rightFor(input)) : findPrincipal(given, merchant, KINDS.see);
      if (!principal) throw given.fault ?? forbidden(`${text} is needed, and none came`);
      if (!collection)
        throw unknownCollection(`${merchant} has no collection called ${JSON.stringify(input.collection_name.slice(0, 63))}`);
      return { principal, actor: principal.akey, collection };
    },
  };
}

/** As `collectionAuthority`, by the id of a product in it. A product that the caller may not see is as unknown as one that is not there. */
export function productAuthority<I extends ProductCall>(vend: Vend, needed: Right | Needed<I>): Guarded<I, ProductAccess> {
  const { text, right: rightFor } = typeof needed === 'string' ? always(needed) : needed;
  return {
    kind: 'guarded',
    needs: text,
    faults: [...AUTH_FAULTS, unknownProduct],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const offer = await vend.catalogue.product(input.prod_id);
      const seen = offer && !offer.product.removedAt && (await actingIn(vend, given, offer.collection, 'see'));
      if (!seen) throw given.fault ?? unknownProduct(`there is no product ${input.prod_id} that the caller may see`);
      const right = rightFor(input);
      const principal = right === 'see' ? seen : await actingIn(vend, given, offer.collection, right);
      if (!principal) throw given.fault ?? forbidden(`${text} is needed, and none came`);
      return { principal, actor: principal.akey, ...offer };
    },
  };
}

/** The owner of an object that sells something, and whoever manages the collection that it sells. To others it is unknown. */
export function vendorAuthority(vend: Vend): Guarded<VendorCall, VendorAccess> {
  return {
    kind: 'guarded',
    needs: `a login capability without limits of the owner of the object, or what managing the collection needs that it sells: ${NEEDS.manage}`,
    faults: [...AUTH_FAULTS, unknownVendor],
    async decide(input, presented) {
      const given = wholeLogins(presented);
      const vendor = await vend.catalogue.vendors.find(input.object_key);
      const collection = vendor && (await vend.catalogue.collection(vendor.collectionId));
      const principal =
        vendor && (findPrincipal(given, vendor.owner, []) ?? (collection && (await actingIn(vend, given, collection, 'manage'))));
      if (!principal) throw given.fault ?? unknownVendor(`there is no vendor ${input.object_key} that the caller may take out`);
      return { principal, vendor };
    },
  };
}

/** What came with a call, but for logins with limits, which open nothing here. */
export function wholeLogins(given: Presented): Presented & { readonly first: Uuid } {
  const logins = unlimitedLogins(given);
  return { ...given, logins, first: logins[0].sub };
}

export async function avatarNamed(vend: Vend, given: { readonly first: Uuid }, keyOrName: string): Promise<Uuid> {
  return keyOrName === '' ? given.first : (await vend.avatars.get(keyOrName)).akey;
}

/** Who of those that call has this right. */
export async function actingIn(vend: Vend, given: Presented, collection: Collection, right: Right): Promise<Principal | undefined> {
  const merchant = findPrincipal(given, collection.merchant, KINDS[right]);
  if (merchant || right === 'settings') return merchant;
  for (const login of given.logins) {
    if (await isStaff(vend, collection, right, login.sub)) return { akey: login.sub, login, via: 'own' };
  }
  return undefined;
}

/** Whether somebody who is not the merchant has this right. */
async function isStaff(
  { catalogue, groups }: Vend,
  collection: Collection,
  right: Exclude<Right, 'settings'>,
  akey: Uuid,
): Promise<boolean> {
  const { affiliateGroup, managerGroup } = collection;
  if (right === 'see') return catalogue.isVisible(collection, akey);
  if (right === 'sell') return affiliateGroup !== null && groups.isMember(affiliateGroup, akey);
  return managerGroup !== null && groups.isOfficer(managerGroup, akey);
}
