import type { Uuid } from '@scrip/kernel';
import type { Recorder } from './history.ts';
import type { Person } from './orders.ts';

export interface Product {
  readonly id: number;
  readonly price: number;
  readonly limited: boolean;
}

/** Somebody's spaces for rent, and what they sell. */
export interface Shop {
  readonly keeper: Person;
  readonly units: readonly string[];
  readonly products: readonly Product[];
}

export const LOCATION = 'Mall';
const COLLECTION = 'Wares';
const UNITS = 12;
const DAY_s = 86_400;
/** Who buys a day pays less for it. */
const DISCOUNT = { secs: DAY_s, percent: 10 };
const RATE = { each_s: 3_600, amount: 5 };
/** What a lessee gets back is half at one shop and all at the other. */
const REFUND_PERCENTS = [50, 100];
/** Few enough that some run out and are put back by refunds; `partner` is the share of somebody else, in percent. */
const PRODUCTS = [
  { name: 'Poster', price: 7, quantity: -1, partner: 0 },
  { name: 'Chair', price: 11, quantity: 60, partner: 25 },
  { name: 'Vase', price: 3, quantity: 20, partner: 0 },
];

/** Leases end and expire within seconds in a run, so that nobody is reminded of one and units fall vacant. */
const SETTINGS = { min_secs: 1, max_secs: 30 * DAY_s, overdue_secs: 0, reminders: [], discounts: [DISCOUNT] };

type Call = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** What time at any of the units costs, in minor units: rounded up. */
export function rentOf(secs: number): number {
  const percent = secs >= DISCOUNT.secs ? 100 - DISCOUNT.percent : 100;
  return Math.max(1, Math.ceil((RATE.amount * secs * percent) / (RATE.each_s * 100)));
}

/** Opens a shop for each keeper; how many pieces there are of what has an end is written down. */
export function openShops(call: Call, keepers: readonly Person[], partner: Person, recorder: Recorder): Promise<Shop[]> {
  return Promise.all(keepers.map((keeper, index) => open(call, { keeper, partner: partner.akey, index }, recorder)));
}

async function open(call: Call, of: { keeper: Person; partner: Uuid; index: number }, recorder: Recorder): Promise<Shop> {
  const { keeper, partner, index } = of;
  const mine = [keeper.login];
  await call('lease.createLocation', [mine, '', LOCATION, { ...SETTINGS, refund_percent: REFUND_PERCENTS[index] }]);
  const units = Array.from({ length: UNITS }, (_, number) => `Stall #${number + 1}`);
  for (const unit of units) await call('lease.createUnit', [mine, '', LOCATION, unit, RATE.amount, 'hour']);
  await call('vend.createCollection', [mine, '', COLLECTION, { public: true }]);
  const products: Product[] = [];
  for (const { name, price, quantity, partner: percent } of PRODUCTS) {
    const details = { quantity, partners: percent > 0 ? [{ key: partner, percent }] : [] };
    const id = Number(await call('vend.addProduct', [mine, '', COLLECTION, name, price, details]));
    products.push({ id, price, limited: quantity >= 0 });
    if (quantity >= 0) recorder.stocks.push({ product: id, pieces: quantity });
  }
  return { keeper, units, products };
}
