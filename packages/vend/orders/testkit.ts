import { randomUUID } from 'node:crypto';
import { type Decimal, decimalOf, type Uuid } from '@scrip/kernel';
import type { Person, World } from '../../../test/testkit/world.ts';
import type { CollectionChanges } from '../collections/collections.ts';
import type { ProductChanges } from '../products/products.ts';

export interface Receipt {
  order_id: string;
  transaction_id: string;
  price: number;
  credit_used: number;
  state: string;
}

export interface ShownOrder {
  order_id: string;
  state: string;
  prod_id: number;
  product_name: string;
  buyer_name: string;
  recipient_name: string;
  merchant_name: string;
  affiliate_akey: string;
  price: number;
  credit_used: number;
  transaction_id: string;
  refund_transaction_id: string;
  delivered?: Date;
  refunded?: Date;
  deliveries: { delivery_id: string; state: string; attempts: number; note: string; finished?: Date }[];
}

export interface PulledDelivery {
  delivery_id: string;
  order_id: string;
  prod_id: number;
  product_name: string;
  recipient_akey: string;
  recipient_name: string;
  attempts: number;
}

/** What somebody sells, and what the tests do with it. */
export class Shop {
  readonly world: World;
  readonly merchant: Person;
  readonly collection: string;

  constructor(world: World, merchant: Person, collection: string) {
    this.world = world;
    this.merchant = merchant;
    this.collection = collection;
  }

  /** A collection of a new merchant, public where nothing else is said. */
  static async open(world: World, merchant: Person, changes: CollectionChanges = {}): Promise<Shop> {
    const name = `Shop ${randomUUID().slice(0, 8)}`;
    await world.vend.collections.create(merchant.akey, name, { public: true, ...changes });
    return new Shop(world, merchant, name);
  }

  async product(price: number, changes: ProductChanges = {}): Promise<number> {
    return this.world.vend.products.add(await this.#found(), 'Chair', decimalOf(price) as Decimal, changes);
  }

  async change(prodId: number, { price, ...changes }: Omit<ProductChanges, 'price'> & { price?: number }): Promise<void> {
    const offer = await this.world.vend.catalogue.offer(prodId);
    const priced = price === undefined ? changes : { ...changes, price: decimalOf(price) as Decimal };
    if (offer) await this.world.vend.products.update(offer, priced);
  }

  async settings(changes: CollectionChanges): Promise<void> {
    await this.world.vend.collections.update(await this.#found(), changes);
  }

  async quantity(prodId: number): Promise<number | null | undefined> {
    return (await this.world.vend.catalogue.offer(prodId))?.product.quantity;
  }

  async sales(prodId: number): Promise<number | undefined> {
    return (await this.world.vend.catalogue.offer(prodId))?.product.sales;
  }

  /** Its key in-world. */
  async vendor(owner: Person, prodId?: number): Promise<Uuid> {
    const objectKey = randomUUID();
    await this.world.vend.vendors.announce({
      objectKey,
      owner: owner.akey,
      collection: await this.#found(),
      productId: prodId ?? null,
      region: 'Kinda',
      x: 1,
      y: 2,
      z: 3,
      matureRegion: false,
      byItself: false,
    });
    return objectKey;
  }

  buy(buyer: Person, prod_id: number, more: object = {}): Promise<Receipt> {
    return this.world.call('vend.buy', { capabilities: [buyer.login], prod_id, ...more }) as Promise<Receipt>;
  }

  order(who: Person, order_id: string): Promise<ShownOrder> {
    return this.world.call('vend.order', [[who.login], order_id]) as Promise<ShownOrder>;
  }

  pull(limit = 10, more: object = {}): Promise<PulledDelivery[]> {
    const params = { capabilities: [this.merchant.login], limit, collection_name: this.collection, ...more };
    return this.world.call('vend.pullDeliveries', params) as Promise<PulledDelivery[]>;
  }

  ack(delivery_id: string, ok = 1, note = ''): Promise<string> {
    return this.world.call('vend.ackDelivery', [[this.merchant.login], delivery_id, ok, note]) as Promise<string>;
  }

  refund(order_id: string, comment = ''): Promise<{ transaction_id: string; amount: number }> {
    const params = [[this.merchant.login], order_id, comment];
    return this.world.call('vend.refundOrder', params) as Promise<{ transaction_id: string; amount: number }>;
  }

  async #found() {
    const found = await this.world.vend.catalogue.collectionNamed(this.merchant.akey, this.collection);
    if (!found) throw new Error(`${this.collection} is gone`);
    return found;
  }
}

export async function balanceOf(world: World, { login, akey }: Person, account = 'working'): Promise<number> {
  return (await world.call('bank.accountBalance', [[login], akey, account])) as number;
}

/** A new group of this creator's with these members; its key. */
export async function groupOf(world: World, creator: Person, members: readonly Person[], officers: readonly Person[] = []): Promise<Uuid> {
  const { gkey } = await world.groups.create(creator.akey, `Group ${randomUUID().slice(0, 8)}`);
  for (const { akey } of members) await world.groups.add(gkey, akey, { percent: -1, officer: false });
  for (const { akey } of officers) await world.groups.add(gkey, akey, { percent: -1, officer: true });
  return gkey;
}

export async function notices(world: World, { login }: Person, kind: string): Promise<{ text: string; reference: string }[]> {
  const all = (await world.call('general.notifications', [[login]])) as { kind: string; text: string; reference: string }[];
  return all.filter((one) => one.kind === kind);
}
