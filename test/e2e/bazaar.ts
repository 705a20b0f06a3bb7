import { setTimeout as sleep } from 'node:timers/promises';
import type { Invoke } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';

// A collection of Secret2 Linden's beside those of the demo world, and what the document's functions must say of all of them.

export interface VendWorld {
  /** Sells for Secret2 Linden. */
  readonly chad: { readonly akey: string; readonly password: string };
  /** Ids of products, in the order in which they were added. */
  readonly furniture: readonly number[];
  readonly prototypes: readonly number[];
  /** Those that were not removed. */
  readonly bazaar: readonly number[];
  /** Of a private collection of Secret2 Linden's, which Chad may sell from. */
  readonly backroom: number;
  /** Of the bazaar: removed before `since`, and after it. */
  readonly removed: readonly [number, number];
  /** Seconds of Unix time. Since then nothing was changed but the price of the bazaar's product 7. */
  readonly since: number;
}

export const TEXTURE = 'd6433103-f2e0-354d-4f8e-79cd53de5ae8';
export const ANIM = '1|4|4|0|16|10';
const CHAD = { name: 'Chad', password: 'My password goes here' };
const AN_AVATAR = { name: 'An avatar', password: 'avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142' };
/** Two of which are removed. */
const TRINKETS = 104;

const BAZAAR = {
  public: true,
  description: 'All sorts',
  seller_commission: 12.5,
  image_url_part: 'bazaar.png',
  texture_key: TEXTURE,
  tags: 'odds, ends',
};
const FIRST = {
  description: 'The first of many',
  categories: ['Toys', 'Gifts'],
  tags: 'shiny',
  mature: true,
  texture_key: TEXTURE,
  texture_anim: ANIM,
  image_url_part: 'trinket.png',
  creator: COOL.name,
};

/** Makes it, in a demo world that nobody has changed. */
export async function makeBazaar(invoke: Invoke): Promise<VendWorld> {
  const chad = { ...CHAD, akey: await must<string>(invoke, 'general.getAvatarKey', CHAD.name) };
  const [cool, secret2, chads, avatars] = await Promise.all([COOL, SECRET2, chad, AN_AVATAR].map((who) => logIn(invoke, who)));
  const asSecret2 = <T>(method: string, ...params: unknown[]) => must<T>(invoke, method, [secret2], ...params);
  const furniture = await must<number[]>(invoke, 'vend.productsInCollection', [cool], COOL.akey, 'Furniture');
  const prototypes = await must<number[]>(invoke, 'vend.productsInCollection', [cool], COOL.akey, 'Prototypes');

  const affiliate_group = await asSecret2<string>('general.createGroup', 'Sellers');
  await asSecret2('general.addToGroup', '', '', affiliate_group, chad.akey);
  await asSecret2('vend.createCollection', '', 'Backroom', { affiliate_group });
  const backroom = await asSecret2<number>('vend.addProduct', '', 'Backroom', 'Gem', 1_000);
  await asSecret2('vend.createCollection', '', 'Bazaar', { ...BAZAAR, affiliate_group });
  const bazaar: number[] = [];
  for (let n = 0; n < TRINKETS; n++) {
    const details = n === 0 ? FIRST : n === 1 ? { texture_key: TEXTURE } : {};
    bazaar.push(await asSecret2('vend.addProduct', '', 'Bazaar', `Trinket ${n}`, n, details));
  }
  for (const [login, rating] of [
    [avatars, 4],
    [chads, 5],
  ]) {
    await must(invoke, 'vend.buy', [login], bazaar[0], '', '', '', 'working', 0, 0);
    await must(invoke, 'vend.vote', [login], bazaar[0], rating);
  }
  const ofAll = ['5e2f0000-0000-4000-8000-000000000001', 'Kinda', 128.5, 64, 22, true];
  await must(invoke, 'vend.announceVendor', [chads], SECRET2.akey, 'Bazaar', ...ofAll);
  const ofOne = ['5e2f0000-0000-4000-8000-000000000002', 'Nova', 1, 2, 3, false, bazaar[0]];
  await asSecret2('vend.announceVendor', SECRET2.akey, 'Bazaar', ...ofOne);

  const removed = [bazaar.pop() as number, bazaar.pop() as number] as const;
  await asSecret2('vend.removeProduct', removed[0]);
  await sleep(1_100);
  const since = Math.floor(Date.now() / 1_000);
  await asSecret2('vend.removeProduct', removed[1]);
  await asSecret2('vend.updateProduct', bazaar[7], { price: 77 });
  return { chad, furniture, prototypes, bazaar, backroom, removed, since };
}

export const OF_FURNITURE = {
  name: 'Furniture',
  merchant: COOL.name,
  merchant_akey: COOL.akey,
  desc: 'Things to sit on, sleep in and eat at',
  seller_commission: 10,
  image_url_part: '',
  texture_key: '',
  rating: 0,
  tags: 'home, wood',
};

export const OF_BAZAAR = {
  name: 'Bazaar',
  merchant: SECRET2.name,
  merchant_akey: SECRET2.akey,
  desc: 'All sorts',
  seller_commission: 12.5,
  image_url_part: 'bazaar.png',
  texture_key: TEXTURE,
  rating: 4.5,
  tags: 'odds, ends',
};

const PLAIN = { tags: '', rating: 0, total_votes: 0, currency: 'L$', image_url_part: '', texture_key: '', is_mature: 0, vendors: [] };
const OF_COOL = { creator: COOL.name, creator_akey: COOL.akey };
const OF_SECRET2 = { creator: SECRET2.name, creator_akey: SECRET2.akey };

const PIECES: readonly (readonly [name: string, short_desc: string, price: number, cat: string, tags: string])[] = [
  ['Oak chair', 'A plain chair of oak', 120, 'Chairs', 'wood, seat'],
  ['Oak table', 'Seats six', 250, 'Tables', 'wood, dinner'],
  ['Velvet sofa', 'Three seats, ten colours', 480, 'Sofas', 'seat, soft'],
  ['Four-poster bed', 'With curtains', 900, 'Beds', 'wood, sleep'],
  ['Floor lamp', 'Lights up when touched', 75, 'Lights', 'light'],
];

/** The products of Furniture. */
export function pieces({ furniture }: VendWorld): object[] {
  return PIECES.map(([name, short_desc, price, cat, tags], index) => {
    return { ...PLAIN, ...OF_COOL, prod_id: furniture[index], name, short_desc, price, cats: ['Furniture', cat], tags };
  });
}

/** Those of the bazaar. */
export function trinkets(world: VendWorld, from: number, to?: number): object[] {
  return world.bazaar.slice(from, to).map((_id, index) => trinket(world, from + index));
}

export function trinket({ bazaar, chad }: VendWorld, n: number): object {
  const product = { ...PLAIN, ...OF_SECRET2, prod_id: bazaar[n], name: `Trinket ${n}`, short_desc: '', price: n, cats: ['Other'] };
  const affiliates = { owner_akey: chad.akey, owner_name: CHAD.name, position: 'Kinda/128/64/22', mature_region: true };
  const own = { owner_akey: SECRET2.akey, owner_name: SECRET2.name, position: 'Nova/1/2/3', mature_region: false };
  const others: Record<number, object> = {
    0: {
      ...OF_COOL,
      short_desc: 'The first of many',
      cats: ['Toys', 'Gifts'],
      tags: 'shiny',
      rating: 4.5,
      total_votes: 2,
      image_url_part: 'trinket.png',
      texture_key: TEXTURE,
      is_mature: 1,
      vendors: [own, affiliates],
    },
    1: { texture_key: TEXTURE },
    7: { price: 77 },
  };
  return { ...product, vendors: [affiliates], ...others[n] };
}

export function removedProduct({ removed }: VendWorld, which: 0 | 1): object {
  return { ...OF_SECRET2, prod_id: removed[which] };
}
