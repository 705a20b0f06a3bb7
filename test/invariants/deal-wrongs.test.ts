import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Shop, WEEK } from '../../packages/lease/leasing/testkit.ts';
import { Shop as Store } from '../../packages/vend/orders/testkit.ts';
import { testWorld, type World } from '../testkit/world.ts';
import { type DealBooks, readBooks } from './deals/books.ts';
import { DealView } from './deals/deals.ts';
import { breaches } from './deals/rules.ts';
import { plant, type Scene, WRONGS } from './deals/wrongs.ts';

// What the rule of deals and the audit must see: refunds that the ledger books, since accounts are all that it looks at.

let world: World;
let scenes = 0;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.close());

async function openScene(): Promise<{ scene: Scene; books: () => Promise<DealBooks> }> {
  scenes += 1;
  const { rows } = await world.database.pool.query('SELECT clock_timestamp() AS now FROM pg_sleep(0.002)');
  const books = () => readBooks(world.database, rows[0].now);
  const shop = await Shop.open(world, {}, 1_000);
  const { owner } = shop;
  const people = await Promise.all(['Mia', 'Ivo', 'Fay'].map((name) => world.person(`${name} ${scenes}`, 1_000)));
  const [mia, ivo, fay] = people as [Scene['mia'], Scene['ivo'], Scene['fay']];
  const { gkey: incomeGroup } = await world.groups.create(owner.akey, 'Till');
  const shares = new Map([owner.akey, mia.akey, ivo.akey].map((akey, index) => [akey, [50, 30, 20][index] as number]));
  await world.groups.addAll(incomeGroup, shares);
  await world.lease.locations.update(shop.location, owner.akey, { incomeGroup, refundPercent: 100 }, '');
  const { transaction_id: rent } = await shop.rent(fay, WEEK);
  const store = await Store.open(world, owner);
  await world.call('vend.giveCredit', [[owner.login], '', fay.akey, 10]);
  const id = await store.product(100, { partners: [{ key: ivo.akey, percent: 30 }] });
  const { order_id: order } = await store.buy(fay, id, { use_credit: 1 });
  const legsOf = ({ moved }: DealBooks, journal: string) => moved.filter((one) => one.journal === journal);
  const now = await books();
  return { scene: { world, owner, mia, ivo, fay, rent: legsOf(now, rent), order: legsOf(now, order) }, books };
}

describe('planted wrongs', () => {
  it('are none where nobody did any', async () => {
    const { books } = await openScene();
    expect(breaches(new DealView(await books()), new Set())).toEqual([]);
    expect(await world.bank.audit()).toMatchObject({ ok: true, problems: [] });
  });

  it.each(WRONGS.map((wrong) => [wrong.name, wrong] as const))('%s', async (_name, wrong) => {
    const { scene, books } = await openScene();
    const journal = await plant(scene, wrong);
    const found = breaches(new DealView(await books()), new Set());
    expect(found.map(({ rule }) => rule)).toContain(wrong.seenBy);
    const { problems } = await world.bank.audit();
    const about = problems.filter((problem) => problem.includes(journal) || scene.rent.some((leg) => problem.includes(leg.journal)));
    expect(about).toContainEqual(expect.stringMatching(wrong.audit));
  });
});
