import { minorToMajor, nameKey, newId, type Uuid, wordsOf } from '@scrip/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/testkit/database.ts';
import type { OrderWord, SortOrder } from './order.ts';
import { Search } from './search.ts';
import { dropSearchable, putSearchable } from './searchable.ts';
import { type MadeCollection, type MadeProduct, makeCollections, makeProducts, randomFrom } from './testkit.ts';
import type { Wanted } from './wanted.ts';

const SCALES: Readonly<Record<string, number>> = { L$: 0, USD: 2 };
/** Some of them in most products, so that both ways of finding a page are taken. */
const COMMON = ['new', 'Chair', 'CHAIRS', 'straße', 'ﬁne'];
const RARE = ['椅子', '椅子を', "it's", 'Σίσυφος', 'e\u0301tage', '7', 'ox', 'oxen', '/chair', "'; DROP", '|', '\\', '❤'];
const CATEGORIES = ['Other', 'Home & Garden', "it's \\ here", 'chair'];
const COUNT = 7_000;

let database: Awaited<ReturnType<typeof testDatabase>>;
let search: Search;
let products: MadeProduct[];
const random = randomFrom(7);
const merchants = [newId(), newId(), newId()];
const collections: MadeCollection[] = Array.from({ length: 9 }, (_, index) => ({
  id: newId(),
  merchant: merchants[index % 3] as Uuid,
  // All merchants have three of these names.
  name: ['Chairs', 'été', 'Zoo'][Math.floor(index / 3)] as string,
  public: index % 4 !== 3,
}));
const some = <T>(from: readonly T[]) => from[random(from.length)] as T;

function anyProduct(): MadeProduct {
  const words = (count: number) => Array.from({ length: count }, () => some(random(12) === 0 ? RARE : COMMON)).join(some([' ', '-', '. ']));
  const votes = random(4);
  return {
    id: 0,
    collection: some(collections),
    name: words(1 + random(2)),
    description: words(random(4)),
    tags: random(3) === 0 ? words(1) : '',
    categories: [some(CATEGORIES), ...(random(5) === 0 ? [some(CATEGORIES)] : [])],
    mature: random(5) === 0,
    featured: random(20) === 0,
    prims: random(4),
    price: BigInt(random(40)) * 5n,
    currency: random(6) === 0 ? 'USD' : 'L$',
    sales: random(3) === 0 ? random(50) : 0,
    votes,
    ratingSum: votes === 0 ? 0 : votes + random(4 * votes),
  };
}

beforeAll(async () => {
  database = await testDatabase();
  search = new Search(database);
  await database.prisma.currency.createMany({ data: Object.entries(SCALES).map(([code, scale]) => ({ code, scale })) });
  await makeCollections(database, collections);
  products = Array.from({ length: COUNT }, anyProduct);
  await makeProducts(database, products);
}, 120_000);
afterAll(() => database.drop());

const priceOf = ({ price, currency }: MadeProduct) => minorToMajor(price, { code: currency, scale: SCALES[currency] as number });

function matches(product: MadeProduct, wanted: Wanted, readable: readonly Uuid[]): boolean {
  const { collection, categories } = product;
  if (!collection.public && !readable.includes(collection.id)) return false;
  if (wanted.merchant && wanted.merchant !== collection.merchant) return false;
  if (product.mature && !wanted.mature) return false;
  if (wanted.low !== undefined && priceOf(product) < wanted.low) return false;
  if (wanted.high !== undefined && priceOf(product) > wanted.high) return false;
  if (!wanted.categories.every((category) => categories.some((own) => own.toLowerCase() === category.toLowerCase()))) return false;
  const asked = [...wordsOf(wanted.text)];
  if (asked.length === 0) return wanted.text.trim() === '';
  const words = [...wordsOf(`${product.name} , ${product.description} , ${product.tags}`)];
  const last = asked.at(-1) as string;
  const begins = Buffer.byteLength(last) >= 3;
  return asked.every((word) => words.some((own) => own === word || (begins && word === last && own.startsWith(word))));
}

const KEYS: Record<OrderWord, (product: MadeProduct) => (number | Buffer)[]> = {
  sales: ({ sales }) => [sales],
  price: (product) => [priceOf(product)],
  prims: ({ prims }) => [prims],
  name: ({ name }) => [Buffer.from(nameKey(name))],
  created: () => [],
  rating: ({ votes, ratingSum }) => [votes === 0 ? 0 : ratingSum / votes],
  collection: ({ collection }) => [Buffer.from(nameKey(collection.name)), Buffer.from(collection.id)],
  featured: ({ featured }) => [Number(featured)],
};

function compare(a: MadeProduct, b: MadeProduct, by: OrderWord): number {
  const theirs = KEYS[by](b);
  for (const [index, mine] of KEYS[by](a).entries()) {
    const other = theirs[index];
    const order = Buffer.isBuffer(mine) ? Buffer.compare(mine, other as Buffer) : mine - (other as number);
    if (order !== 0) return order;
  }
  return a.id - b.id;
}

interface Asked {
  readonly wanted: Wanted;
  readonly readable: readonly Uuid[];
  readonly order: SortOrder;
  readonly offset: number;
  readonly limit: number;
}

function sortedMatches({ wanted, readable, order }: Pick<Asked, 'wanted' | 'readable' | 'order'>): MadeProduct[] {
  return products
    .filter((product) => matches(product, wanted, readable))
    .sort((a, b) => compare(a, b, order.by) * (order.descending ? -1 : 1));
}

async function mustFind({ wanted, readable, order, offset, limit }: Asked): Promise<void> {
  const sorted = sortedMatches({ wanted, readable, order });
  const found = await search.find(wanted, readable, { order, offset, limit });
  expect({ total: found.total, ids: found.products.map(({ id }) => id) }).toEqual({
    total: sorted.length,
    ids: sorted.slice(offset, offset + limit).map(({ id }) => id),
  });
}

/** A page behind the product at a place, and behind one that is not found at all. */
async function mustFollow({ wanted, readable, order, offset, limit }: Asked, place: number): Promise<void> {
  const sorted = sortedMatches({ wanted, readable, order });
  const behind = (id: number) =>
    search.find(wanted, readable, { order, after: { id: String(id), unknown: () => new Error(`no ${id}`) }, offset, limit });
  const other = products.find((product) => !matches(product, wanted, readable));
  if (other) await expect(behind(other.id)).rejects.toThrow(`no ${other.id}`);
  const last = sorted[place % (sorted.length || 1)];
  if (!last) return;
  const from = sorted.indexOf(last) + 1 + offset;
  expect((await behind(last.id)).products.map(({ id }) => id)).toEqual(sorted.slice(from, from + limit).map(({ id }) => id));
}

const privates = collections.filter((collection) => !collection.public).map(({ id }) => id);
const price = fc.option(fc.nat({ max: 210 }), { nil: undefined, freq: 2 });
const asked: fc.Arbitrary<Asked> = fc.record({
  wanted: fc.record({
    text: fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      { weight: 2, arbitrary: fc.constantFrom(...COMMON, 'chair', 'STRASSE', 'fin', 'ne') },
      {
        weight: 3,
        arbitrary: fc.array(fc.constantFrom(...COMMON, ...RARE, 'éta'), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/\p{Cc}/u.test(text)) },
    ),
    categories: fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.subarray(['other', ...CATEGORIES, 'none'], { minLength: 1, maxLength: 2 }) },
    ),
    merchant: fc.option(fc.constantFrom(...merchants, newId()), { nil: undefined, freq: 2 }),
    mature: fc.boolean(),
    low: price,
    high: price,
  }),
  readable: fc.oneof(fc.constant([]), fc.subarray(privates)),
  order: fc.record({ by: fc.constantFrom(...(Object.keys(KEYS) as OrderWord[])), descending: fc.boolean() }),
  offset: fc.oneof({ weight: 2, arbitrary: fc.nat({ max: 40 }) }, { weight: 1, arbitrary: fc.nat({ max: COUNT }) }),
  limit: fc.oneof(fc.constant(30), fc.nat({ max: 100 })),
});

/** Anything that changes what is found, in the database and in `products`. */
async function changeSomething(): Promise<void> {
  const sql = (text: string, values: unknown[]) => database.pool.query(text, values);
  const product = some(products);
  const kind = random(6);
  if (kind === 0) {
    const collection = some(collections);
    collection.public = !collection.public;
    await sql('UPDATE vend_collection SET public = $2 WHERE id = $1', [collection.id, collection.public]);
  } else if (kind === 1) {
    products.splice(products.indexOf(product), 1);
    await database.transaction(async (client) => {
      await client.query('UPDATE vend_product SET removed_at = now() WHERE id = $1', [product.id]);
      await dropSearchable(client, product.id);
    });
  } else if (kind === 2) {
    const made = anyProduct();
    products.push(made);
    await makeProducts(database, [made]);
  } else if (kind === 3) {
    product.price = BigInt(random(40)) * 5n;
    product.mature = !product.mature;
    await database.transaction(async (client) => {
      await client.query('UPDATE vend_product SET price = $2, mature = $3 WHERE id = $1', [product.id, product.price, product.mature]);
      await putSearchable(client, [product.id]);
    });
  } else {
    product.sales += 1;
    product.votes += 1;
    product.ratingSum += 5;
    await sql('UPDATE vend_product SET sales = sales + 1, votes = votes + 1, rating_sum = rating_sum + 5 WHERE id = $1', [product.id]);
  }
}

describe('a search', () => {
  it('finds what a filter over all products finds, in the same order', async () => {
    await fc.assert(fc.asyncProperty(asked, mustFind), { numRuns: 300 });
  }, 120_000);

  it('begins behind a product that was found, and says where it was not', async () => {
    await fc.assert(fc.asyncProperty(asked, fc.nat({ max: COUNT }), mustFollow), { numRuns: 150 });
  }, 120_000);

  it('finds every order from either end, wherever the page is', async () => {
    const wanted: Wanted = { text: 'chair', categories: [], merchant: undefined, mature: true, low: undefined, high: undefined };
    for (const text of ['', 'chair', 'oxen'])
      for (const by of Object.keys(KEYS) as OrderWord[])
        for (const descending of [true, false])
          for (const offset of [0, 900, 2_500, 5_200])
            await mustFind({ wanted: { ...wanted, text }, readable: privates, order: { by, descending }, offset, limit: 30 });
  }, 120_000);

  it('finds the same after anything has changed', async () => {
    const order = { by: 'rating', descending: true } as const;
    const questions = fc.sample(asked, 12);
    for (let change = 0; change < 60; change++) {
      await changeSomething();
      for (const question of questions.slice(0, 4)) await mustFind(question);
      await mustFind({ ...(questions[change % 12] as Asked), order, offset: 0 });
    }
  }, 120_000);
});
