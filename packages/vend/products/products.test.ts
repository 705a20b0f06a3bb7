import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../catalogue/testkit.ts';

let shop: Shop;
let call: Shop['call'];
let refusal: Shop['refusal'];
let me: string[];

beforeAll(async () => {
  shop = await openShop();
  ({ call, refusal } = shop);
  me = [shop.ann.login];
  await call('operator.addCurrency', [shop.world.operator], 'Gold', 2);
  await call('vend.createCollection', me, '', 'Toys', { public: true, seller_commission: 10, manager_group: 'Staff' });
});
afterEach(() => shop.world.check());
afterAll(() => shop.world.close());

const details = (id: number) => call('vend.productDetails', me, id) as Promise<Record<string, unknown>>;
const shares = (id: number) => call('vend.productShares', me, id);
const size = async () => ((await call('vend.collectionDetails', me, '', 'Toys')) as { products: number }).products;

describe('vend.addProduct', () => {
  it('adds one with what is usual', async () => {
    const id = await shop.add('toys', ' Wooden  horse, red ', 25);
    const time = expect.stringMatching(/^20\d\d-/);
    expect(await details(id)).toEqual({
      prod_id: id,
      name: 'Wooden horse, red',
      description: '',
      merchant: shop.ann.name,
      merchant_akey: shop.ann.akey,
      creator: shop.ann.name,
      creator_akey: shop.ann.akey,
      categories: ['Other'],
      tags: '',
      mature: false,
      price: 25,
      currency: 'L$',
      quantity: -1,
      copy: false,
      modify: false,
      transfer: true,
      prims: 1,
      texture_key: '',
      texture_anim: '',
      image_url_part: '',
      featured: false,
      rating: 0,
      total_votes: 0,
      sales: 0,
      created: time,
      changed: time,
    });
  });

  it('keeps all that is said, shares exactly', async () => {
    const said = {
      description: 'It rocks.\nBy hand.',
      categories: ['Toys', 'Wood', 'toys'],
      tags: 'horse wood',
      mature: true,
      currency: 'gold',
      quantity: 3,
      copy: true,
      modify: true,
      transfer: false,
      prims: 12,
      texture_key: newId(),
      texture_anim: 'ANIM_ON|LOOP|4|4|0|16|10.0',
      image_url_part: 'horse.png',
      featured: true,
    };
    const creator = { creator: 'eve ends', creator_share: 12.5 };
    const partners = [
      { key: shop.bob.name, percent: 7.25 },
      { key: shop.staff, percent: 30 },
    ];
    const id = await shop.add('Toys', 'Rocking horse', 12.55, { ...said, ...creator, partners });
    expect(await details(id)).toMatchObject({
      ...said,
      creator: shop.eve.name,
      categories: ['Toys', 'Wood'],
      price: 12.55,
      currency: 'Gold',
    });
    const sorted = [
      { key: shop.bob.akey, name: shop.bob.name, percent: 7.25 },
      { key: shop.staff, name: 'Staff', percent: 30 },
    ].sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(await shares(id)).toEqual({
      creator_akey: shop.eve.akey,
      creator_share: 12.5,
      seller_commission: 10,
      partners: sorted,
      merchant_share: 40.25,
    });
  });

  it.each<[string, unknown, unknown, object | (() => object), RegExp]>([
    ['a name that is too long', 'x'.repeat(64), 1, {}, /^vend\.invalid_name/],
    ['a name with a line break', 'a\nb', 1, {}, /^vend\.invalid_name/],
    ['a price below zero', 'x', -1, {}, /^vend\.invalid_price/],
    ['half of what can not be halved', 'x', 1.5, {}, /^vend\.invalid_price: the price is 1.5; 0 or a multiple of 1 is needed/],
    ['a third of a cent', 'x', 0.333, { currency: 'Gold' }, /^vend\.invalid_price: .* multiple of 0.01/],
    ['a price that is none', 'x', 'dear', {}, /^invalid_params: price/],
    ['a currency that is not there', 'x', 1, { currency: 'Silver' }, /^bank\.unknown_currency/],
    ['a creator that is not there', 'x', 1, { creator: 'Nobody At All' }, /^general\.unknown_avatar/],
    ["a creator's share of the merchant", 'x', 1, { creator_share: 5 }, /^vend\.invalid_shares: the creator is the merchant/],
    ['a partner that is not there', 'x', 1, { partners: [{ key: newId(), percent: 5 }] }, /^vend\.unknown_partner/],
    ['a group by its name', 'x', 1, { partners: [{ key: 'Staff', percent: 5 }] }, /^vend\.unknown_partner/],
    ['a partner with nothing', 'x', 1, { partners: [{ key: 'Bob Best', percent: 0 }] }, /^vend\.invalid_shares: .* leave a partner out/],
    [
      'the merchant as a partner',
      'x',
      1,
      { partners: [{ key: 'Ann Able', percent: 5 }] },
      /^vend\.invalid_shares: a partner is the merchant/,
    ],
    [
      'a partner twice, by name and key',
      'x',
      1,
      () => ({
        partners: [
          { key: 'Bob Best', percent: 5 },
          { key: shop.bob.akey, percent: 5 },
        ],
      }),
      /^vend\.invalid_shares: .* named twice/,
    ],
    [
      'more than everything',
      'x',
      1,
      { partners: [{ key: 'Bob Best', percent: 90.01 }] },
      /^vend\.invalid_shares: 10 % .* 90.01 % .* 100.01 %/,
    ],
    ['21 categories', 'x', 1, { categories: Array.from({ length: 21 }, (_, i) => `c${i}`) }, /^invalid_params: details\.categories/],
    [
      '51 partners',
      'x',
      1,
      { partners: Array.from({ length: 51 }, () => ({ key: newId(), percent: 1 })) },
      /^invalid_params: details\.partners/,
    ],
    ['an animation with a colon', 'x', 1, { texture_anim: 'a:b' }, /^invalid_params: details\.texture_anim/],
    ['a quantity of -2', 'x', 1, { quantity: -2 }, /^invalid_params: details\.quantity/],
  ])('refuses %s', async (_what, name, price, said, text) => {
    const before = await size();
    expect(await refusal('vend.addProduct', me, '', 'Toys', name, price, typeof said === 'function' ? said() : said)).toMatch(text);
    expect(await size()).toBe(before);
  });

  it('counts what is there, whoever adds and removes at the same time, and stops where the collection is full', async () => {
    await call('vend.createCollection', me, '', 'Full');
    const { database, vend } = shop.world;
    const added = await Promise.all(Array.from({ length: 12 }, (_, i) => shop.add('Full', `Number ${i}`)));
    const removed = await Promise.all(
      added.slice(0, 4).flatMap((id) => [refusal('vend.removeProduct', me, id), refusal('vend.removeProduct', me, id)]),
    );
    expect(removed.filter((outcome) => outcome.startsWith('vend.unknown_product'))).toHaveLength(4);
    expect(await vend.catalogue.collectionNamed(shop.ann.akey, 'Full')).toMatchObject({ size: 8 });
    await database.pool.query("UPDATE vend_collection SET size = 99999 WHERE name = 'Full'");
    await shop.add('Full', 'The last one');
    expect(await refusal('vend.addProduct', me, '', 'Full', 'One too many', 1)).toMatch(/^vend\.too_many_products: .*100000/);
  });
});

describe('vend.updateProduct', () => {
  it('changes what is named and nothing else', async () => {
    const id = await shop.add('Toys', 'Kite', 10, { tags: 'wind', partners: [{ key: 'Bob Best', percent: 50 }], quantity: 5 });
    expect(await call('vend.updateProduct', me, id, { price: 12, name: 'Big kite' })).toBe(1);
    expect(await details(id)).toMatchObject({ name: 'Big kite', price: 12, tags: 'wind', quantity: 5 });
    await call('vend.updateProduct', me, id, { price: 0.5, currency: 'GOLD', quantity: -1, texture_anim: '-' });
    expect(await details(id)).toMatchObject({ price: 0.5, currency: 'Gold', quantity: -1, texture_anim: '' });
    await call('vend.updateProduct', me, id, { price: 0.75 });
    expect(await details(id)).toMatchObject({ price: 0.75, currency: 'Gold' });
    expect(await shares(id)).toMatchObject({ partners: [{ percent: 50 }], merchant_share: 40 });
    await call('vend.updateProduct', me, id, { partners: [] });
    expect(await shares(id)).toMatchObject({ partners: [], merchant_share: 90 });
  });

  it('is seen as a change where callers could tell, and only there', async () => {
    const id = await shop.add('Toys', 'Top', 10);
    // Earlier than any change, however quick the machine is.
    await shop.world.database.pool.query("UPDATE vend_product SET changed_at = '2006-01-01' WHERE id = $1", [id]);
    const changedAt = async () => (await shop.world.vend.catalogue.offer(id))?.product.changedAt.getTime() ?? 0;
    const first = await changedAt();
    for (const same of [{}, { name: 'Top', price: 10 }, { partners: [{ key: 'Bob Best', percent: 1 }] }, { partners: [] }]) {
      await call('vend.updateProduct', me, id, same);
      expect(await changedAt()).toBe(first);
    }
    await call('vend.updateProduct', me, id, { tags: 'spin' });
    expect(await changedAt()).toBeGreaterThan(first);
  });

  it('refuses what may not be added either', async () => {
    const id = await shop.add('Toys', 'Drum', 10, { creator: 'Eve Ends', creator_share: 60 });
    const update = (changes: object) => refusal('vend.updateProduct', me, id, changes);
    expect(await update({ partners: [{ key: 'Bob Best', percent: 30.01 }] })).toMatch(/^vend\.invalid_shares/);
    expect(await update({ creator: 'Ann Able' })).toMatch(/^vend\.invalid_shares: the creator is the merchant/);
    expect(await update({ currency: 'Gold' })).toMatch(/^vend\.invalid_price: a currency came without a price/);
    expect(await update({ price: 0.5 })).toMatch(/^vend\.invalid_price/);
    expect(await update({ categories: [''] })).toMatch(/^vend\.invalid_name/);
    expect(await update({ creator: 'Ann Able', creator_share: 0 })).toMatch(/^no fault/);
    await call('vend.removeProduct', me, id);
    expect(await update({ price: 1 })).toMatch(/^vend\.unknown_product/);
  });

  it('loses nothing where two change different things at once', async () => {
    const id = await shop.add('Toys', 'Ball', 10);
    const changes = [{ tags: 'round' }, { price: 11 }, { prims: 2 }, { featured: true }, { partners: [{ key: shop.staff, percent: 20 }] }];
    await Promise.all(changes.map((change) => call('vend.updateProduct', me, id, change)));
    expect(await details(id)).toMatchObject({ tags: 'round', price: 11, prims: 2, featured: true });
    expect(await shares(id)).toMatchObject({ merchant_share: 70 });
  });
});

describe('a group that shares in sales', () => {
  it('leaves its share to the merchant when it is dissolved, whatever is changed at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { gkey } = await shop.world.groups.create(shop.bob.akey, `Band ${round}`);
      const partners = [
        { key: gkey, percent: 40 },
        { key: 'Bob Best', percent: 5 },
      ];
      const id = await shop.add('Toys', 'Song', 10, { partners });
      const outcomes = await Promise.all([
        refusal('vend.updateProduct', me, id, { partners: [{ key: gkey, percent: 30 }] }),
        refusal('vend.updateProduct', me, id, { tags: 'loud' }),
        shop.world.groups.dissolve(gkey),
      ]);
      expect(outcomes[0]).toMatch(/^(no fault|vend\.unknown_partner)/);
      expect(outcomes[1]).toMatch(/^no fault/);
      const left = ((await shares(id)) as { partners: object[] }).partners;
      expect(left).toEqual(outcomes[0].startsWith('no') ? [] : [expect.objectContaining({ percent: 5 })]);
      const { rows } = await shop.world.database.pool.query('SELECT shared FROM vend_product WHERE id = $1', [id]);
      expect(rows).toEqual([{ shared: left.length * 500 }]);
      expect(await refusal('vend.updateProduct', me, id, { partners })).toMatch(/^vend\.unknown_partner/);
    }
  });
});

describe('vend.removeProduct and vend.products', () => {
  it('list what is there by cursor, in the order in which it was added', async () => {
    await call('vend.createCollection', me, '', 'Listed');
    const ids = [await shop.add('Listed', 'c'), await shop.add('Listed', 'b'), await shop.add('Listed', 'a')];
    const list = async (...page: number[]) =>
      ((await call('vend.products', me, '', 'Listed', ...page)) as { prod_id: number }[]).map(({ prod_id }) => prod_id);
    expect(await list()).toEqual(ids);
    expect(await list(ids[0] ?? 0, 1)).toEqual(ids.slice(1, 2));
    expect(await call('vend.removeProduct', me, ids[1])).toBe(1);
    expect(await list()).toEqual([ids[0], ids[2]]);
    expect(await list(ids[2] ?? 0)).toEqual([]);
    expect(await refusal('vend.productDetails', me, ids[1])).toMatch(/^vend\.unknown_product/);
    expect((await shop.world.vend.catalogue.offer(ids[1] ?? 0))?.product).toMatchObject({ name: 'b', removedAt: expect.any(Date) });
    expect(await refusal('vend.products', me, '', 'Listed', 0, 101)).toMatch(/^invalid_params: limit/);
  });
});
