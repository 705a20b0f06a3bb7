import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCapabilities, loadMasterKey } from '@scrip/capability';
import { type Database, openDatabase, runningEmbedded } from '@scrip/database';
import { newId, systemClock, type Uuid } from '@scrip/kernel';
import type pg from 'pg';
import { drive, type LoadResult, post } from './load.ts';
import { median, type Row } from './row.ts';
import { bareRoute, startServer } from './server.ts';

const UNITS = 1_000;
const PRODUCTS = 10_000;
/** Other owners' units and products: they must cost nothing. */
const OTHERS = 200_000;
const READERS = 16;
const ROUNDS = 5;
const SLICE_MS = 2_000;
const log = { info() {}, warn: console.error, error: console.error };

// What the bare routes ask is what the server asks, one statement for each of its own, and they answer the same values: what is
// compared is a protocol, capabilities, rights, checks and bounds with none of them.
const LOCATION = { name: 'location', text: `SELECT * FROM lease_location WHERE owner = $1 AND name_key = $2` };
const UNIT_PAGE = {
  name: 'units',
  text: `SELECT name, model, CASE WHEN region = '' THEN '' ELSE region || '/' || x || '/' || y || '/' || z END AS coords, lessee, rate,
           period_secs AS "periodSecs", coalesce(floor(extract(epoch FROM paid_until - clock_timestamp())), 0)::int AS "secsRemaining"
         FROM lease_unit WHERE location_id = $1 AND removed_at IS NULL ORDER BY sort_key, name_key COLLATE "C" OFFSET 0 LIMIT NULL`,
};
const NAMES = { name: 'names', text: 'SELECT akey, name FROM avatar WHERE akey = ANY ($1)' };
const COLLECTION = { name: 'collection', text: 'SELECT * FROM vend_collection WHERE creator = $1 AND name_key = $2' };
const PRODUCT_PAGE = {
  name: 'products',
  text: `SELECT p.id, p.name, left(p.description, 255) AS "shortDescription", p.creator, p.categories, p.tags, p.mature, p.price, p.currency,
           p.image_url_part AS "imageUrlPart", p.texture_key AS "textureKey", p.votes, p.rating_sum AS "ratingSum"
         FROM (SELECT id FROM vend_product WHERE collection_id = $1 AND removed_at IS NULL ORDER BY id OFFSET $2::int LIMIT 100) AS page
         JOIN vend_product p USING (id) ORDER BY p.id`,
};
const VENDORS = {
  name: 'vendors',
  text: `SELECT product_id, owner, region, x, y, z, mature_region, own FROM vend_vendor WHERE collection_id = $1 ORDER BY own DESC LIMIT 10`,
};

interface Seeded {
  readonly owner: Uuid;
  readonly login: string;
}

/** The two lists that callers page through, beside bare routes with the same SQL on the same PostgreSQL. */
export async function run(say: (text: string) => void): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-bench-'));
  const server = await startServer(dataDir);
  const url = runningEmbedded(dataDir)?.url;
  if (!url) throw new Error('the embedded PostgreSQL is not running');
  const database = await openDatabase({ url, log });
  const bare = { units: await bareRoute(url, unitsRoute), products: await bareRoute(url, productsRoute) };
  try {
    say(`preparing ${UNITS} units and ${PRODUCTS} products`);
    const seeded = await seed(database, dataDir);
    const at = new URL(server.url);
    const slice = (route: URL, request: string, good: string) =>
      drive({ url: route, connections: READERS, duration_ms: SLICE_MS, next: () => request, good });
    const calls = {
      units: call('lease.unitDetailsAtLocation', [[seeded.login], seeded.owner, 'Shops']),
      products: call('vend.publicCollectionProducts', [[seeded.login], seeded.owner, '', 'Furniture', 0, 0]),
      deep: call('vend.publicCollectionProducts', [[seeded.login], seeded.owner, '', 'Furniture', PRODUCTS - 100, 0]),
    };
    const asked = post('/', JSON.stringify({ owner: seeded.owner }));
    const rounds = async (): Promise<Record<keyof typeof calls | 'bareUnits' | 'bareProducts', LoadResult[]>> => {
      const results = { units: [], products: [], deep: [], bareUnits: [], bareProducts: [] } as Record<string, LoadResult[]>;
      for (let round = 1; round <= ROUNDS; round++) {
        results['bareUnits']?.push(await slice(bare.units.url, asked, '"Shop #1000"'));
        results['units']?.push(await slice(at, calls.units, '"Shop #1000"'));
        results['bareProducts']?.push(await slice(bare.products.url, asked, '"Product 100"'));
        results['products']?.push(await slice(at, calls.products, '"Product 100"'));
        results['deep']?.push(await slice(at, calls.deep, `"Product ${PRODUCTS}"`));
      }
      return results as Awaited<ReturnType<typeof rounds>>;
    };
    say('lists in small tables');
    const small = await rounds();
    say(`preparing ${OTHERS} units and products of others`);
    await seedOthers(database);
    say('lists in large tables');
    const large = await rounds();
    const failed = [...Object.values(small), ...Object.values(large)].flat().reduce((sum, result) => sum + result.failed, 0);
    if (failed > 0) throw new Error(`${failed} calls failed`);
    const rate = (results: LoadResult[]) => results.map(({ perSecond }) => perSecond);
    const row = (name: string, ours: LoadResult[], theirs: LoadResult[], peerName: string, target: string): Row => ({
      name,
      ours: median(rate(ours)),
      peer: median(rate(theirs)),
      peerName,
      ratio: median(rate(ours).map((one, index) => one / (rate(theirs)[index] as number))),
      unit: 'calls/s',
      target,
    });
    const route = 'bare Fastify + pg';
    return [
      row(`lease.unitDetailsAtLocation, ${UNITS} units`, large.units, large.bareUnits, route, '>= 0.5'),
      row(`vend.publicCollectionProducts, a page of ${PRODUCTS}`, large.products, large.bareProducts, route, '>= 0.5'),
      row(`${UNITS} units among ${OTHERS} of others`, large.units, small.units, 'without the others', '~ 1'),
      row(`products among ${OTHERS} of others`, large.products, small.products, 'without the others', '~ 1'),
      row('the last page of products', large.deep, large.products, 'the first page', ''),
    ];
  } finally {
    await bare.units.close();
    await bare.products.close();
    await database.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function call(method: string, params: readonly unknown[]): string {
  return post('/jsonrpc', JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
}

async function unitsRoute(pool: pg.Pool, { owner }: { owner: Uuid }) {
  const [location] = (await pool.query({ ...LOCATION, values: [owner, 'shops'] })).rows;
  const units = (await pool.query({ ...UNIT_PAGE, values: [location.id] })).rows;
  const lessees = units.flatMap(({ lessee }) => lessee ?? []);
  const names = (await pool.query({ ...NAMES, values: [lessees] })).rows;
  const nameOf = new Map(names.map(({ akey, name }) => [akey, name]));
  return units.map(({ name, model, coords, lessee, rate, periodSecs, secsRemaining }) => {
    const weekRate = Math.round((Number(rate) * 604_800) / periodSecs);
    return [name, model, coords, lessee ? 1 : 0, lessee ?? '', nameOf.get(lessee) ?? '', weekRate, secsRemaining];
  });
}

async function productsRoute(pool: pg.Pool, { owner }: { owner: Uuid }) {
  const [collection] = (await pool.query({ ...COLLECTION, values: [owner, 'furniture'] })).rows;
  const products = (await pool.query({ ...PRODUCT_PAGE, values: [collection.id, 0] })).rows;
  const vendors = (await pool.query({ ...VENDORS, values: [collection.id] })).rows;
  const names = (await pool.query({ ...NAMES, values: [[...products.map(({ creator }) => creator), owner]] })).rows;
  const nameOf = new Map(names.map(({ akey, name }) => [akey, name]));
  return products.map((product) => ({
    prod_id: product.id,
    name: product.name,
    short_desc: product.shortDescription,
    creator: nameOf.get(product.creator),
    creator_akey: product.creator,
    cats: product.categories,
    tags: product.tags,
    rating: product.votes === 0 ? 0 : product.ratingSum / product.votes,
    total_votes: product.votes,
    price: Number(product.price),
    currency: product.currency,
    image_url_part: product.imageUrlPart,
    texture_key: product.textureKey,
    is_mature: product.mature ? 1 : 0,
    vendors: vendors.map((vendor) => ({
      owner_akey: vendor.owner,
      owner_name: nameOf.get(vendor.owner),
      position: `${vendor.region}/${vendor.x}/${vendor.y}/${vendor.z}`,
      mature_region: vendor.mature_region,
    })),
  }));
}

const ADD_UNITS = `INSERT INTO lease_unit (id, location_id, owner, name, name_key, sort_key, number, model, region, region_key, x, y, z, rate,
    period_secs, lease_id, lessee, leased_at, paid_until, ends_at)
  SELECT gen_random_uuid(), $1, $2, 'Shop #' || n, 'shop #' || n, 'shop #' || lpad(n::text, 12, '0'), n, 'Auto-Lease v3', 'Kinda', 'kinda',
    n % 256, n / 256 % 256, 22, 50, 604800, a.akey, a.akey, a.leased, a.leased + interval '30 days', a.leased + interval '33 days'
  FROM generate_series($3::int, $4::int) n
  LEFT JOIN (SELECT akey, now() AS leased, row_number() OVER (ORDER BY akey) AS at FROM avatar) a ON a.at * 3 = n % 1000`;

const ADD_PRODUCTS = `INSERT INTO vend_product (collection_id, merchant, creator, name, name_key, description, categories, tags, terms, mature, price,
    currency, copy, modify, transfer, prims, texture_key, texture_anim, image_url_part, featured, creator_share, shared)
  SELECT $1, $2, $2, 'Product ' || n, 'product ' || n, 'What there is to say of product ' || n || ', in a line or so of plain words.',
    ARRAY['Furniture', 'Chairs'], 'wood, seat', ARRAY['product'], n % 7 = 0, n % 900, 'L$', false, true, true, n % 60,
    gen_random_uuid()::text, '', '', false, 0, 0
  FROM generate_series($3::int, $4::int) n`;

const ADD_COLLECTION = `INSERT INTO vend_collection (id, creator, name, name_key, public, description, tags, image_url_part, texture_key, commission)
  VALUES ($1, $2, $3, $4, true, '', '', '', '', 0)`;

const ADD_VENDORS = `INSERT INTO vend_vendor (id, object_key, owner, collection_id, region, x, y, z, mature_region, own)
  SELECT gen_random_uuid(), gen_random_uuid(), $2, $1, 'Kinda', n, n, 22, false, true FROM generate_series(1, 5) n`;

async function seed(database: Database, dataDir: string): Promise<Seeded> {
  const owner = newId();
  const avatars = [owner, ...Array.from({ length: 300 }, newId)];
  await database.prisma.avatar.createMany({ data: avatars.map((akey, at) => ({ akey, name: `Bench ${at}`, nameKey: `bench ${at}` })) });
  await addLocation(database, owner, 'Shops', 1, UNITS);
  const collection = await addCollection(database, owner, 'Furniture', 1, PRODUCTS);
  await database.pool.query(ADD_VENDORS, [collection, owner]);
  await database.pool.query('VACUUM ANALYZE');
  const capabilities = await createCapabilities({ database, masterKey: await loadMasterKey(dataDir), clock: systemClock, log });
  const { token } = await capabilities.issue({ kind: 'login', sub: owner, grantor: owner, validForSecs: 86_400 });
  await capabilities.close();
  return { owner, login: token };
}

async function seedOthers(database: Database): Promise<void> {
  const portion = 10_000;
  for (let done = 0; done < OTHERS; done += portion) {
    await addLocation(database, newId(), 'Elsewhere', 1, portion);
    await addCollection(database, newId(), 'Other things', 1, portion);
  }
  await database.pool.query('VACUUM ANALYZE lease_unit');
  await database.pool.query('VACUUM ANALYZE vend_product');
}

async function addLocation(database: Database, owner: Uuid, name: string, first: number, last: number): Promise<void> {
  const id = newId();
  const terms = { minSecs: 3_600, maxSecs: 31_536_000, overdueSecs: 259_200, graceSecs: 0, refundPercent: 100 };
  const lists = { reminders: [], discountSecs: [], discountPercents: [] };
  await database.prisma.leaseLocation.create({ data: { id, owner, name, nameKey: name.toLowerCase(), ...terms, ...lists } });
  await database.pool.query(ADD_UNITS, [id, owner, first, last]);
}

async function addCollection(database: Database, owner: Uuid, name: string, first: number, last: number): Promise<Uuid> {
  const id = newId();
  await database.pool.query(ADD_COLLECTION, [id, owner, name, name.toLowerCase()]);
  await database.pool.query(ADD_PRODUCTS, [id, owner, first, last]);
  return id;
}
