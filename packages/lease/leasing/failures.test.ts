import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { WAITING, waitingForLock } from '../../../test/testkit/locks.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, Shop, WEEK } from './testkit.ts';

// The connection of a change is cut while the change waits in the middle of its transaction.

let world: World;
let [ann, bob] = [] as unknown as [Person, Person];
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  [ann, bob] = [await world.person(`Ann ${people}`, 1_000), await world.person(`Bob ${people}`, 1_000)];
});
afterAll(async () => {
  // The calls that were cut off failed; the books and what was sealed of them must be as if they had never come.
  expect(await world.bank.audit()).toMatchObject({ ok: true });
  await world.close();
});

const TERMS = { overdueSecs: 0, graceSecs: DAY, reminders: [WEEK] };
const { rent, extend, terminate, extendFree, transfer, setPayer, expire, remind, update } = {
  rent: (shop: Shop) => shop.rent(bob, WEEK, { request_id: 'cut', unit_name: 'Shop #2' }),
  extend: (shop: Shop) => shop.extend(ann, DAY, { request_id: 'cut' }),
  terminate: (shop: Shop) => shop.call('terminate', ann, { request_id: 'cut' }),
  extendFree: (shop: Shop) => shop.call('extendFree', ann),
  transfer: (shop: Shop) => shop.call('transfer', ann, { to_akey: bob.akey }),
  setPayer: (shop: Shop) => shop.call('setPayer', ann, { payer_akey: bob.akey }),
  expire: () => world.lease.due.expire(),
  remind: () => world.lease.due.remind(),
  update: (shop: Shop) => world.lease.locations.update(shop.location, shop.owner.akey, { overdueSecs: 60 }, 'Stalls'),
};

it.each([
  ['a rent', 'notification', rent],
  ['a rent', 'lease_purchase', rent],
  ['a rent', 'lease_log', rent],
  ['an extension', 'lease_purchase', extend],
  ['an extension', 'lease_log', extend],
  ['a free extension', 'lease_log', extendFree],
  ['an ending', 'journal', terminate],
  ['an ending', 'notification', terminate],
  ['an ending', 'lease_log', terminate],
  ['a transfer', 'lease_purchase', transfer],
  ['a transfer', 'lease_log', transfer],
  ['a new payer', 'lease_log', setPayer],
  ['an expiry', 'lease_log', expire],
  ['an expiry', 'notification', expire],
  ['a reminder', 'notification', remind],
  ['new terms', 'lease_log', update],
])('%s that is cut off before it writes its %s leaves nothing behind, and can be made again', async (_what, table, change) => {
  const shop = await Shop.open(world, TERMS);
  await shop.add('Shop #2');
  await shop.rent(ann, 2 * WEEK);
  if (change === expire) await shop.pass(2 * WEEK);
  if (change === remind) await shop.pass(WEEK + DAY);
  const before = await everything();
  await cutOff(table, () => change(shop));
  expect(await everything()).toEqual(before);
  await change(shop);
  expect(await everything()).not.toEqual(before);
  if (change === rent || change === extend || change === terminate) {
    const after = await everything();
    await change(shop);
    expect(await everything()).toEqual(after);
  }
});

/** All that the database keeps of leases and their money. */
async function everything(): Promise<unknown> {
  const tables = ['lease_location', 'lease_unit', 'lease_purchase', 'lease_log', 'notification', 'journal', 'entry', 'account'];
  return Promise.all(tables.map(async (table) => (await world.database.pool.query(`SELECT * FROM ${table} t ORDER BY t::text`)).rows));
}

/** Makes a call wait until it can write to a table, which it never can: its connection ends before that. */
async function cutOff(table: string, call: () => Promise<unknown>): Promise<void> {
  const { pool } = world.database;
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${table} IN SHARE MODE`);
    const code = codeOf(call());
    await waitingForLock(world.database);
    await pool.query(`SELECT pg_terminate_backend(pid) FROM (${WAITING}) AS waiting`);
    expect(await code).not.toBe('no fault');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
