import { afterEach, beforeEach, expect, it } from 'vitest';
import { testWorld, type World } from '../../test/testkit/world.ts';
import { DEMO_AVATARS, isEmptyOrHalfSeeded, seedDemo } from './demo.ts';

let world: World;

beforeEach(async () => {
  world = await testWorld();
});
afterEach(async () => {
  await world.check();
  await world.close();
});

const isEmpty = () => isEmptyOrHalfSeeded(world.database);
const seed = () => seedDemo(world);

/** Every account of the demo world with what it holds. */
async function holdings(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name } of DEMO_AVATARS) {
    const { akey } = await world.avatars.get(name);
    for (const account of await world.bank.accounts.list(akey))
      found[`${name}: ${account.name}`] = await world.bank.balances.available(account);
  }
  return found;
}

async function mallStaff(): Promise<unknown> {
  const { gkey } = await world.groups.get('Mall Staff', (await world.avatars.get('ImSoCool Mann')).akey);
  const members = await world.groups.listMembers(gkey, { offset: 0, limit: -1 });
  const names = await world.avatars.names(members.map(({ akey }) => akey));
  return members.map(({ akey, percent, officer }) => [names.get(akey), percent, officer]);
}

const STAFF = [
  ['ImSoCool Mann', 60, true],
  ['Secret2 Linden', 40, false],
];

/** Shops, and products by collection, as their owner sees them. */
async function belongings(): Promise<unknown> {
  const { akey } = await world.avatars.get('ImSoCool Mann');
  const login = await world.loginOf(akey);
  const collections = (await world.call('vend.collectionNames', [[login], akey])) as string[];
  const sizes = collections.map(async (name) => [
    name,
    ((await world.call('vend.productsInCollection', [[login], akey, name])) as []).length,
  ]);
  return [await world.call('lease.locationStats', [[login], akey, 'Shops']), Object.fromEntries(await Promise.all(sizes))];
}

const BELONGINGS = [[10, 3, 7, 1], { Furniture: 5, Prototypes: 2 }];

const WHOLE = {
  'Secret2 Linden: working': 1_000,
  'ImSoCool Mann: working': 5_000,
  'ImSoCool Mann: savings': 250,
  'An avatar: working': 0,
  'Chad: working': 100_000,
  'Chad: promotional': 50_000,
  'Matt: working': 0,
};

it('is made once, however often', async () => {
  expect(await isEmpty()).toBe(true);
  await seed();
  expect(await isEmpty()).toBe(false);
  const journals = (await world.bank.audit()).journals;
  await seed();
  expect(await holdings()).toEqual(WHOLE);
  expect((await world.bank.audit()).journals).toBe(journals);
  expect(await mallStaff()).toEqual(STAFF);
  expect(await belongings()).toEqual(BELONGINGS);
  const { akey } = await world.avatars.get('Chad');
  expect(await world.rooms.sites.of('demo-room-key')).toMatchObject({ name: 'demo', owner: akey, accountName: 'working' });
});

it('is completed where a start was interrupted after an avatar and before its money', async () => {
  const [first] = DEMO_AVATARS;
  await world.avatars.register({ name: first?.name ?? '', password: first?.password ?? '', akey: first?.akey ?? '' });
  expect(await isEmpty()).toBe(true);
  await seed();
  expect(await holdings()).toEqual(WHOLE);
  expect(await belongings()).toEqual(BELONGINGS);
});

it('is not made where somebody real has one of its names', async () => {
  await world.avatars.register({ name: 'Matt', password: 'not of the demo' });
  expect(await isEmpty()).toBe(false);
});

it('is made once by two servers that start at the same time', async () => {
  await Promise.all([seed(), seed()]);
  expect(await holdings()).toEqual(WHOLE);
  expect(await mallStaff()).toEqual(STAFF);
  expect(await belongings()).toEqual(BELONGINGS);
});

it('does not go into a database that somebody uses', async () => {
  await world.person('Somebody Else');
  expect(await isEmpty()).toBe(false);
});
