import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase, startEmbedded } from '@scrip/database';
import { newId } from '@scrip/kernel';
import type { OrderWord } from '../../packages/vend/search/order.ts';
import { Search } from '../../packages/vend/search/search.ts';
import { type MadeCollection, type MadeProduct, makeCollections, makeProducts, randomFrom } from '../../packages/vend/search/testkit.ts';
import type { Wanted } from '../../packages/vend/search/wanted.ts';
import { median, type Row } from './row.ts';

const PRODUCTS = 100_000;
const COLLECTIONS = 1_000;
const AT_ONCE = 2_000;
/** Of which the first ones are used far more often than the others, as in any language. */
const VOCABULARY = 20_000;
const WORDS_OF_A_DESCRIPTION = 40;
const LIMIT = 30;
const ROUNDS = 15;
const PEER_ROUNDS = 3;
const log = { info() {}, warn: console.error, error: console.error };

interface Kind {
  readonly name: string;
  readonly wanted: Partial<Wanted>;
  readonly by: OrderWord;
  readonly ascending?: boolean;
  readonly offset?: number;
}

const KINDS: readonly Kind[] = [
  { name: 'a rare word', wanted: { text: wordAt(19_000) }, by: 'sales' },
  { name: 'a common word', wanted: { text: 'common' }, by: 'sales' },
  { name: 'a common word, by rating', wanted: { text: 'common' }, by: 'rating' },
  { name: 'a common word, by price', wanted: { text: 'common' }, by: 'price', ascending: true },
  { name: 'a common word, a price range', wanted: { text: 'common', low: 100, high: 2_000 }, by: 'name', ascending: true },
  { name: 'three words', wanted: { text: `common usual ${wordAt(3)}` }, by: 'created' },
  { name: 'a word of one merchant', wanted: { text: 'common' }, by: 'sales' },
  { name: 'one merchant', wanted: {}, by: 'price' },
  { name: 'all, what is featured first', wanted: {}, by: 'featured' },
  { name: 'all, mature ones too, by sales', wanted: { mature: true }, by: 'sales' },
  { name: 'all, by prims', wanted: {}, by: 'prims', ascending: true },
  { name: 'all, by collection', wanted: {}, by: 'collection', ascending: true },
  { name: 'a price range, by name', wanted: { low: 100, high: 2_000 }, by: 'name' },
  { name: 'all by price, from the 35,000th on', wanted: {}, by: 'price', offset: 35_000 },
  { name: 'all by sales, from the 35,000th on', wanted: {}, by: 'sales', offset: 35_000 },
  { name: 'a common word by price, from the 1,000th on', wanted: { text: 'common' }, by: 'price', offset: 1_000 },
];

/** Searches among many products, beside the query that one would write first. */
export async function run(say: (text: string) => void): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-bench-'));
  const embedded = await startEmbedded({ dataDir, log });
  await migrate(embedded.url, log);
  const database = await openDatabase({ url: embedded.url, log });
  try {
    say(`writing ${PRODUCTS} products`);
    const merchant = await fill(database);
    const search = new Search(database);
    const rows: Row[] = [];
    const medians: number[] = [];
    for (const { name, wanted, by, ascending = false, offset = 0 } of KINDS) {
      say(name);
      const all: Wanted = { text: '', categories: [], merchant: undefined, mature: false, low: undefined, high: undefined, ...wanted };
      const asked = name.includes('merchant') ? { ...all, merchant } : all;
      const page = { order: { by, descending: !ascending }, offset, limit: LIMIT };
      let found = '';
      const time_ms = async () => {
        const start = performance.now();
        const { total, products } = await search.find(asked, [], page);
        found = `${total.toLocaleString('en')} match, ${products.length} listed`;
        return performance.now() - start;
      };
      const times = { ours: [] as number[], peer: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        times.ours.push(await time_ms());
        if (round < PEER_ROUNDS) times.peer.push(await naive_ms(database, asked, by, ascending, offset));
      }
      const peer = { peer: median(times.peer), peerName: 'ILIKE, count(*) and ORDER BY', unit: 'ms' };
      const ours = median(times.ours);
      medians.push(ours);
      rows.push({ name: `search: ${name} (${found})`, ours, ...peer, ratio: peer.peer / ours });
    }
    return [...rows, { name: `search: the median of these ${KINDS.length} kinds`, ours: median(medians), unit: 'ms', target: '< 20' }];
  } finally {
    await database.close();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Returns a merchant who has some of the products. */
async function fill(database: Database): Promise<string> {
  const random = randomFrom(1);
  /** The further down in the vocabulary, the rarer. */
  const word = () => wordAt(Math.floor(VOCABULARY ** (random(1_000_000) / 1_000_000)));
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const merchants = Array.from({ length: COLLECTIONS / 5 }, newId);
  const collections = Array.from({ length: COLLECTIONS }, (_, index): MadeCollection => {
    return { id: newId(), merchant: merchants[index % merchants.length] as string, name: `Collection ${index}`, public: index % 10 !== 0 };
  });
  const product = (): MadeProduct => {
    const votes = random(3) === 0 ? random(40) : 0;
    return {
      id: 0,
      collection: collections[random(COLLECTIONS)] as MadeCollection,
      name: `${random(100) < 35 ? 'Common ' : ''}${words(2)}`,
      description: `${random(10) === 0 ? 'usual ' : ''}${words(WORDS_OF_A_DESCRIPTION)}`,
      tags: words(2),
      categories: ['Other'],
      mature: random(5) === 0,
      featured: random(100) === 0,
      prims: random(300),
      price: BigInt(random(5_000)),
      currency: 'L$',
      sales: random(2) === 0 ? random(1_000) : 0,
      votes,
      ratingSum: votes * 2 + (votes > 0 ? random(votes * 3) : 0),
    };
  };
  await database.prisma.currency.create({ data: { code: 'L$', scale: 0 } });
  await makeCollections(database, collections);
  for (let made = 0; made < PRODUCTS; made += AT_ONCE) await makeProducts(database, Array.from({ length: AT_ONCE }, product));
  for (const table of ['vend_product', 'vend_searchable', 'vend_collection']) await database.pool.query(`VACUUM ANALYZE ${table}`);
  return merchants[1] as string;
}

/** Words that begin as differently as real ones do. */
function wordAt(place: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ra', 'te', 'su', 'no', 've', 'du', 'pi', 'sha', 'gro', 'el', 'an', 'ur', 'ist', 'ob', 'fe', 'zy'];
  let text = '';
  for (let rest = place; rest > 0; rest = Math.floor(rest / syllables.length)) text += syllables[rest % syllables.length];
  return text;
}

const PEER_ORDERS: Record<OrderWord, string> = {
  sales: 'p.sales',
  price: 'p.price',
  prims: 'p.prims',
  name: 'p.name',
  created: 'p.id',
  rating: 'CASE WHEN p.votes = 0 THEN 0 ELSE p.rating_sum::float8 / p.votes END',
  collection: 'c.name',
  featured: 'p.featured',
};

/** What one would write first: the same filters and order, and each word anywhere in the texts. */
async function naive_ms(database: Database, wanted: Wanted, by: OrderWord, ascending: boolean, offset: number): Promise<number> {
  const { text, merchant, mature, low = 0, high = 1e9 } = wanted;
  const words = text.split(' ').map((_word, index) => `concat_ws(' ', p.name, p.description, p.tags) ILIKE $${index + 5}`);
  const from = `FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id
    WHERE p.removed_at IS NULL AND c.public AND ($1::uuid IS NULL OR p.merchant = $1) AND (NOT p.mature OR $2::boolean)
      AND p.price BETWEEN $3::bigint AND $4::bigint AND ${words.join(' AND ')}`;
  const values = [merchant ?? null, mature, low, high, ...text.split(' ').map((part) => `%${part}%`)];
  const start = performance.now();
  await database.pool.query(`SELECT count(*) ${from}`, values);
  const direction = ascending ? 'ASC' : 'DESC';
  const columns = 'p.id, p.name, p.texture_key';
  await database.pool.query(
    `SELECT ${columns} ${from} ORDER BY ${PEER_ORDERS[by]} ${direction}, p.id ${direction} LIMIT ${LIMIT} OFFSET ${offset}`,
    values,
  );
  return performance.now() - start;
}
