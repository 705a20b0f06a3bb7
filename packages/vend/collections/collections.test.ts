import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../catalogue/testkit.ts';
import { MAX_COLLECTIONS } from './collections.ts';

let shop: Shop;
let call: Shop['call'];
let refusal: Shop['refusal'];
let me: string[];
/** A group that is not the merchant's. */
let foreign: string;

beforeAll(async () => {
  shop = await openShop();
  ({ call, refusal } = shop);
  me = [shop.ann.login];
  foreign = (await shop.world.groups.create(shop.eve.akey, 'Of Eve alone')).gkey;
});
afterEach(() => shop.world.check());
afterAll(() => shop.world.close());

describe('vend.createCollection', () => {
  it('makes one that is private, empty and without a commission, or what is said', async () => {
    expect(await call('vend.createCollection', me, '', ' Plain  Toys ')).toBe(1);
    expect(await call('vend.collectionDetails', me, '', 'plain TOYS')).toEqual({
      name: 'Plain Toys',
      merchant: shop.ann.name,
      merchant_akey: shop.ann.akey,
      public: false,
      description: '',
      seller_commission: 0,
      image_url_part: '',
      texture_key: '',
      tags: '',
      affiliate_group: '',
      manager_group: '',
      rating: 0,
      total_votes: 0,
      products: 0,
      created: expect.stringMatching(/^20\d\d-/),
    });
    const settings = {
      public: 1,
      description: 'Nice ones,\nall of wood.',
      seller_commission: '12.5',
      image_url_part: 'toys/1.png',
      texture_key: 'D6433103-F2E0-354D-4F8E-79CD53DE5AE8',
      tags: 'wood toys',
      affiliate_group: 'sellers',
      manager_group: shop.staff,
    };
    await call('vend.createCollection', me, shop.ann.name, 'Fancy Toys', settings);
    expect(await call('vend.collectionDetails', me, shop.ann.akey, 'Fancy Toys')).toMatchObject({
      ...settings,
      public: true,
      seller_commission: 12.5,
      texture_key: 'd6433103-f2e0-354d-4f8e-79cd53de5ae8',
      affiliate_group: shop.sellers,
    });
  });

  it.each<[string, unknown, object | (() => object), RegExp]>([
    ['a name that is taken, in another case', 'FANCY toys', {}, /^vend\.collection_exists: .*"FANCY toys"/],
    ['a name with a comma', 'a,b', {}, /^vend\.invalid_name: "a,b" can not be a collection's name/],
    ['a commission above 100', 'x', { seller_commission: 100.5 }, /^vend\.invalid_shares: the share of the affiliate is 100.5 %/],
    ['a commission with three decimals', 'x', { seller_commission: 0.125 }, /^vend\.invalid_shares/],
    ['a group that nobody has', 'x', { affiliate_group: newId() }, /^general\.unknown_group/],
    ["a group of somebody else's by its key", 'x', () => ({ affiliate_group: foreign }), /^general\.unknown_group/],
    ['one for managers', 'x', () => ({ manager_group: foreign }), /^general\.unknown_group/],
    ['a group by a name that the merchant has not', 'x', { manager_group: 'Nobody' }, /^general\.unknown_group/],
    ['a texture that is no key', 'x', { texture_key: 'wood' }, /^invalid_params: settings\.texture_key is "wood"/],
    ['a part of a URL with spaces', 'x', { image_url_part: 'a b' }, /^invalid_params: settings\.image_url_part/],
    ['a member that it has not', 'x', { name: 'y' }, /^invalid_params: settings has a member "name"/],
    ['no name', '', {}, /^invalid_params: collection_name/],
  ])('refuses %s', async (_what, name, settings, text) => {
    const given = typeof settings === 'function' ? settings() : settings;
    expect(await refusal('vend.createCollection', me, '', name, given)).toMatch(text);
  });

  it('makes at most a hundred, whoever else makes some at the same time, and the same name once', async () => {
    const busy = await shop.person('Busy Bee');
    const make = (name: string) => refusal('vend.createCollection', [busy.login], '', name);
    // Few are left to make: a crowd that waits for as many connections is told `busy` where the machine is slow.
    await shop.world.database.pool.query(
      `INSERT INTO vend_collection (id, creator, name, name_key, public, description, tags, image_url_part, texture_key, commission)
       SELECT gen_random_uuid(), $1, 'There ' || n, 'there ' || n, false, '', '', '', '', 0 FROM generate_series(6, $2::int) n`,
      [busy.akey, MAX_COLLECTIONS],
    );
    const outcomes = await Promise.all([...Array.from({ length: 8 }, (_, i) => make(`Number ${i}`)), make('number 0')]);
    expect(outcomes.filter((outcome) => outcome.startsWith('no fault'))).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome.startsWith('vend.too_many_collections')).length).toBeGreaterThanOrEqual(3);
    const names = (await call('vend.collectionNames', [busy.login], '')) as string[];
    expect(new Set(names).size).toBe(MAX_COLLECTIONS);
    await call('vend.removeCollection', [busy.login], '', names[0]);
    expect(await make('Room again')).toMatch(/^no fault/);
  });
});

describe('vend.updateCollection', () => {
  it('changes what is named and nothing else', async () => {
    await call('vend.createCollection', me, '', 'Changing', { description: 'Old', seller_commission: 5, affiliate_group: 'Sellers' });
    expect(await call('vend.updateCollection', me, '', 'changing', { name: 'Changed', public: true })).toBe(1);
    expect(await call('vend.collectionDetails', me, '', 'Changed')).toMatchObject({
      public: true,
      description: 'Old',
      seller_commission: 5,
      affiliate_group: shop.sellers,
    });
    await call('vend.updateCollection', me, '', 'Changed', { affiliate_group: '', seller_commission: 0 });
    expect(await call('vend.collectionDetails', me, '', 'Changed')).toMatchObject({ affiliate_group: '', seller_commission: 0 });
    await call('vend.updateCollection', me, '', 'Changed', { name: 'CHANGED' });
    expect(await refusal('vend.updateCollection', me, '', 'changed', { name: 'fancy TOYS' })).toMatch(/^vend\.collection_exists/);
    expect(await refusal('vend.updateCollection', me, '', 'changed', { name: 'a#b' })).toMatch(/^vend\.invalid_name/);
    expect(await refusal('vend.updateCollection', me, '', 'Changing', {})).toMatch(/^vend\.unknown_collection/);
  });

  it("takes no group of somebody else's, and keeps one that is there from before", async () => {
    await call('vend.createCollection', me, '', 'Older');
    for (const settings of [{ affiliate_group: foreign }, { manager_group: foreign }]) {
      expect(await refusal('vend.updateCollection', me, '', 'Older', settings)).toMatch(/^general\.unknown_group/);
    }
    await shop.world.database.pool.query("UPDATE vend_collection SET affiliate_group = $1 WHERE name = 'Older'", [foreign]);
    await call('vend.updateCollection', me, '', 'Older', { tags: 'kept' });
    expect(await call('vend.collectionDetails', me, '', 'Older')).toMatchObject({ affiliate_group: foreign, tags: 'kept' });
  });

  it('refuses a commission that the products leave no room for, but takes less', async () => {
    await call('vend.createCollection', me, '', 'Shared', { seller_commission: 20 });
    const id = await shop.add('Shared', 'Cake', 10, { partners: [{ key: shop.eve.name, percent: 70 }] });
    expect(await refusal('vend.updateCollection', me, '', 'Shared', { seller_commission: 30.01 })).toMatch(
      /^vend\.invalid_shares: 30.01 %/,
    );
    await call('vend.updateCollection', me, '', 'Shared', { seller_commission: 30 });
    await call('vend.updateCollection', me, '', 'Shared', { seller_commission: 1 });
    await call('vend.removeProduct', me, id);
    await call('vend.updateCollection', me, '', 'Shared', { seller_commission: 100 });
    expect(await refusal('vend.addProduct', me, '', 'Shared', 'Pie', 1, { creator: 'Eve Ends', creator_share: 0.01 })).toMatch(
      /^vend\.invalid_shares: 100 % for the affiliate and 0.01 %/,
    );
  });
});

describe('vend.removeCollection', () => {
  it('removes an empty one for good and frees its name', async () => {
    await call('vend.createCollection', me, '', 'Brief');
    const id = await shop.add('Brief', 'Thing');
    expect(await refusal('vend.removeCollection', me, '', 'Brief')).toMatch(/^vend\.collection_not_empty/);
    await call('vend.removeProduct', me, id);
    expect(await call('vend.removeCollection', me, '', 'brief')).toBe(1);
    expect(await refusal('vend.collectionDetails', me, '', 'Brief')).toMatch(/^vend\.unknown_collection/);
    expect(await refusal('vend.addProduct', me, '', 'Brief', 'x', 1)).toMatch(/^vend\.unknown_collection/);
    expect(await refusal('vend.removeCollection', me, '', 'Brief')).toMatch(/^vend\.unknown_collection/);
    await call('vend.createCollection', me, '', 'Brief');
    expect(await call('vend.products', me, '', 'Brief')).toEqual([]);
    expect((await shop.world.vend.catalogue.offer(id))?.collection.removed).toBe(true);
  });

  it('never leaves a product in a removed one, whoever comes first', async () => {
    for (let round = 0; round < 5; round++) {
      await call('vend.createCollection', me, '', 'Race');
      const [added, removed] = await Promise.all([
        refusal('vend.addProduct', me, '', 'Race', 'Late', 1),
        refusal('vend.removeCollection', me, '', 'Race'),
      ]);
      expect([added, removed].filter((outcome) => outcome.startsWith('no fault'))).toHaveLength(1);
      if (removed.startsWith('no fault')) continue;
      await call('vend.removeProduct', me, Number(/\d+/.exec(added)?.[0]));
      await call('vend.removeCollection', me, '', 'Race');
    }
  });
});
