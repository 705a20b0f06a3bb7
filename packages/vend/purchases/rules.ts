import { type AvatarKey, apportion, type GroupKey, type Portion, portionsOf, wholeOf } from '@scrip/kernel';
import { type Partner, type Product, WHOLE } from '../model.ts';

/** Who a product's price is shared with, in hundredths of a percent; the merchant gets the rest. */
export interface Sharing {
  readonly merchant: AvatarKey;
  readonly creator: AvatarKey;
  /** Counts only where the creator is not the merchant. */
  readonly creatorShare: number;
  readonly partners: readonly Partner[];
  /** Who sold it; undefined where that was nobody who gets a commission. */
  readonly affiliate: AvatarKey | undefined;
  readonly commission: number;
}

export interface Share {
  readonly key: AvatarKey | GroupKey;
  readonly role: 'affiliate' | 'partner' | 'creator' | 'merchant';
  /** In minor units, by largest remainder: what is shown before. What a sale pays is off by less than one, and on average exact. */
  readonly amount: bigint;
  /** The exact share of the price; a sale draws the odd unit. */
  readonly portion: Portion;
}

/**
 * Shares a price exactly. Those whose share is zero are left out. A commission that was raised past
 * what partners and creator leave is cut to that: the buyer is not to blame.
 */
export function split(price: bigint, { merchant, creator, creatorShare, partners, affiliate, commission }: Sharing): Share[] {
  const ofCreator = creator === merchant ? 0 : creatorShare;
  const given = partners.reduce((sum, { share }) => sum + share, ofCreator);
  if (given > WHOLE) throw new Error(`${given} hundredths of a percent of a price are shared`);
  const ofAffiliate = affiliate === undefined ? 0 : Math.min(commission, WHOLE - given);
  const parts = [
    { key: affiliate ?? merchant, role: 'affiliate', share: ofAffiliate } as const,
    ...partners.map(({ key, share }) => ({ key, role: 'partner', share }) as const),
    { key: creator, role: 'creator', share: ofCreator } as const,
    { key: merchant, role: 'merchant', share: WHOLE - given - ofAffiliate } as const,
  ].filter(({ share }) => share > 0);
  const weights = parts.map(({ share }) => BigInt(share));
  const [amounts, portions] = [apportion(price, weights), portionsOf(wholeOf(price), weights)];
  return parts.map(({ key, role }, index) => ({ key, role, amount: amounts[index] as bigint, portion: portions[index] as Portion }));
}

/** What a sale is shared by, of a product. */
type Priced = Pick<Product, 'price' | 'currency' | 'collectionId' | 'creator' | 'creatorShare' | 'partners'>;

/** Whether a product's price would be shared as it was: one that was changed since has to be looked at again. */
export function isSharedAlike(before: Priced, after: Priced): boolean {
  const text = ({ price, currency, collectionId, creator, creatorShare, partners }: Priced) =>
    JSON.stringify([String(price), currency, collectionId, creator, creatorShare, partners.map(({ key, share }) => [key, share])]);
  return text(before) === text(after);
}

/** A price less a VIP's discount (hundredths of a percent), rounded up to a whole minor unit: only 100 % makes it nothing. */
export function discounted(price: bigint, discount: number): bigint {
  const left = price * BigInt(WHOLE - discount);
  return (left + BigInt(WHOLE - 1)) / BigInt(WHOLE);
}
