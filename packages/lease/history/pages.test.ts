import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { caller, type Person, person } from '../testkit.ts';

let world: World;
let call: ReturnType<typeof caller>;
let ann: Person;
let bob: Person;

beforeAll(async () => {
  world = await testWorld();
  call = caller(world);
  [ann, bob] = await Promise.all([person(world, 'Ann Able'), person(world, 'Bob Best')]);
});
afterEach(() => world.check());
afterAll(() => world.close());

const asAnn = (method: string, ...params: unknown[]) => call(`lease.${method}`, [ann.login], '', ...params);
const location = (name: string) => world.lease.locations.get(ann.akey, name);

describe('lease.history', () => {
  it('is paged by a cursor, from the newest to the oldest, whatever happens meanwhile', async () => {
    await asAnn('createLocation', 'Busy');
    for (let i = 1; i <= 7; i++) await asAnn('createUnit', 'Busy', `Unit #${i}`, i);
    type Page = { entries: { unit_name: string }[]; cursor: string };
    const units: string[] = [];
    for (let cursor = ''; ; ) {
      const page = (await asAnn('history', 'Busy', cursor, 3)) as Page;
      units.push(...page.entries.map(({ unit_name }) => unit_name));
      await asAnn('setAccess', 'Busy', bob.akey, units.length % 2 ? 'ban' : 'allow');
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(units).toEqual(['Unit #7', 'Unit #6', 'Unit #5', 'Unit #4', 'Unit #3', 'Unit #2', 'Unit #1', '']);
    expect(await faultOf(asAnn('history', 'Busy', 'x'))).toMatch(/^invalid_params: cursor is "x"/);
  });

  it('passes over none of those that happened at the same moment', async () => {
    await asAnn('createLocation', 'Moment');
    const { id } = await location('Moment');
    await world.database.pool.query(
      `INSERT INTO lease_log (id, location_id, at, type, unit_name, amount, duration_secs, journal_id, detail)
       SELECT gen_random_uuid(), $1, '2020-01-01T00:00:00.123456Z', 'unit', n::text, n - 1, 0, gen_random_uuid(), '' FROM generate_series(1, 50) AS n`,
      [id],
    );
    type Page = { entries: { unit_name: string; amount: number; transaction_id: string }[]; cursor: string };
    const seen = new Map<string, Page['entries'][number]>();
    for (let cursor = ''; ; ) {
      const page = (await asAnn('history', 'Moment', cursor, 7)) as Page;
      for (const entry of page.entries) seen.set(entry.unit_name, entry);
      cursor = page.cursor;
      if (cursor === '') break;
    }
    expect(seen.size).toBe(51);
    // An id that nothing was paid under is no transaction's.
    expect([seen.get('1')?.transaction_id, seen.get('50')?.transaction_id.length]).toEqual(['', 36]);
  });
});
