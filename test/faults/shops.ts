import { deriveId, type Uuid } from '@scrip/kernel';
import type { Recorder } from './history.ts';
import type { Person } from './person.ts';

export interface Product {
  readonly id: number;
  readonly price: number;
  readonly limited: boolean;
}

/** A group that shares what it is paid, in whole percent: the members in the order in which they joined. */
export interface Staff {
  readonly key: Uuid;
  readonly members: readonly { readonly akey: Uuid; readonly percent: number }[];
}

/** Somebody's spaces for rent, and what they sell. */
export interface Shop {
  readonly keeper: Person;
  readonly units: readonly string[];
  readonly products: readonly Product[];
  readonly staff: Staff;
  /** Who sells from it for a commission, and the object in-world by which they do. */
  readonly affiliate: Uuid;
  readonly vendor: Uuid;
}

/** Who has a part in the shops beside their keepers. */
export interface Others {
  readonly partner: Person;
  readonly staff: readonly Person[];
  readonly affiliate: Person;
}

export const LOCATION = 'Mall';
const COLLECTION = 'Wares';
const [STAFF, SELLERS] = ['Staff', 'Sellers'];
const UNITS = 12;
const DAY_s = 86_400;
/** Who buys a day pays less for it. */
const DISCOUNT = { secs: DAY_s, percent: 10 };
const RATE = { each_s: 3_600, amount: 5 };
/** What a lessee gets back is half at one shop and all at the other. */
const REFUND_PERCENTS = [50, 100];
/** One shop's rent is its keeper's, the other one's is shared by its staff. */
const SHARES_INCOME = [false, true];
/** The keeper's percentage and those of the others: hardly any rent can be shared so without a remainder. */
const PERCENTAGES = [40, 35, 25];
const COMMISSION_PERCENT = 30;
/** Few enough that some run out and are put back by refunds; `partner` is the share of somebody else, in percent. */
const PRODUCTS = [
  { name: 'Poster', price: 7, quantity: -1, partner: 0 },
  { name: 'Chair', price: 11, quantity: 60, partner: 25 },
  { name: 'Vase', price: 3, quantity: 20, partner: 0 },
];

/** Leases end and expire within seconds in a run, so that nobody is reminded of one and units fall vacant. */
const SETTINGS = { min_secs: 1, max_secs: 30 * DAY_s, overdue_secs: 0, grace_secs: 600, reminders: [], discounts: [DISCOUNT] };

type Call = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** What time at any of the units costs, in minor units: rounded up. */
export function rentOf(secs: number): number {
  const percent = secs >= DISCOUNT.secs ? 100 - DISCOUNT.percent : 100;
  return Math.max(1, Math.ceil((RATE.amount * secs * percent) / (RATE.each_s * 100)));
}

/** Opens a shop for each keeper; how many pieces there are of what has an end is written down. */
export function openShops(call: Call, keepers: readonly Person[], others: Others, recorder: Recorder): Promise<Shop[]> {
  return Promise.all(keepers.map((keeper, index) => open(call, { keeper, others, index }, recorder)));
}

async function open(call: Call, of: { keeper: Person; others: Others; index: number }, recorder: Recorder): Promise<Shop> {
  const { keeper, others, index } = of;
  const mine = [keeper.login];
  const staff = await gather(call, keeper, others.staff);
  const income_group = SHARES_INCOME[index] ? staff.key : '';
  await call('lease.createLocation', [mine, '', LOCATION, { ...SETTINGS, income_group, refund_percent: REFUND_PERCENTS[index] }]);
  const units = Array.from({ length: UNITS }, (_, number) => `Stall #${number + 1}`);
  for (const unit of units) await call('lease.createUnit', [mine, '', LOCATION, unit, RATE.amount, 'hour']);
  const affiliate_group = (await call('general.createGroup', [mine, SELLERS])) as Uuid;
  await call('general.addToGroup', [mine, '', '', affiliate_group, others.affiliate.akey, '']);
  await call('vend.createCollection', [mine, '', COLLECTION, { public: true, seller_commission: COMMISSION_PERCENT, affiliate_group }]);
  const vendor = deriveId('vendor', keeper.akey);
  await call('vend.announceVendor', [[others.affiliate.login], keeper.akey, COLLECTION, vendor, 'Market', 128, 128, 20]);
  const products: Product[] = [];
  for (const { name, price, quantity, partner: percent } of PRODUCTS) {
    const details = { quantity, partners: percent > 0 ? [{ key: others.partner.akey, percent }] : [] };
    const id = Number(await call('vend.addProduct', [mine, '', COLLECTION, name, price, details]));
    products.push({ id, price, limited: quantity >= 0 });
    if (quantity >= 0) recorder.stocks.push({ product: id, pieces: quantity });
  }
  return { keeper, units, products, staff, affiliate: others.affiliate.akey, vendor };
}

/** The keeper and others: one after the other, since what is left over of a payment goes to who came first. */
async function gather(call: Call, keeper: Person, others: readonly Person[]): Promise<Staff> {
  const mine = [keeper.login];
  const key = (await call('general.createGroup', [mine, STAFF])) as Uuid;
  for (const { akey } of others) await call('general.addToGroup', [mine, '', '', key, akey, '']);
  const members = [keeper, ...others].map(({ akey }, index) => ({ akey, percent: PERCENTAGES[index] as number }));
  const percentages = members.map(({ akey: member, percent }) => ({ member, percent }));
  await call('general.setGroupPercentages', [mine, '', '', key, percentages]);
  return { key, members };
}
