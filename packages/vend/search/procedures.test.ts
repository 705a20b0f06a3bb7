import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../catalogue/testkit.ts';

let shop: Shop;
let call: Shop['call'];
let refusal: Shop['refusal'];
const [wood, fire] = [newId(), newId()];
const ids: Record<string, number> = {};

beforeAll(async () => {
  shop = await openShop();
  ({ call, refusal } = shop);
  const me = [shop.ann.login];
  await call('vend.createCollection', me, '', 'Garden', { public: true });
  await call('vend.createCollection', me, '', 'Hidden', { affiliate_group: 'Sellers', manager_group: 'Staff' });
  ids.oak = await shop.add('Garden', 'Oak Chair', 250, { texture_key: wood, tags: 'seat', categories: ['Home & Garden'], prims: 12 });
  ids.fire = await shop.add('Garden', 'Camp Fire', 75, { texture_key: fire, texture_anim: '1|4|4|0|16|10', featured: true, prims: 3 });
  ids.plain = await shop.add('Garden', 'Box', 10, { description: "Gärtners' 椅子, red\nand chairlike", mature: true });
  ids.hidden = await shop.add('Hidden', 'Secret Chair', 400, { texture_key: wood });
  await call('vend.createCollection', [shop.eve.login], '', 'Attic', { public: true });
  ids.other = (await call('vend.addProduct', [shop.eve.login], '', 'Attic', 'Lamp', 20, {})) as number;
});
afterEach(() => shop.world.check());
afterAll(() => shop.world.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');

interface Asked {
  readonly as?: readonly string[];
  readonly text?: string;
  readonly merchant?: string;
  readonly mature?: unknown;
  readonly order?: string;
  readonly low?: unknown;
  readonly high?: unknown;
  readonly offset?: unknown;
  readonly limit?: unknown;
}
const params = ({
  as = [],
  text = '',
  merchant = '',
  mature = 1,
  order = 'created-asc',
  low = -1,
  high = -1,
  offset = 0,
  limit = 30,
}: Asked) => [as, text, merchant, mature, order, low, high, offset, limit] as const;
const line = (asked: Asked) => call('vend.findProductsVendor', ...params(asked));
/** Names of what was found. */
async function names(asked: Asked): Promise<string[]> {
  const [count, ...found] = String(await line(asked)).split(',');
  const byId = Object.fromEntries(Object.entries(ids).map(([name, id]) => [String(id), name]));
  expect(Number(count)).toBe(found.length);
  return found.map((product) => byId[product.split(':')[0] as string] as string);
}

describe('vend.findProductsVendor', () => {
  it('writes what the document shows', async () => {
    const { oak, fire: burning, plain, other } = ids;
    expect(await line({})).toBe(`4,${oak}:${wood}:-,${burning}:${fire}:1|4|4|0|16|10,${plain}::-,${other}::-`);
    expect(await line({ text: 'nothing like it' })).toBe('0');
  });

  it.each([
    ['base64', base64('chair'), ['oak', 'plain']],
    ['a text that is no base64', 'chair', ['oak', 'plain']],
    ['a word in any case', 'CHAIR', ['oak', 'plain']],
    ['the beginning of a word', base64('cha'), ['oak', 'plain']],
    ['less than a beginning', base64('ch'), []],
    ['the end of a word', base64('hair'), []],
    ['a word of the tags', 'seat', ['oak']],
    ['a word of the description', 'red', ['plain']],
    ['words in any order', base64('fire camp'), ['fire']],
    ['words that are not in one product', base64('oak fire'), []],
    ['words of two products', base64('oak chair'), ['oak']],
    ['a word with an umlaut', base64('GÄRTNERS'), ['plain']],
    ['the same in two characters', base64('ga\u0308rtners'), ['plain']],
    ['words without spaces', base64('椅'), ['plain']],
    ['what is no word', base64('!?'), []],
    ['something like SQL', base64("chair'; DROP TABLE vend_product; --"), []],
    ['something like a query', base64('oak | fire'), []],
    ['something like a query', base64('!oak & fire:*'), []],
    ['something like a category', base64('/home'), []],
    ['something like a pattern', base64('%'), []],
  ])('finds by %s: %j', async (_what, text, found) => {
    expect(await names({ text })).toEqual(found);
  });

  it.each([
    ['price-asc', ['plain', 'other', 'fire', 'oak']],
    ['price-desc', ['oak', 'fire', 'other', 'plain']],
    ['prims-asc', ['plain', 'other', 'fire', 'oak']],
    ['name-asc', ['plain', 'fire', 'other', 'oak']],
    ['name-desc', ['oak', 'other', 'fire', 'plain']],
    ['created-desc', ['other', 'plain', 'fire', 'oak']],
    ['collection-asc', ['other', 'oak', 'fire', 'plain']],
    ['sales-desc', ['other', 'plain', 'fire', 'oak']],
    ['rating-asc', ['oak', 'fire', 'plain', 'other']],
    ['featured', ['fire', 'other', 'plain', 'oak']],
    ['featured-asc', ['oak', 'plain', 'other', 'fire']],
    ['Price#desc', ['oak', 'fire', 'other', 'plain']],
  ])('sorts by %s', async (order, found) => {
    expect(await names({ order })).toEqual(found);
  });

  it('leaves out what is not wanted', async () => {
    expect(await names({ mature: 0 })).toEqual(['oak', 'fire', 'other']);
    expect(await names({ merchant: shop.ann.akey })).toEqual(['oak', 'fire', 'plain']);
    expect(await names({ merchant: 'eve ends' })).toEqual(['other']);
    expect(await names({ low: 75 })).toEqual(['oak', 'fire']);
    expect(await names({ high: 20 })).toEqual(['plain', 'other']);
    expect(await names({ low: 20, high: 75 })).toEqual(['fire', 'other']);
    expect(await names({ low: 75.5, high: 250 })).toEqual(['oak']);
    expect(await names({ low: 300, high: 20 })).toEqual([]);
    expect(await names({ low: 0, high: 0 })).toEqual([]);
  });

  it('takes the texts that scripts in-world send', async () => {
    expect(await names({ mature: '0', low: '-1.000000', high: '75.000000' })).toEqual(['fire', 'other']);
    expect(await line({ offset: '1', limit: '1' })).toBe(`4,${ids.fire}:${fire}:1|4|4|0|16|10`);
  });

  it('counts all, and lists 30 at most', async () => {
    const many = await Promise.all(Array.from({ length: 35 }, (_, index) => shop.add('Garden', `Spoon ${index}`)));
    const listed = async (asked: Asked) => String(await line({ text: 'spoon', ...asked })).split(',');
    for (const limit of [30, 31, 2_000_000_000, -1]) expect(await listed({ limit })).toHaveLength(1 + 30);
    expect((await listed({ limit: 3 })).map((product) => product.split(':')[0])).toEqual([
      '35',
      ...many
        .toSorted((a, b) => a - b)
        .slice(0, 3)
        .map(String),
    ]);
    expect(await listed({ limit: 0 })).toEqual(['35']);
    expect(await listed({ offset: 30 })).toHaveLength(1 + 5);
    expect(await listed({ offset: 35 })).toEqual(['35']);
    expect(await listed({ offset: 2_000_000_000 })).toEqual(['35']);
    for (const id of many) await call('vend.removeProduct', [shop.ann.login], id);
    expect(await listed({})).toEqual(['0']);
  });

  it.each([
    ['an order', { order: 'sales' }, /^invalid_params: orderby is "sales"/],
    ['an order that is none', { order: 'price-desc; DROP TABLE x' }, /^invalid_params: orderby/],
    ['an offset', { offset: -1 }, /^invalid_params: offset/],
    ['a limit', { limit: -2 }, /^invalid_params: limit/],
    ['a price', { low: 'cheap' }, /^invalid_params: low_price/],
    ['a text', { text: 'x'.repeat(1_025) }, /^invalid_params: search_string64/],
    ['a merchant', { merchant: 'Nobody Here' }, /^general\.unknown_avatar/],
  ] as const)('refuses %s that makes no sense', async (_what, asked, fault) => {
    expect(await refusal('vend.findProductsVendor', ...params({ as: ['garbage'], ...asked }))).toMatch(
      'merchant' in asked ? /^auth\.capability_invalid/ : fault,
    );
    expect(await refusal('vend.findProductsVendor', ...params(asked))).toMatch(fault);
  });
});

describe('what is in a private collection', () => {
  const finds = async (as: readonly string[]) => (await names({ as, text: 'chair' })).includes('hidden');

  it('is found by those who may see it', async () => {
    for (const { login } of [shop.ann, shop.bob, shop.cyd, shop.dan]) expect(await finds([login])).toBe(true);
    for (const as of [[], [''], [shop.eve.login]]) expect(await finds(as)).toBe(false);
    expect(await finds([shop.eve.login, shop.bob.login])).toBe(true);
  });

  it('is found by the holder of a grant, beside the login', async () => {
    for (const method of ['vend.grantReadCapability', 'vend.grantManageCapability']) {
      const grant = (await call(method, [shop.ann.login], shop.eve.akey, 3_600)) as string;
      expect(await finds([shop.eve.login, grant])).toBe(true);
      expect(await finds([grant])).toBe(false);
    }
  });

  it('is found by nobody else from the moment on when it turns private, and by everybody when it is public', async () => {
    const turn = (isPublic: boolean) => call('vend.updateCollection', [shop.ann.login], '', 'Hidden', { public: isPublic });
    await turn(true);
    expect(await finds([])).toBe(true);
    await turn(false);
    expect(await finds([])).toBe(false);
  });

  it('is found by an affiliate until the day when that ends', async () => {
    await shop.world.groups.add(shop.sellers, shop.eve.akey, { percent: 1, officer: false });
    expect(await finds([shop.eve.login])).toBe(true);
    await shop.world.groups.remove(shop.sellers, shop.eve.akey);
    expect(await finds([shop.eve.login])).toBe(false);
  });
});

describe('a bad capability', () => {
  const asked = (...as: string[]) => refusal('vend.findProductsVendor', ...params({ as }));

  it('is a fault, although nothing is needed', async () => {
    const { capabilities } = shop.world;
    expect(await asked('garbage')).toMatch(/^auth\.capability_invalid/);
    expect(await asked(shop.ann.login, 'garbage')).toMatch(/^auth\.capability_invalid/);
    const { token } = await capabilities.issue({ kind: 'login', sub: shop.ann.akey, grantor: shop.ann.akey, validForSecs: 1 });
    await expect.poll(() => asked(token), { timeout: 15_000 }).toMatch(/^auth\.capability_expired/);
  });

  it('is one with limits alone, which opens nothing here', async () => {
    const { token } = await shop.world.capabilities.narrow(shop.ann.login, { accounts: ['working'] });
    expect(await asked(token)).toMatch(/^auth\.forbidden/);
    expect(await names({ as: [token, shop.ann.login], text: 'secret' })).toEqual(['hidden']);
  });
});

describe('vend.search', () => {
  const search = (...asked: unknown[]) => call('vend.search', ...asked) as Promise<{ total: number; products: { prod_id: number }[] }>;
  const found = async (...asked: unknown[]) => (await search(...asked)).products.map(({ prod_id }) => prod_id);

  it('finds the same, with all details', async () => {
    const { total, products } = await search([], 'oak');
    expect({ total, products }).toEqual({ total: 1, products: [await call('vend.productDetails', [shop.ann.login], ids.oak)] });
    expect(await found([])).toEqual([ids.fire, ids.other, ids.oak]);
    expect(await found([shop.ann.login], 'chair', '', [], 1, 'price-desc', 20, 500, 0, 30)).toEqual([ids.hidden, ids.oak]);
  });

  it('finds by categories, in any case', async () => {
    expect(await found([], '', '', ['home  & garden'])).toEqual([ids.oak]);
    expect(await found([], 'chair', '', ['OTHER'], 1)).toEqual([ids.plain]);
    expect(await found([], '', '', ['Other', 'Home & Garden'])).toEqual([]);
    expect(await found([], '', '', ["' | '/other'"])).toEqual([]);
  });

  it('pages', async () => {
    const page = async (offset: number, limit: number) =>
      (await search([], '', '', [], 1, 'name-asc', -1, -1, offset, limit)) as { total: number };
    expect(await page(1, 2)).toMatchObject({ total: 4, products: [{ prod_id: ids.fire }, { prod_id: ids.other }] });
    expect(await page(3, 2)).toMatchObject({ total: 4, products: [{ prod_id: ids.oak }] });
    expect(await page(4, 2)).toEqual({ total: 4, products: [] });
    expect(await refusal('vend.search', [], '', '', [], 1, 'name-asc', -1, -1, 0, 101)).toMatch(/^invalid_params: limit/);
  });

  it('finds what a product has become', async () => {
    const id = await shop.add('Garden', 'Old Table', 30);
    expect(await found([], 'table')).toEqual([id]);
    await call('vend.updateProduct', [shop.ann.login], id, { name: 'Desk', price: 31 });
    expect(await found([], 'table')).toEqual([]);
    expect(await found([], 'desk', '', [], 0, 'featured', 31, 31)).toEqual([id]);
    await call('vend.removeProduct', [shop.ann.login], id);
    expect(await search([], 'desk')).toEqual({ total: 0, products: [] });
  });
});
