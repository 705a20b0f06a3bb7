import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../catalogue/testkit.ts';

let shop: Shop;
let call: Shop['call'];
let refusal: Shop['refusal'];
let me: string[];
/** Anybody who is logged in. */
let any: string[];

beforeAll(async () => {
  shop = await openShop();
  ({ call, refusal } = shop);
  me = [shop.ann.login];
  any = [shop.eve.login];
  await call('operator.addCurrency', [shop.world.operator], 'Gold', 2);
  const settings = {
    public: true,
    description: 'All of wood',
    seller_commission: 12.5,
    image_url_part: 'toys',
    tags: 'wood',
    affiliate_group: 'Sellers',
  };
  await call('vend.createCollection', me, '', 'Toys', { ...settings, texture_key: '64871c36-3dc1-f109-26f6-22e02356ce73' });
  await call('vend.createCollection', me, '', 'secret things');
});
afterEach(() => shop.world.check());
afterAll(() => shop.world.close());

type Listed = { prod_id: number; name: string; vendors: { owner_akey: string; position: string }[] };
const page = (name: string, offset: unknown = 0, since: unknown = 0) =>
  call('vend.publicCollectionProducts', any, shop.ann.akey, '', name, offset, since) as Promise<Listed[]>;
const deleted = (name: string, offset: unknown = 0, since: unknown = 0) =>
  call('vend.publicCollectionProductsDeleted', any, shop.ann.name, '', name, offset, since) as Promise<Listed[]>;
const idsOf = (products: readonly Listed[]) => products.map(({ prod_id }) => prod_id);
const dated = (column: string, time: string, ids: readonly number[]) =>
  shop.world.database.pool.query(`UPDATE vend_product SET ${column} = $1 WHERE id = ANY ($2)`, [time, ids]);

describe('vend.collectionNames', () => {
  it('lists public and private ones in the order of their names, for the merchant and who may read', async () => {
    const read = await call('vend.grantReadCapability', me, shop.eve.akey, 60);
    const manage = await call('vend.grantManageCapability', me, shop.eve.name, 60);
    for (const caps of [me, [...any, read], [...any, manage]]) {
      expect(await call('vend.collectionNames', caps, shop.ann.akey)).toEqual(['secret things', 'Toys']);
    }
    expect(await call('vend.collectionNames', any, shop.eve.akey)).toEqual([]);
    for (const caps of [any, [shop.bob.login], [shop.cyd.login]]) {
      expect(await refusal('vend.collectionNames', caps, shop.ann.akey)).toMatch(/^auth\.forbidden/);
    }
    for (const caps of [[], [read]])
      expect(await refusal('vend.collectionNames', caps, shop.ann.akey)).toMatch(/^auth\.capability_required/);
    expect(await refusal('vend.collectionNames', any, 'Nobody At All')).toMatch(/^general\.unknown_avatar/);
  });
});

describe('vend.productsInCollection', () => {
  it('lists the ids', async () => {
    await call('vend.createCollection', me, '', 'Ids', { public: true });
    const ids = [await shop.add('Ids', 'b'), await shop.add('Ids', 'c'), await shop.add('Ids', 'a')];
    await call('vend.removeProduct', me, ids[1]);
    for (const caps of [me, any]) expect(await call('vend.productsInCollection', caps, shop.ann.akey, 'ids')).toEqual([ids[0], ids[2]]);
    expect(await call('vend.productsInCollection', me, shop.ann.akey, 'secret things')).toEqual([]);
    expect(await refusal('vend.productsInCollection', any, shop.ann.akey, 'secret things')).toMatch(/^auth\.forbidden/);
  });
});

describe('vend.publicCollections', () => {
  it('lists those of all merchants in the order of their names, with the documented members', async () => {
    const names = ['Beta', 'alpha', 'BETA 2', 'Gamma'];
    for (const name of names) await call('vend.createCollection', any, '', name, { public: true });
    const list = (...rest: unknown[]) => call('vend.publicCollections', [shop.dan.login], ...rest) as Promise<{ name: string }[]>;
    const all = await list(0, 100);
    expect(all.map(({ name }) => name).filter((name) => [...names, 'Toys', 'secret things'].includes(name))).toEqual([
      'alpha',
      'Beta',
      'BETA 2',
      'Gamma',
      'Toys',
    ]);
    expect(all.find(({ name }) => name === 'Toys')).toEqual({
      name: 'Toys',
      merchant: shop.ann.name,
      merchant_akey: shop.ann.akey,
      desc: 'All of wood',
      seller_commission: 12.5,
      image_url_part: 'toys',
      texture_key: '64871c36-3dc1-f109-26f6-22e02356ce73',
      rating: 0,
      tags: 'wood',
    });
    expect(await list('1', '2')).toEqual(all.slice(1, 3));
    expect([await list(0, -1), await list(0, 5_000)]).toEqual([all, all]);
    expect(await list(all.length, 10)).toEqual([]);
    expect(await refusal('vend.publicCollections', [], 0, 10)).toMatch(/^auth\.capability_required/);
  });
});

describe('vend.publicCollectionProducts', () => {
  it('has the documented members and nothing else', async () => {
    const id = await shop.add('Toys', 'Horse', 12.55, {
      description: `${'\u{1F40E}'.repeat(254)}ab\ncd`,
      categories: ['Toys', 'Animals'],
      tags: 'horse',
      mature: true,
      currency: 'Gold',
      texture_key: '64871c36-3dc1-f109-26f6-22e02356ce73',
      image_url_part: 'horse.png',
      creator: 'Bob Best',
    });
    await shop.world.database.pool.query('UPDATE vend_product SET votes = 3, rating_sum = 10 WHERE id = $1', [id]);
    await call('vend.announceVendor', [shop.bob.login], shop.ann.akey, 'Toys', newId(), 'Kinda', 128, 64, 22, true);
    await call('vend.announceVendor', me, '', 'Toys', newId(), 'Elsewhere', 1, 2, 3, false, id);
    expect((await page('toys')).at(-1)).toEqual({
      prod_id: id,
      name: 'Horse',
      short_desc: `${'\u{1F40E}'.repeat(254)}a`,
      creator: shop.bob.name,
      creator_akey: shop.bob.akey,
      cats: ['Toys', 'Animals'],
      tags: 'horse',
      rating: 3.33,
      total_votes: 3,
      price: 12.55,
      currency: 'Gold',
      image_url_part: 'horse.png',
      texture_key: '64871c36-3dc1-f109-26f6-22e02356ce73',
      is_mature: 1,
      vendors: [
        { owner_akey: shop.ann.akey, owner_name: shop.ann.name, position: 'Elsewhere/1/2/3', mature_region: false },
        { owner_akey: shop.bob.akey, owner_name: shop.bob.name, position: 'Kinda/128/64/22', mature_region: true },
      ],
    });
  });

  it("shows at most ten vendors, the merchant's first, and those of the product before those of the collection", async () => {
    await call('vend.createCollection', me, '', 'Stalls', { public: true, affiliate_group: 'Sellers' });
    const [one, two] = [await shop.add('Stalls', 'one'), await shop.add('Stalls', 'two')];
    const stall = (who: string, x: number, id = 0) =>
      call('vend.announceVendor', [who], shop.ann.akey, 'Stalls', newId(), 'Kinda', x, 0, 0, false, id);
    for (let x = 0; x < 11; x++) await stall(shop.bob.login, x);
    for (let x = 20; x < 32; x++) await stall(shop.bob.login, x, one);
    for (const x of [40, 41]) await stall(shop.ann.login, x);
    await stall(shop.ann.login, 50, one);
    // Two might be of one millisecond, and then in either order.
    await shop.world.database.pool.query("UPDATE vend_vendor SET created_at = now() + x * interval '1 s'");
    const shown = (await page('Stalls')).map(({ vendors }) => vendors.map(({ position }) => Number(position.split('/')[1])));
    expect(shown).toEqual([
      [50, 40, 41, 20, 21, 22, 23, 24, 25, 26],
      [40, 41, 0, 1, 2, 3, 4, 5, 6, 7],
    ]);
    expect(two).toBeGreaterThan(one);
  });

  it('sends nobody to the vendor of somebody who left the affiliate group, until they are back', async () => {
    const { person, sellers } = shop;
    const fay = await person('Fay Gone');
    await shop.world.groups.add(sellers, fay.akey, { percent: 10, officer: false });
    await call('vend.createCollection', me, '', 'Left', { public: true, affiliate_group: 'Sellers' });
    const id = await shop.add('Left', 'one');
    for (let x = 0; x < 12; x++) {
      for (const product of [0, id]) {
        await call('vend.announceVendor', [fay.login], shop.ann.akey, 'Left', newId(), 'Kinda', x, 0, 0, false, product);
      }
    }
    await call('vend.announceVendor', [shop.bob.login], shop.ann.akey, 'Left', newId(), 'Kinda', 77, 0, 0);
    await shop.world.database.pool.query("UPDATE vend_vendor SET created_at = now() + x * interval '1 s'");
    const owners = async () => (await page('Left'))[0]?.vendors.map(({ owner_akey }) => owner_akey);
    expect(await owners()).toEqual(Array(10).fill(fay.akey));
    await shop.world.groups.remove(sellers, fay.akey);
    expect(await owners()).toEqual([shop.bob.akey]);
    await call('vend.updateCollection', me, '', 'Left', { affiliate_group: '' });
    expect(await owners()).toEqual([]);
    await call('vend.updateCollection', me, '', 'Left', { affiliate_group: 'Sellers' });
    await shop.world.groups.add(sellers, fay.akey, { percent: 10, officer: false });
    expect(await owners()).toHaveLength(10);
  });

  it('comes in pages of a hundred until an empty one', async () => {
    await call('vend.createCollection', me, '', 'Pages', { public: true });
    const ids: number[] = [];
    for (let i = 0; i < 230; i++) ids.push(await shop.add('Pages', `Product ${230 - i}`));
    for (const id of ids.splice(10, 5)) await call('vend.removeProduct', me, id);
    const seen: number[] = [];
    for (let offset = 0; ; offset += 100) {
      const products = await page('Pages', offset);
      if (products.length === 0) break;
      expect(products.length).toBeLessThanOrEqual(100);
      seen.push(...idsOf(products));
    }
    expect(seen).toEqual(ids);
    expect(idsOf(await page('Pages', '224', '0'))).toEqual(ids.slice(224));
  });

  it('tells what was added or changed since a time, however it is written', async () => {
    await call('vend.createCollection', me, '', 'Since', { public: true });
    await shop.world.database.pool.query("UPDATE vend_collection SET created_at = '2006-01-01' WHERE name = 'Since'");
    const ids = [await shop.add('Since', 'a'), await shop.add('Since', 'b'), await shop.add('Since', 'c')] as [number, number, number];
    await dated('changed_at', '2006-10-23 03:08:00Z', ids.slice(0, 2));
    await dated('changed_at', '2006-10-23 03:08:01.5Z', ids.slice(2));
    const at = Date.UTC(2006, 9, 23, 3, 8) / 1_000;
    for (const since of [0, '0', at, String(at)]) expect(idsOf(await page('Since', 0, since))).toEqual(ids);
    for (const since of [at + 1, `${at + 1}.000000`]) expect(idsOf(await page('Since', 0, since))).toEqual([ids[2]]);
    for (const since of [at + 2, 4_294_967_296, '4294967296', Number.MAX_SAFE_INTEGER]) expect(await page('Since', 0, since)).toEqual([]);
    await call('vend.updateProduct', me, ids[0], { price: 3 });
    expect(idsOf(await page('Since', 0, at + 1))).toEqual([ids[0], ids[2]]);
    expect(idsOf(await page('Since', 1, at + 1))).toEqual([ids[2]]);
    await call('vend.removeProduct', me, ids[0]);
    expect(idsOf(await page('Since', 0, at + 1))).toEqual([ids[2]]);
    expect(await refusal('vend.publicCollectionProducts', any, shop.ann.akey, '', 'Since', 0, -1)).toMatch(
      /^invalid_params: changes_since/,
    );
    expect(await refusal('vend.publicCollectionProducts', any, shop.ann.akey, '', 'Since', 0, 'today')).toMatch(
      /^invalid_params: changes_since/,
    );
  });
});

describe('vend.publicCollectionProductsDeleted', () => {
  it('tells what was removed since a time, in the order of removal', async () => {
    await call('vend.createCollection', me, '', 'Gone', { public: true });
    const ids: number[] = [];
    for (const name of ['a', 'b', 'c', 'd']) ids.push(await shop.add('Gone', name, 1, { creator: 'Dan Dole' }));
    const [a, b, c] = ids as [number, number, number];
    for (const id of [c, a, b]) await call('vend.removeProduct', me, id);
    for (const [second, id] of [c, a, b].entries()) await dated('removed_at', `2024-01-01 00:00:0${second}Z`, [id]);
    const row = (prod_id: number) => ({ prod_id, creator: shop.dan.name, creator_akey: shop.dan.akey });
    expect(await deleted('gone')).toEqual([row(c), row(a), row(b)]);
    expect(await deleted('gone', 1)).toEqual([row(a), row(b)]);
    expect(await deleted('gone', 3)).toEqual([]);
    await dated('removed_at', '2006-10-23 03:08:00Z', [c, a]);
    const at = Date.UTC(2006, 9, 23, 3, 8) / 1_000;
    expect(idsOf(await deleted('gone', 0, at))).toEqual([a, c, b]);
    expect(idsOf(await deleted('gone', 0, String(at + 1)))).toEqual([b]);
    expect(await deleted('gone', 0, '4294967296')).toEqual([]);
  });
});

describe.each(['vend.publicCollectionProducts', 'vend.publicCollectionProductsDeleted'])('%s', (method) => {
  it('knows a private collection no better than one that is not there', async () => {
    for (const caps of [me, any]) {
      const texts = ['secret things', 'not a collection'].map((name) => refusal(method, caps, shop.ann.akey, '', name, 0, 0));
      const [hidden, missing] = await Promise.all(texts);
      expect(hidden).toBe(`vend.unknown_collection: ${shop.ann.akey} has no public collection called "secret things"`);
      expect(missing).toBe(hidden?.replace('secret things', 'not a collection'));
    }
  });

  it('names the merchant by key or name, and needs a login', async () => {
    for (const merchant of [shop.ann.akey, shop.ann.akey.toUpperCase(), 'ann ABLE']) {
      expect(await refusal(method, any, merchant, '', 'TOYS', 0, 0)).toMatch(/^no fault/);
    }
    expect(await refusal(method, any, 'Nobody At All', '', 'Toys', 0, 0)).toMatch(/^general\.unknown_avatar/);
    expect(await refusal(method, any, shop.ann.akey, 'elsewhere', 'Toys', 0, 0)).toMatch(/^general\.unknown_realm/);
    expect(await refusal(method, [], shop.ann.akey, '', 'Toys', 0, 0)).toMatch(/^auth\.capability_required/);
    expect(await refusal(method, any, shop.ann.akey, '', 'Toys', -1, 0)).toMatch(/^invalid_params: offset/);
    const limited = (await shop.world.capabilities.narrow(shop.eve.login, { maxEach: 5 })).token;
    expect(await refusal(method, [limited], shop.ann.akey, '', 'Toys', 0, 0)).toMatch(/^auth\.forbidden/);
  });
});
