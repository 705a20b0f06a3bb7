import type { Bank } from '@scrip/bank';
import type { Groups } from '@scrip/groups';
import { type Currency, isUuid, type Uuid } from '@scrip/kernel';
import { bannedBy } from '../access/errors.ts';
import type { Access } from '../access/store.ts';
import type { Catalogue } from '../catalogue/store.ts';
import type { Visibility } from '../catalogue/visibility.ts';
import type { Collection, Offer, Product, Vendor } from '../model.ts';
import { notAnAffiliate, wrongVendor } from '../orders/errors.ts';
import { discounted, type Share, split } from '../orders/rules.ts';
import { unknownProduct } from '../products/errors.ts';
import { unknownVendor } from '../vendors/errors.ts';
import type { Vendors } from '../vendors/store.ts';

/** Who buys what from whom. */
export interface Wanted {
  readonly buyer: Uuid;
  readonly productId: number;
  /** The key in-world of the vendor that sells it; empty: none. */
  readonly vendorId: string;
  /** Who sells it; undefined: nobody. */
  readonly affiliate: Uuid | undefined;
}

/** What a product costs somebody now, and who gets what of it. Amounts are minor units of the currency. */
export interface Terms extends Offer {
  readonly currency: Currency;
  /** Hundredths of a percent off the price. */
  readonly discount: number;
  readonly price: bigint;
  readonly vendor: Vendor | undefined;
  /** Who gets a commission. */
  readonly affiliate: Uuid | undefined;
  /** Their sum is the price. */
  readonly shares: readonly Share[];
}

export interface TermsOfSaleOptions {
  readonly groups: Groups;
  readonly bank: Bank;
  readonly catalogue: Catalogue;
  readonly visibility: Visibility;
  readonly vendors: Vendors;
  readonly access: Access;
}

/** Finds out on which terms somebody can buy. */
export class TermsOfSale {
  readonly #groups: Groups;
  readonly #bank: Bank;
  readonly #catalogue: Catalogue;
  readonly #visibility: Visibility;
  readonly #vendors: Vendors;
  readonly #access: Access;

  constructor({ groups, bank, catalogue, visibility, vendors, access }: TermsOfSaleOptions) {
    this.#groups = groups;
    this.#bank = bank;
    this.#catalogue = catalogue;
    this.#visibility = visibility;
    this.#vendors = vendors;
    this.#access = access;
  }

  /**
   * Raises vend.unknown_product where the buyer can't see it, vend.unknown_vendor, vend.wrong_vendor, vend.banned and
   * vend.not_an_affiliate. Who stands before a vendor may buy what its owner may, in a private collection too.
   */
  async find({ buyer, productId, vendorId, affiliate: named }: Wanted): Promise<Terms> {
    const offer = await this.#catalogue.offer(productId);
    const vendor = isUuid(vendorId) ? await this.#vendors.find(vendorId) : undefined;
    const sells = offer !== undefined && vendor !== undefined && isSoldBy(vendor, offer.product);
    const mayBuy = async (akey: Uuid) => offer !== undefined && (await this.#visibility.mayBuy(offer, akey));
    if (!offer || !((await mayBuy(buyer)) || (sells && (await mayBuy(vendor.owner))))) {
      throw unknownProduct(`there is no product ${productId} that the caller may see`);
    }
    if (vendorId !== '' && !vendor) throw unknownVendor(`there is no vendor ${JSON.stringify(vendorId)}`);
    if (vendor && !sells) throw wrongVendor(`the vendor ${vendorId} does not sell product ${productId}`);
    const { product, collection } = offer;
    const standing = await this.#access.standing(product.merchant, buyer);
    if (standing.banned) throw bannedBy(product.merchant, buyer);
    const price = discounted(product.price, standing.discount);
    const affiliate = await this.#affiliateOf(collection, vendor?.owner ?? named);
    if (named !== undefined && named !== collection.merchant && affiliate !== named) {
      throw notAnAffiliate(`${named} is not in the affiliate group of ${JSON.stringify(collection.name)}`);
    }
    return {
      ...offer,
      currency: await this.#bank.currencies.get(product.currency),
      discount: standing.discount,
      price,
      vendor,
      affiliate,
      shares: split(price, { ...product, affiliate, commission: collection.commission }),
    };
  }

  /** Whoever sells it, if they get a commission for that. The owner of a vendor may have left the group: then it is the merchant's sale. */
  async #affiliateOf({ merchant, affiliateGroup }: Collection, seller: Uuid | undefined): Promise<Uuid | undefined> {
    if (seller === undefined || seller === merchant || affiliateGroup === null) return undefined;
    return (await this.#groups.isMember(affiliateGroup, seller)) ? seller : undefined;
  }
}

function isSoldBy({ collectionId, productId }: Vendor, product: Product): boolean {
  return collectionId === product.collectionId && (productId === null || productId === product.id);
}
