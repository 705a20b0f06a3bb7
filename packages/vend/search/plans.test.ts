import { newId } from '@scrip/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/testkit/database.ts';
import { SETTINGS } from './moment.ts';
import type { OrderWord, SortOrder } from './order.ts';
import { Search } from './search.ts';
import { Matching, type SearchQuery } from './sql.ts';
import { type MadeProduct, makeCollections, makeProducts, randomFrom } from './testkit.ts';
import type { Wanted } from './wanted.ts';

const COUNT = 20_000;
/** Prices from here on are told in words, too. */
const DEAR = 2_000;

let database: Awaited<ReturnType<typeof testDatabase>>;
let products: MadeProduct[];
const merchant = newId();
const random = randomFrom(1);
const collections = Array.from({ length: 40 }, (_, index) => ({
  id: newId(),
  merchant: index < 2 ? merchant : newId(),
  name: `Collection ${index}`,
  public: index % 8 !== 7,
}));
const privates = collections.filter((collection) => !collection.public).map(({ id }) => id);

beforeAll(async () => {
  database = await testDatabase();
  await database.prisma.currency.create({ data: { code: 'L$', scale: 0 } });
  await makeCollections(database, collections);
  products = Array.from({ length: COUNT }, (_, index): MadeProduct => {
    const words = [random(2) === 0 ? 'common' : 'usual', random(50) === 0 ? 'seldom' : 'often', `word${random(5_000)}`];
    const votes = random(3);
    const price = random(5_000);
    return {
      id: 0,
      collection: collections[random(collections.length)] as (typeof collections)[number],
      name: words.join(' '),
      description: index === 77 ? 'unique' : 'plain',
      tags: price >= DEAR ? 'dear' : '',
      categories: ['Other'],
      mature: random(5) === 0,
      featured: random(100) === 0,
      prims: random(300),
      price: BigInt(price),
      currency: 'L$',
      sales: random(400),
      votes,
      ratingSum: votes * 3,
    };
  });
  await makeProducts(database, products);
  await database.pool.query('VACUUM ANALYZE vend_product');
  await database.pool.query('VACUUM ANALYZE vend_searchable');
  await database.pool.query('VACUUM ANALYZE vend_collection');
}, 120_000);
afterAll(() => database.drop());

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}

/** What the database does for a statement of a search. */
async function steps({ text, values }: SearchQuery): Promise<Node[]> {
  const plan = await database.transaction(async (client) => {
    await client.query(SETTINGS);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
    return rows[0]?.['QUERY PLAN'][0].Plan as Node;
  });
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
  return flat(plan);
}

const any: Wanted = { text: '', categories: [], merchant: undefined, mature: false, low: undefined, high: undefined };
const SEARCHES: readonly (readonly [string, Partial<Wanted>])[] = [
  ['anything', {}],
  ['anything, mature products too', { mature: true }],
  ['a word of one product', { text: 'unique' }],
  ['a word of half of all', { text: 'common' }],
  ['a word of all', { text: 'plain' }],
  ['the beginning of words of all', { text: 'wor' }],
  ['several words', { text: 'usual often word7' }],
  ['a category of all', { categories: ['Other'] }],
  ['a price range', { low: 100, high: 4_000 }],
  ['a small price range and a word', { text: 'common', low: 100, high: 110 }],
  ['a merchant', { merchant }],
  ['a merchant and a word', { merchant, text: 'common' }],
];
const WORDS: readonly OrderWord[] = ['sales', 'price', 'prims', 'name', 'created', 'rating', 'collection', 'featured'];
const ORDERS: readonly SortOrder[] = WORDS.flatMap((by) => [
  { by, descending: true },
  { by, descending: false },
]);

describe.each(SEARCHES)('a search for %s', (_name, wanted) => {
  const matchings = [[], privates].map((readable) => Matching.build({ ...any, ...wanted }, readable) as Matching);

  it('never reads a table through', async () => {
    for (const matching of matchings) {
      const statements = [matching.count()];
      for (const order of ORDERS)
        for (const offset of [0, 500, COUNT / 2]) {
          statements.push(matching.sorted(order, { offset, limit: 30 }), matching.followed(order, { offset, limit: 30 }));
        }
      for (const statement of statements)
        for (const step of await steps(statement)) expect([step['Node Type'], statement.text]).not.toContain('Seq Scan');
    }
  });

  it('follows the index of its order where many match, and sorts none but those of one collection', async () => {
    for (const matching of matchings)
      for (const order of ORDERS)
        for (const offset of [0, 500]) {
          const page = await steps(matching.followed(order, { offset, limit: 30 }));
          const kinds = page.map((step) => step['Node Type']);
          expect(kinds).not.toContain('Sort');
          expect(kinds.includes('Incremental Sort')).toBe(order.by === 'collection');
        }
  });
});

it('gives an index up that leads to nothing, and finds what stands at the far end of the order', async () => {
  const wanted: Wanted = { ...any, text: 'dear', mature: true };
  const order: SortOrder = { by: 'price', descending: false };
  const dear = products.filter(({ price, collection }) => price >= DEAR && collection.public);
  const { total, products: found } = await new Search(database).find(wanted, [], { order, offset: 0, limit: 30 });
  const expected = dear.toSorted((a, b) => Number(a.price - b.price) || a.id - b.id).slice(0, 30);
  expect(total).toBe(dear.length);
  expect(total).toBeGreaterThan(5_000);
  expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});
