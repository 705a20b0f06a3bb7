import type { Bank } from '@scrip/bank';
import type { Groups } from '@scrip/groups';
import { type AvatarKey, type Currency, isUuid } from '@scrip/kernel';
import { bannedBy } from '../access/errors.ts';
import type { Visibility } from '../catalogue/visibility.ts';
import type { Collection, Offer, Product, Vendor } from '../model.ts';
import { unknownProduct } from '../products/errors.ts';
import { unknownVendor } from '../vendors/errors.ts';
import type { Vendors } from '../vendors/store.ts';
import { notAnAffiliate, wrongVendor } from './errors.ts';
import { discounted, type Share, split } from './rules.ts';
import type { Offers } from './store.ts';

/** Who would buy what from whom. */
export interface Enquiry {
  readonly buyer: AvatarKey;
  readonly productId: number;
  /** The key in-world of the vendor that sells it; empty: none. */
  readonly vendorId: string;
  /** Who sells it; undefined: nobody. */
  readonly affiliate: AvatarKey | undefined;
}

/** What a product costs somebody now, and who gets what of it. Amounts are minor units of the currency. */
export interface Quote extends Offer {
  readonly currency: Currency;
  /** Hundredths of a percent off the price. */
  readonly discount: number;
  readonly price: bigint;
  readonly vendor: Vendor | undefined;
  /** Who gets a commission. */
  readonly affiliate: AvatarKey | undefined;
  /** Their sum is the price. */
  readonly shares: readonly Share[];
}

export interface QuotesOptions {
  readonly offers: Offers;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly visibility: Visibility;
  readonly vendors: Vendors;
}

/** Tells who may buy what, and for how much. */
export class Quotes {
  readonly #offers: Offers;
  readonly #groups: Groups;
  readonly #bank: Bank;
  readonly #visibility: Visibility;
  readonly #vendors: Vendors;

  constructor({ offers, groups, bank, visibility, vendors }: QuotesOptions) {
    this.#offers = offers;
    this.#groups = groups;
    this.#bank = bank;
    this.#visibility = visibility;
    this.#vendors = vendors;
  }

  /**
   * Raises vend.unknown_product where the buyer can't see it, vend.unknown_vendor, vend.wrong_vendor, vend.banned and
   * vend.not_an_affiliate. Whoever stands before a vendor may buy what its owner may, in a private collection too.
   */
  async find({ buyer, productId, vendorId, affiliate: named }: Enquiry): Promise<Quote> {
    const offer = await this.#offers.find(productId, buyer);
    const vendor = isUuid(vendorId) ? await this.#vendors.find(vendorId) : undefined;
    const sells = offer !== undefined && vendor !== undefined && isSoldBy(vendor, offer.product);
    const mayBuy = async (akey: AvatarKey) => offer !== undefined && (await this.#visibility.mayBuy(offer, akey));
    if (!offer || !((await mayBuy(buyer)) || (sells && (await mayBuy(vendor.owner))))) {
      throw unknownProduct(`there is no product ${productId} that the caller may see`);
    }
    if (vendorId !== '' && !vendor) throw unknownVendor(`there is no vendor ${JSON.stringify(vendorId)}`);
    if (vendor && !sells) throw wrongVendor(`the vendor ${vendorId} does not sell product ${productId}`);
    const { product, collection, standing } = offer;
    if (standing.banned) throw bannedBy(product.merchant, buyer);
    const price = discounted(product.price, standing.discount);
    const affiliate = await this.#affiliateOf(collection, vendor?.owner ?? named);
    if (named !== undefined && named !== collection.merchant && affiliate !== named) {
      throw notAnAffiliate(`${named} is not in the affiliate group of ${JSON.stringify(collection.name)}`);
    }
    const currency = await this.#bank.currencies.get(product.currency);
    const shares = split(price, { ...product, affiliate, commission: collection.commission });
    return { product, collection, currency, discount: standing.discount, price, vendor, affiliate, shares };
  }

  /** Whoever sells it, if they get a commission for that. The owner of a vendor may have left the group: then it is the merchant's sale. */
  async #affiliateOf({ merchant, affiliateGroup }: Collection, seller: AvatarKey | undefined): Promise<AvatarKey | undefined> {
    if (seller === undefined || seller === merchant || affiliateGroup === null) return undefined;
    return (await this.#groups.isMember(affiliateGroup, seller)) ? seller : undefined;
  }
}

function isSoldBy({ collectionId, productId }: Vendor, product: Product): boolean {
  return collectionId === product.collectionId && (productId === null || productId === product.id);
}
