import { isUuid, type Uuid } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, testWorld, type World } from '../testkit/world.ts';
import { connect, printUrl, refusal } from './testkit.ts';

// Each edit is made twice, in Studio and by the procedure, of two things that are alike. Both are refused, or both rows come out alike.

let world: World;
let studio: pg.Client;
let ann: Person;

beforeAll(async () => {
  world = await testWorld();
  studio = await connect((await printUrl(world.database.url)).url);
  ann = await world.person('Ann Able');
});
afterAll(async () => {
  await studio?.end();
  await world?.close();
});

const RUNS = 60;
const SEED = 1_912;

const LIVELY = [...'aZ9 ,#:/-ßΣσﬁİ'].concat(['Mill', ' Σ', '\u0301', '\u00ad', '\ufe0f', '\u3000', '\n', '日本', '👩', '::']);
const words = fc.string({ unit: fc.constantFrom(...LIVELY), maxLength: 12 });
/** At the limits of length, and with what no text may hold. */
const extreme = fc.constantFrom(
  'x'.repeat(63),
  'x'.repeat(64),
  'y'.repeat(255),
  'y'.repeat(256),
  '👩'.repeat(32),
  'z'.repeat(4_000),
  'z'.repeat(4_001),
  'a\u0007b',
  '\ufffe',
);
const texts = fc.oneof({ weight: 6, arbitrary: words }, { weight: 1, arbitrary: extreme });

type Fields = Readonly<Record<string, unknown>>;

/** Updates one row as Studio does. */
async function inStudio(table: string, id: unknown, fields: Fields): Promise<string> {
  const names = Object.keys(fields);
  const sets = names.map((name, index) => `${name} = $${index + 2}`).join(', ');
  return (await refusal(studio, `UPDATE ${table} SET ${sets} WHERE id = $1`, [id, ...Object.values(fields)])).startsWith('done')
    ? 'done'
    : 'refused';
}

async function byProcedure(method: string, params: readonly unknown[]): Promise<string> {
  try {
    await world.call(method, [...params]);
    return 'done';
  } catch (error) {
    if (error instanceof Fault && error.spec.kind !== 'internal') return 'refused';
    throw error;
  }
}

/** A row with its own keys and its times taken out: a time is told by whether it is the one that it was. */
function comparable(row: Fields, before: Fields): Fields {
  const entries = Object.entries(row).filter(([name]) => !['id', 'product_id', 'location_id', 'unit_id'].includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof Date ? value.getTime() === (before[name] as Date | null)?.getTime() : value]),
  );
}

async function rowOf(table: string, id: unknown, key = 'id'): Promise<Fields> {
  return (await world.database.pool.query<Fields>(`SELECT * FROM ${table} WHERE ${key} = $1`, [id])).rows[0] ?? {};
}

describe('a product', () => {
  let ids: number[];
  beforeEach(async () => {
    await world.database.pool.query('DELETE FROM vend_searchable');
    const collection = `Shelf ${Math.random()}`;
    await world.call('vend.createCollection', [[ann.login], '', collection, {}]);
    const details = { description: 'Warm', tags: 'red, wool', categories: ['Hats'] };
    ids = [];
    for (const _ of [1, 2]) ids.push((await world.call('vend.addProduct', [[ann.login], '', collection, 'Hat', 10, details])) as number);
  });

  const changes = fc.record(
    {
      name: texts,
      description: texts,
      tags: texts,
      categories: fc.array(texts, { maxLength: 3 }),
      price: fc.oneof(fc.integer({ min: -1, max: 1_000 }), fc.constantFrom(9_007_199_254_740_991)),
      mature: fc.boolean(),
      copy: fc.boolean(),
      modify: fc.boolean(),
      transfer: fc.boolean(),
      featured: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('comes out as vend.updateProduct makes it, with what searches find it by', async () => {
    const outcomes = { done: 0, refused: 0 };
    const [edited, called] = ids as [number, number];
    for (const change of fc.sample(changes, { numRuns: RUNS, seed: SEED })) {
      if (Object.keys(change).length === 0) continue;
      const before = [await rowOf('vend_product', edited), await rowOf('vend_product', called)] as const;
      const outcome = await inStudio('vend_product', edited, change);
      expect([change, await byProcedure('vend.updateProduct', [[ann.login], called, change])]).toEqual([change, outcome]);
      outcomes[outcome as 'done'] += 1;
      const after = [await rowOf('vend_product', edited), await rowOf('vend_product', called)] as const;
      expect([change, comparable(after[0], before[0])]).toEqual([change, comparable(after[1], before[1])]);
      const found = [await rowOf('vend_searchable', edited, 'product_id'), await rowOf('vend_searchable', called, 'product_id')] as const;
      expect([change, comparable(found[0], {})]).toEqual([change, comparable(found[1], {})]);
    }
    expect(Math.min(outcomes.done, outcomes.refused)).toBeGreaterThan(10);
  });

  it('is found by its new words at once, and shown as changed', async () => {
    const [edited] = ids as [number, number];
    expect(await inStudio('vend_product', edited, { name: 'Feathered Bonnet', price: 12 })).toBe('done');
    const { rows } = await world.database.pool.query(
      `SELECT s.price, s.name_key, s.terms @@ 'bonnet' AS found, p.changed_at > p.created_at AS changed
       FROM vend_searchable s JOIN vend_product p ON p.id = s.product_id WHERE p.id = $1`,
      [edited],
    );
    expect(rows).toEqual([{ price: 12, name_key: 'feathered bonnet', found: true, changed: true }]);
  });

  it('stays as it is once it was removed', async () => {
    const [edited] = ids as [number, number];
    await world.call('vend.removeProduct', [[ann.login], edited]);
    expect(await refusal(studio, 'UPDATE vend_product SET price = 1 WHERE id = $1', [edited])).toBe('this product was removed');
  });

  it('takes no character that the server and the database might not agree on', async () => {
    expect(await refusal(studio, 'UPDATE vend_product SET name = $2 WHERE id = $1', [ids[0], 'Hat \u{1fae8}'])).toMatch(
      /U\+1FAE8.*by a procedure/,
    );
  });
});

it('a collection changes its texts, whether it is public, and how its name is spelled', async () => {
  const id = (
    await world.database.pool.query<{ id: Uuid }>('SELECT id FROM vend_collection WHERE creator = $1 AND removed_at IS NULL LIMIT 1', [
      ann.akey,
    ])
  ).rows[0]?.id;
  const { name } = await rowOf('vend_collection', id);
  const spelled = String(name).toUpperCase();
  expect(await inStudio('vend_collection', id, { name: ` ${spelled}`, description: 'All of it', tags: 'a, b', public: true })).toBe('done');
  expect(await rowOf('vend_collection', id)).toMatchObject({ name: spelled, description: 'All of it', tags: 'a, b', public: true });
  expect(await refusal(studio, 'UPDATE vend_collection SET name = $2 WHERE id = $1', [id, 'Other'])).toMatch(/is another name than/);
  const unsendable = ['\u0001', 'a\u000b', '\u001f', '\ufffe'].flatMap((text) => [{ description: text }, { tags: text }]);
  for (const fields of [{ name: 'a,b' }, { description: 'x'.repeat(4_001) }, { tags: 'x'.repeat(256) }, ...unsendable]) {
    expect(await inStudio('vend_collection', id, fields)).toBe('refused');
  }
});

/** Two locations that are alike, with one leased unit each. */
async function twins(): Promise<{ owner: Person; location: Uuid; unit: Uuid }[]> {
  const made = [];
  const lessee = await world.person(`Lessee ${Math.random()}`);
  for (const _ of [1, 2]) {
    const owner = await world.person(`Owner ${Math.random()}`);
    await world.call('lease.createLocation', [[owner.login], '', 'Mill Lane', {}]);
    const created = { capabilities: [owner.login], owner_akey: '', location_name: 'Mill Lane', unit_name: 'Shop #1', rate: 70 };
    await world.call('lease.createUnit', created);
    const { rows } = await world.database.pool.query<{ location: Uuid; unit: Uuid }>(
      'SELECT location_id AS location, id AS unit FROM lease_unit WHERE owner = $1',
      [owner.akey],
    );
    const [row] = rows;
    if (!row || !isUuid(row.location)) throw new Error('no unit was made');
    made.push({ owner, ...row });
  }
  // Two leases of one moment.
  await world.database.pool.query(
    `UPDATE lease_unit SET (lease_id, lessee, leased_at, paid_until, ends_at) =
       (gen_random_uuid(), $2, now(), now() + interval '5 days', now() + interval '8 days') WHERE id = ANY($1::uuid[])`,
    [made.map(({ unit }) => unit), lessee.akey],
  );
  return made;
}

const OWN = ['id', 'owner', 'location_id', 'lease_id', 'unit_id', 'created_at', 'at', 'actor'];
const shared = (row: Fields) => Object.fromEntries(Object.entries(row).filter(([name]) => !OWN.includes(name)));
async function historyOf(location: Uuid): Promise<Fields[]> {
  const { rows } = await world.database.pool.query<Fields>('SELECT * FROM lease_log WHERE location_id = $1 ORDER BY at, id', [location]);
  return rows.map(shared);
}

async function mustBeAlike(edited: { location: Uuid; unit: Uuid }, called: { location: Uuid; unit: Uuid }, about: unknown): Promise<void> {
  for (const [table, one, other] of [
    ['lease_location', edited.location, called.location],
    ['lease_unit', edited.unit, called.unit],
  ] as const) {
    expect([about, shared(await rowOf(table, one))]).toEqual([about, shared(await rowOf(table, other))]);
  }
  expect([about, await historyOf(edited.location)]).toEqual([about, await historyOf(called.location)]);
}

describe('a location', () => {
  const secs = fc.oneof(fc.integer({ min: -1, max: 400_000 }), fc.constantFrom(0, 86_400, 31_536_000, 2_147_483_647));
  const changes = fc.record(
    {
      min_secs: secs,
      max_secs: secs,
      overdue_secs: secs,
      grace_secs: secs,
      refund_percent: fc.integer({ min: -1, max: 101 }),
      discounts: fc.array(fc.record({ secs: fc.integer({ min: 0, max: 5 }), percent: fc.integer({ min: 0, max: 101 }) }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );

  it('comes out as lease.updateLocation makes it, with its leases and its history', async () => {
    const [edited, called] = (await twins()) as [Awaited<ReturnType<typeof twins>>[0], Awaited<ReturnType<typeof twins>>[0]];
    const outcomes = { done: 0, refused: 0 };
    for (const change of fc.sample(changes, { numRuns: 2 * RUNS, seed: SEED })) {
      const { discounts, ...fields } = change;
      const lists = discounts && {
        discount_secs: discounts.map((one) => one.secs),
        discount_percents: discounts.map((one) => one.percent),
      };
      if (Object.keys(change).length === 0) continue;
      const outcome = await inStudio('lease_location', edited.location, { ...fields, ...lists });
      expect([change, await byProcedure('lease.updateLocation', [[called.owner.login], '', 'Mill Lane', change])]).toEqual([
        change,
        outcome,
      ]);
      outcomes[outcome as 'done'] += 1;
      await mustBeAlike(edited, called, change);
    }
    expect(Math.min(outcomes.done, outcomes.refused)).toBeGreaterThan(10);
  });

  it('is spelled in another way, and not called another name', async () => {
    const [edited, called] = (await twins()) as [Awaited<ReturnType<typeof twins>>[0], Awaited<ReturnType<typeof twins>>[0]];
    expect(await inStudio('lease_location', edited.location, { name: ' MILL  lane' })).toBe('done');
    await world.call('lease.updateLocation', [[called.owner.login], '', 'Mill Lane', {}, ' MILL  lane']);
    await mustBeAlike(edited, called, 'name');
    expect(await refusal(studio, 'UPDATE lease_location SET name = $2 WHERE id = $1', [edited.location, 'Low Lane'])).toMatch(
      /is another name than/,
    );
    expect(await refusal(studio, "UPDATE lease_location SET discount_secs = '{1,2}' WHERE id = $1", [edited.location])).toMatch(
      /side by side/,
    );
  });
});

describe('a unit', () => {
  const PERIODS = { hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000 };
  const changes = fc.record(
    {
      model: texts,
      region: texts,
      rate: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(12_782_640, 12_782_641, 2_147_483_647)),
      period: fc.constantFrom(...(Object.keys(PERIODS) as (keyof typeof PERIODS)[])),
    },
    { requiredKeys: [] },
  );

  it('comes out as lease.updateUnit makes it, with its revision and its history', async () => {
    const [edited, called] = (await twins()) as [Awaited<ReturnType<typeof twins>>[0], Awaited<ReturnType<typeof twins>>[0]];
    const outcomes = { done: 0, refused: 0 };
    for (const change of fc.sample(changes, { numRuns: RUNS, seed: SEED })) {
      const { period, ...fields } = change;
      if (Object.keys(change).length === 0) continue;
      const outcome = await inStudio('lease_unit', edited.unit, { ...fields, ...(period && { period_secs: PERIODS[period] }) });
      expect([change, await byProcedure('lease.updateUnit', [[called.owner.login], '', 'Mill Lane', 'Shop #1', change])]).toEqual([
        change,
        outcome,
      ]);
      outcomes[outcome as 'done'] += 1;
      await mustBeAlike(edited, called, change);
    }
    expect(Math.min(outcomes.done, outcomes.refused)).toBeGreaterThan(8);
  });

  it('is spelled in another way, and refuses periods that there are not', async () => {
    const [edited, called] = (await twins()) as [Awaited<ReturnType<typeof twins>>[0], Awaited<ReturnType<typeof twins>>[0]];
    expect(await inStudio('lease_unit', edited.unit, { name: 'SHOP #1 ' })).toBe('done');
    await world.call('lease.updateUnit', [[called.owner.login], '', 'Mill Lane', 'Shop #1', { name: 'SHOP #1 ' }]);
    await mustBeAlike(edited, called, 'name');
    for (const fields of [{ name: 'Shop #2' }, { period_secs: 60 }])
      expect(await inStudio('lease_unit', edited.unit, fields)).toBe('refused');
  });
});

it("an avatar's email is one address or none", async () => {
  const email = () => rowOf('avatar', ann.akey, 'akey').then((row) => row['email']);
  const set = (to: string | null) => refusal(studio, 'UPDATE avatar SET email = $2 WHERE akey = $1', [ann.akey, to]);
  expect(await set('ann@example.org')).toMatch(/^done/);
  expect(await email()).toBe('ann@example.org');
  for (const wrong of ['ann', 'ann@', 'a@b@c', 'a b@c', 'ann@example.org,eve@example.org', 'a@b\n', `${'x'.repeat(254)}@b`]) {
    expect([wrong, await set(wrong)]).toEqual([wrong, expect.stringMatching(/an address such as/)]);
  }
  expect(await set('')).toMatch(/^done/);
  expect(await email()).toBeNull();
});

it("leaves the server's own updates alone", async () => {
  const id = (await world.database.pool.query<{ id: number }>('SELECT id FROM vend_product WHERE removed_at IS NULL LIMIT 1')).rows[0]?.id;
  const before = await rowOf('vend_product', id);
  await world.database.pool.query("UPDATE vend_product SET name = name || '!' WHERE id = $1", [id]);
  expect(await rowOf('vend_product', id)).toEqual({ ...before, name: `${before['name']}!` });
});
