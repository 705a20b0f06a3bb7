import type { AvatarKey, GroupKey, Uuid } from '@scrip/kernel';

/** Products that are offered together, under a name of their merchant's. Shares are hundredths of a percent everywhere. */
export interface Collection {
  readonly id: Uuid;
  /** Who created it and sells what is in it. */
  readonly merchant: AvatarKey;
  readonly name: string;
  readonly public: boolean;
  readonly description: string;
  readonly tags: string;
  readonly imageUrlPart: string;
  /** A UUID, or empty. */
  readonly textureKey: string;
  /** What of each sale an affiliate gets who sold it. */
  readonly commission: number;
  /** Its members may sell what is in the collection. */
  readonly affiliateGroup: GroupKey | null;
  /** Its members may look, its officers may do what the merchant may, but for settings and removal. */
  readonly managerGroup: GroupKey | null;
  /** Of all votes on its products. */
  readonly votes: number;
  readonly ratingSum: number;
  /** How many products are in it now. */
  readonly size: number;
  readonly createdAt: Date;
  readonly removed: boolean;
}

/** Who shares in each sale of a product: an avatar, or a group by its percentages. */
export interface Partner {
  readonly key: AvatarKey | GroupKey;
  readonly share: number;
}

export interface Product {
  readonly id: number;
  readonly collectionId: Uuid;
  /** Of the collection. */
  readonly merchant: AvatarKey;
  /** Who made it: gets `creatorShare` of each sale where that is somebody else than the merchant. */
  readonly creator: AvatarKey;
  readonly name: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly tags: string;
  readonly mature: boolean;
  /** Minor units of the currency. */
  readonly price: bigint;
  /** A code of the bank's currencies. */
  readonly currency: string;
  /** How many are left; null where there is no end. */
  readonly quantity: number | null;
  readonly copy: boolean;
  readonly modify: boolean;
  readonly transfer: boolean;
  readonly prims: number;
  /** A UUID, or empty. */
  readonly textureKey: string;
  /** Parameters of an animated texture, separated by `|`; empty where it is not animated. */
  readonly textureAnim: string;
  readonly imageUrlPart: string;
  readonly featured: boolean;
  readonly creatorShare: number;
  /** In the order of their keys; with the affiliate's and the creator's share they are 10000 at most. */
  readonly partners: readonly Partner[];
  readonly sales: number;
  readonly votes: number;
  readonly ratingSum: number;
  readonly createdAt: Date;
  /** When anything changed that callers see of it; sales and votes do not count. */
  readonly changedAt: Date;
  /** Null while it is for sale. */
  readonly removedAt: Date | null;
}

/** A product and the collection that it is in. */
export interface Offer {
  readonly product: Product;
  readonly collection: Collection;
}

/** Where an object stands in-world. */
export interface Position {
  readonly region: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** An object in-world that sells a collection, or one product of it. */
export interface Vendor extends Position {
  readonly id: Uuid;
  /** The object's key in-world. */
  readonly objectKey: Uuid;
  readonly owner: AvatarKey;
  readonly collectionId: Uuid;
  /** Null: the whole collection. */
  readonly productId: number | null;
  readonly matureRegion: boolean;
  readonly announcedAt: Date;
}

/** Everything, in hundredths of a percent. */
export const WHOLE = 10_000;

/** The mean of all votes from 1 to 5 with two decimals, or 0 where nobody has voted. */
export function ratingOf({ votes, ratingSum }: { readonly votes: number; readonly ratingSum: number }): number {
  return votes === 0 ? 0 : Math.round((100 * ratingSum) / votes) / 100;
}

/** As in-world maps name places: `Kinda/128/64/22`. */
export function positionText({ region, x, y, z }: Position): string {
  return `${region}/${x}/${y}/${z}`;
}
