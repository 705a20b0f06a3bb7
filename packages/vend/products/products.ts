import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import { keepNothing } from '@scrip/capability';
import { type Database, fullText } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type Decimal, type GroupKey, isUuid } from '@scrip/kernel';
import { invalidPrice, invalidShares } from '../catalogue/errors.ts';
import { checkCategories, checkLabel, mustLeaveEnough, priceToMinor, sharedOf, shareOf } from '../catalogue/rules.ts';
import { unknownCollection } from '../collections/errors.ts';
import type { Collection, Offer, Partner, Product } from '../model.ts';
import { tooManyProducts, unknownPartner, unknownProduct } from './errors.ts';
import { looksDifferent, type ProductFacts } from './facts.ts';
import { ProductStore } from './store.ts';

/** What is to be different; what is left out stays as it is. */
export interface ProductChanges
  extends Partial<
    Pick<
      Product,
      | 'name'
      | 'description'
      | 'categories'
      | 'tags'
      | 'mature'
      | 'quantity'
      | 'copy'
      | 'modify'
      | 'transfer'
      | 'prims'
      | 'textureKey'
      | 'textureAnim'
      | 'imageUrlPart'
      | 'featured'
    >
  > {
  /** Major units of the currency that is named, or else of the one that it has. */
  readonly price?: Decimal;
  /** A currency's code; the price has to be named with it. */
  readonly currency?: string;
  /** Key or name of an avatar. */
  readonly creator?: string;
  /** A percentage with at most two decimals. */
  readonly creatorShare?: number;
  /** Avatars by key or name, groups by key; a percentage each. All that there are to be. */
  readonly partners?: readonly { readonly key: string; readonly percent: number }[];
}

/** Of one collection. */
export const MAX_PRODUCTS = 100_000;

const PLAIN: Omit<ProductFacts, 'name' | 'creator' | 'currency' | 'price'> = {
  description: '',
  categories: checkCategories([]),
  tags: '',
  mature: false,
  quantity: null,
  copy: false,
  modify: false,
  transfer: true,
  prims: 1,
  textureKey: '',
  textureAnim: '',
  imageUrlPart: '',
  featured: false,
  creatorShare: 0,
  partners: [],
};

export interface ProductsOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
}

/** Makes, changes and removes products. */
export class Products {
  readonly #store: ProductStore;
  readonly #avatars: Avatars;
  readonly #groups: Groups;
  readonly #bank: Bank;

  constructor({ database, avatars, groups, bank }: ProductsOptions) {
    this.#store = new ProductStore(database, groups);
    this.#avatars = avatars;
    this.#groups = groups;
    this.#bank = bank;
    groups.onDissolve(async (gkey, within) => {
      await this.#store.forgetPartner(gkey, within);
      return undefined;
    });
  }

  /**
   * Returns the product's id. Its creator is the merchant where nobody else is named. Raises vend.invalid_name,
   * vend.invalid_price, vend.invalid_shares, vend.unknown_partner, vend.too_many_products,
   * vend.unknown_collection, bank.unknown_currency and general.unknown_avatar.
   */
  async add(
    collection: Collection,
    name: string,
    price: Decimal,
    changes: Omit<ProductChanges, 'name' | 'price'> = {},
    keep = keepNothing,
  ): Promise<number> {
    const usual = { creator: collection.merchant, currency: this.#bank.currencies.default.code };
    const { facts, groups } = await this.#resolve({ ...changes, name, price }, usual.currency);
    const product = { ...PLAIN, ...usual, price: 0n, name, ...facts };
    mustBeOthers(product, collection);
    const check = (commission: number) => mustLeaveEnough(commission, sharedOf(product));
    const outcome = await this.#store.add(collection, product, { groups, most: MAX_PRODUCTS, check, keep });
    if (outcome === 'no group') throw groupGone();
    if (outcome === 'gone') throw unknownCollection(`the collection ${JSON.stringify(collection.name)} is not there any more`);
    if (outcome === 'full') throw tooManyProducts(fullText(JSON.stringify(collection.name), MAX_PRODUCTS, 'products'));
    return outcome;
  }

  /** Raises what `add` does, and vend.unknown_product. */
  async update(offer: Offer, changes: ProductChanges): Promise<void> {
    if (changes.currency !== undefined && changes.price === undefined) {
      throw invalidPrice(`a currency came without a price; name the price in ${JSON.stringify(changes.currency)} with it`);
    }
    const { facts: changed, groups } = await this.#resolve(changes, offer.product.currency);
    const outcome = await this.#store.update(offer, changes.partners && groups, ({ product, collection }) => {
      const facts = { ...product, ...changed };
      mustBeOthers(facts, collection);
      mustLeaveEnough(collection.commission, sharedOf(facts));
      return { facts, seen: looksDifferent(product, facts) };
    });
    if (outcome === 'no group') throw groupGone();
    if (outcome === 'gone') throw gone(offer);
  }

  /** For good; what was bought of it can still be delivered. Raises vend.unknown_product. */
  async remove(offer: Offer): Promise<void> {
    if (!(await this.#store.remove(offer))) throw gone(offer);
  }

  /** What was named, as it is kept, and the groups among the partners. A price is in `currency` where no other one is named with it. */
  async #resolve(changes: ProductChanges, currency: string): Promise<{ facts: Partial<ProductFacts>; groups: readonly GroupKey[] }> {
    const { name, categories, price, currency: wanted = currency, creator, creatorShare, partners, ...rest } = changes;
    const shared = partners && (await this.#partnersNamed(partners));
    const facts: Partial<ProductFacts> = {
      ...rest,
      ...(name !== undefined && { name: checkLabel(name, 'product') }),
      ...(categories && { categories: checkCategories(categories) }),
      ...(price !== undefined && (await this.#price(price, wanted))),
      ...(creator !== undefined && { creator: (await this.#avatars.get(creator)).akey }),
      ...(creatorShare !== undefined && { creatorShare: shareOf(creatorShare, 'the creator') }),
      ...(shared && { partners: shared.partners }),
    };
    return { facts, groups: shared?.groups ?? [] };
  }

  async #price(price: Decimal, code: string): Promise<Pick<ProductFacts, 'price' | 'currency'>> {
    const currency = await this.#bank.currencies.get(code);
    return { price: priceToMinor(price, currency), currency: currency.code };
  }

  async #partnersNamed(named: NonNullable<ProductChanges['partners']>): Promise<{ partners: Partner[]; groups: GroupKey[] }> {
    const partners = new Map<string, Partner>();
    const groups: GroupKey[] = [];
    for (const { key: keyOrName, percent } of named) {
      const avatar = await this.#avatars.find(keyOrName);
      const group = avatar || !isUuid(keyOrName) ? undefined : await this.#groups.find(keyOrName);
      const key = avatar?.akey ?? group?.gkey;
      if (key === undefined) throw unknownPartner(`${JSON.stringify(keyOrName.slice(0, 63))} is no avatar, and no group's key`);
      if (partners.has(key)) throw invalidShares(`the partner ${key} is named twice`);
      const share = shareOf(percent, key);
      if (share === 0) throw invalidShares(`the share of ${key} is 0 %; leave a partner out who gets nothing`);
      partners.set(key, { key, share });
      if (group) groups.push(group.gkey);
    }
    return { partners: [...partners.values()], groups };
  }
}

/** The merchant gets what is left, so a share for the merchant could only be meant for somebody else. */
function mustBeOthers({ creator, creatorShare, partners }: ProductFacts, { merchant }: Collection): void {
  if (creator === merchant && creatorShare > 0) {
    throw invalidShares(`the creator is the merchant, who gets what is left; a creator's share needs another creator`);
  }
  if (partners.some(({ key }) => key === merchant)) throw invalidShares('a partner is the merchant, who gets what is left');
}

function groupGone() {
  return unknownPartner('a group among the partners was dissolved meanwhile');
}

function gone({ product }: Offer) {
  return unknownProduct(`the product ${product.id} is not there any more`);
}
