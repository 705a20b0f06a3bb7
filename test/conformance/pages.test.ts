/**
 * Every list of ours comes in pages of one form: `after` names the last item of the page before, and `limit` says how many.
 * Whatever is added meanwhile, and however many items came at one moment, nothing is passed over and nothing comes twice.
 */
import { toJson } from '@scrip/rpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../testkit/call.ts';
import { type Person, testWorld, type World } from '../testkit/world.ts';
import { type Item, type List, listsOf } from './pages/lists.ts';

let world: World;
let lists: readonly List[];
let named = 0;
const somebody = (): Promise<Person> => world.person(`Somebody ${String(named++).padStart(4, '0')}`, 10);

beforeAll(async () => {
  world = await testWorld();
  lists = await listsOf(world, { ann: await world.person('Ann Able', 10_000), bob: await world.person('Bob Best', 10_000), somebody });
}, 60_000);
afterAll(() => world.close());

async function page({ method, params, items }: List, more: object): Promise<readonly Item[]> {
  const answer = toJson(await world.rpc.invoke(testCall(), method, { ...params, ...more }));
  return items ? items(answer) : (answer as Item[]);
}

/** What `after` is behind these items, which begin the list. */
function behind({ id, place }: List, items: readonly Item[]): string {
  const last = items.at(-1);
  return place ? place(items) : last ? id(last) : '';
}

/** The ids of all pages of so many; `between` comes after each of them. */
async function walk(list: List, limit: number, between: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const found: Item[] = [];
  for (;;) {
    const items = await page(list, { limit, after: behind(list, found) });
    expect(items.length).toBeLessThanOrEqual(limit);
    found.push(...items);
    if (items.length < limit) return found.map(list.id);
    await between();
  }
}

const ALL = 100;
const METHODS = [
  'bank.listStandingOrders',
  'bank.listGrants',
  'bank.listHolds',
  'bank.transactions',
  'bank.exportTransactions',
  'operator.listPayouts',
  'operator.listRoomSites',
  'operator.log',
  'rooms.list',
  'operator.listAvatars',
  'operator.listOperators',
  'operator.listOutbox',
  'general.notifications',
  'general.listMemberships',
  'general.listObjects',
  'lease.history',
  'lease.listAccess',
  'lease.managedLocations',
  'lease.myLeases',
  'lease.offers',
  'vend.listVendors',
  'vend.collectionVendors',
  'vend.products',
  'vend.search',
  'vend.listAccess',
  'vend.creditsGiven',
  'vend.credits',
  'vend.myGiftCards',
  'vend.myOrders',
  'vend.sales',
];

it('has a row for each procedure that takes `after`', () => {
  const paged = world.rpc.registry.entries.filter(({ params }) => params.some(([name]) => name === 'after'));
  expect(paged.map(({ procedure }) => procedure.name).sort()).toEqual(METHODS.toSorted());
  expect([...new Set(lists.map(({ method }) => method))].sort()).toEqual(METHODS.toSorted());
});

describe.each(METHODS)('%s', (method) => {
  const each = async (work: (list: List) => Promise<void>) => {
    for (const list of lists.filter((one) => one.method === method)) await work(list);
  };

  it('is the same page by page as in one page, also where all of it came at one moment', async () => {
    await each(async (list) => {
      for (let n = 0; n < 7; n++) await list.add(n);
      for (const change of [undefined, list.tie]) {
        if (change) await world.database.pool.query(change);
        // One page, but for the operators' log, which has the calls of the other lists as well.
        const all = await walk(list, ALL);
        expect(all.length).toBeGreaterThanOrEqual(7);
        expect(new Set(all).size).toBe(all.length);
        for (const limit of [1, 3, Math.min(all.length, ALL)]) expect(await walk(list, limit)).toEqual(all);
      }
    });
  });

  it('passes over nothing and repeats nothing while more is added', async () => {
    await each(async (list) => {
      const before = (await page(list, { limit: ALL })).map(list.id);
      let n = 7;
      const seen = await walk(list, 3, async () => n < 10 && list.add(n++));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => before.includes(id))).toEqual(before);
    });
  });

  it('takes an offset where it always did, which counts from the item that `after` names', async () => {
    await each(async (list) => {
      if (!list.offset) return;
      const items = await page(list, { limit: ALL });
      const all = items.map(list.id);
      for (const offset of [0, 1, all.length - 1, all.length]) {
        expect((await page(list, { limit: 3, offset })).map(list.id)).toEqual(all.slice(offset, offset + 3));
        const rest = await page(list, { limit: 3, offset, after: behind(list, items.slice(0, 2)) });
        expect(rest.map(list.id)).toEqual(all.slice(2 + offset, 5 + offset));
      }
    });
  });

  it('says so where `after` names nothing of it', async () => {
    await each(async (list) => {
      const answer = page(list, { after: list.nobody, limit: 3 });
      if (list.unknown === 'refused') await expect(answer).rejects.toThrow(/^after is .*, which is not in this list|^there is no item/);
      else if (list.unknown === 'empty') expect(await answer).toEqual([]);
      else expect(await answer).toEqual(await page(list, { limit: 3 }));
    });
  });
});
