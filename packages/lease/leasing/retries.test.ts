import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { DAY, Shop, WEEK } from './testkit.ts';

let world: World;
/** Another server process beside it. */
let other: World;
let [ann, bob, cyd] = [] as unknown as [Person, Person, Person];
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
});
beforeEach(async () => {
  people += 1;
  [ann, bob, cyd] = [
    await world.person(`Ann ${people}`, 1_000),
    await world.person(`Bob ${people}`, 1_000),
    await world.person(`Cyd ${people}`, 1_000),
  ];
});
afterAll(async () => {
  await world.check();
  await other.check();
  await other.close();
  await world.close();
});

const logins = (...who: Person[]) => ({ capabilities: who.map(({ login }) => login) });

describe('a retry with several logins', () => {
  it('is one although another of them has the right now', async () => {
    const shop = await Shop.open(world);
    await shop.rent(ann);
    const both = { ...logins(ann, bob), request_id: 'on' };
    const first = await shop.extend(ann, DAY, both);
    await shop.call('transfer', ann, { to_akey: bob.akey });
    expect(await shop.extend(ann, DAY, both)).toEqual(first);
    expect([await shop.balance(ann), await shop.balance(bob)]).toEqual([920, 1_000]);
  });

  it('does not end the next lease, which the manager among them could end', async () => {
    const shop = await Shop.open(world);
    await world.lease.managers.set(shop.location, shop.owner.akey, bob.akey, ['leases']);
    await shop.rent(ann);
    const both = { ...logins(ann, bob), request_id: 'out' };
    const first = await shop.call('terminate', ann, both);
    expect(await shop.call('terminate', ann, both)).toEqual(first);
    await shop.rent(cyd);
    expect(await shop.call('terminate', ann, both)).toEqual(first);
    expect(await shop.mine(cyd)).toHaveLength(1);
  });

  it('pays once, in whatever order they come', async () => {
    const shop = await Shop.open(world);
    const first = await shop.rent(ann, WEEK, { ...logins(ann, bob), request_id: 'in' });
    expect(await shop.rent(ann, WEEK, { ...logins(bob, ann), request_id: 'in' })).toEqual(first);
    expect([await shop.balance(ann), await shop.balance(bob)]).toEqual([930, 1_000]);
  });
});

describe('a retry to another server process', () => {
  it.each([
    ['rent', { secs: WEEK }, 930],
    ['extend', { secs: DAY }, 920],
    ['terminate', {}, 999],
    ['terminate', { refund: 0 }, 930],
  ])('at the same time is done once: %s %j', async (method, params, left) => {
    const shop = await Shop.open(world);
    if (method !== 'rent') await shop.rent(ann);
    await shop.pass(1);
    const all = {
      owner_akey: shop.owner.akey,
      location_name: 'Shops',
      unit_name: 'Shop #1',
      ...logins(ann),
      ...params,
      request_id: 'once',
    };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 ? world : other).call(`lease.${method}`, all)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect([await shop.balance(ann), await shop.balance(shop.owner)]).toEqual([left, 1_000 - left]);
    expect((await shop.logs()).length).toBe(method === 'rent' ? 1 : 2);
  });

  it('with other parameters at the same time is refused', async () => {
    const shop = await Shop.open(world);
    const unit = { owner_akey: shop.owner.akey, location_name: 'Shops', unit_name: 'Shop #1', ...logins(ann), request_id: 'in' };
    const codes = await Promise.all(
      [world, other, world, other].map((of, index) => codeOf(of.call('lease.rent', { ...unit, secs: DAY + index }))),
    );
    expect(codes.toSorted()).toEqual([...Array(3).fill('bank.request_conflict'), 'no fault']);
  });
});
