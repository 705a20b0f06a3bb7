import type { Person, World } from '../../../test/testkit/world.ts';
import { balanceOf, groupOf, Shop } from '../orders/testkit.ts';

export interface Refunded {
  readonly transaction_id: string;
  readonly amount: number;
}

export interface Preview {
  readonly amount: number;
  readonly missing: number;
  readonly sides: readonly { readonly akey: string; readonly amount: number; readonly missing: number; readonly on_its_way: boolean }[];
}

let markets = 0;

/**
 * A shop of Meg's, who has 1,000 as everybody else here. Ada sells it for 30 %. Each test has one of its own, so that all balances are
 * known.
 */
export class Market {
  readonly world: World;
  readonly shop: Shop;
  readonly people: Readonly<Record<'meg' | 'bob' | 'ada' | 'pat' | 'cat' | 'oda', Person>>;

  constructor(world: World, shop: Shop, people: Market['people']) {
    this.world = world;
    this.shop = shop;
    this.people = people;
  }

  static async open(world: World): Promise<Market> {
    markets += 1;
    const somebody = (name: string, money = 1_000) => world.person(`${name} of market ${markets}`, money);
    const [meg, bob, ada, pat, cat, oda] = await Promise.all(['Meg', 'Bob', 'Ada', 'Pat', 'Cat', 'Oda'].map((name) => somebody(name)));
    const people = { meg, bob, ada, pat, cat, oda } as Market['people'];
    const affiliateGroup = await groupOf(world, people.meg, [people.ada, people.bob]);
    const managerGroup = await groupOf(world, people.meg, [], [people.oda]);
    return new Market(world, await Shop.open(world, people.meg, { affiliateGroup, managerGroup, commission: 30 }), people);
  }

  /** What everybody has in `working`, by their names. */
  async balances(): Promise<Record<string, number>> {
    const entries = Object.entries(this.people).map(async ([name, who]) => [name, await balanceOf(this.world, who)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  /** What has become more or less of what they began with. */
  async gains(): Promise<Record<string, number>> {
    const gains = Object.entries(await this.balances()).map(([name, balance]) => [name, balance - 1_000] as const);
    return Object.fromEntries(gains.filter(([, gain]) => gain !== 0));
  }

  refund(who: Person, order_id: string, more: object = {}): Promise<Refunded> {
    return this.world.call('vend.refundOrder', { capabilities: [who.login], order_id, ...more }) as Promise<Refunded>;
  }

  giveBack(who: Person, order_id: string, amount: number, request_id = ''): Promise<Refunded> {
    return this.world.call('vend.giveBack', [[who.login], order_id, amount, request_id]) as Promise<Refunded>;
  }

  preview(who: Person, order_id: string): Promise<Preview> {
    return this.world.call('vend.refundPreview', [[who.login], order_id]) as Promise<Preview>;
  }

  pay(from: Person, amount: number, to: Person): Promise<unknown> {
    return this.world.call('bank.pay', [[from.login], amount, from.akey, 'working', to.akey, '', '']);
  }

  /** Bob's purchase of something for 100 that Ada sells: 30 for Ada, 20 for Pat, 10 for Cat who made it, 40 for Meg. */
  async sale(more: object = {}): Promise<string> {
    const { ada, pat, cat, bob } = this.people;
    const shares = { partners: [{ key: pat.akey, percent: 20 }], creator: cat.akey, creatorShare: 10 };
    const prodId = await this.shop.product(100, shares);
    const { order_id } = await this.shop.buy(bob, prodId, { affiliate: ada.akey, ...more });
    return order_id;
  }
}
