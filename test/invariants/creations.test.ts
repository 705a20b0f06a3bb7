import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../testkit/faults.ts';
import { type Person, testWorld, type World } from '../testkit/world.ts';

let world: World;
/** Another server process on the same database. */
let elsewhere: World;
let ann: Person;
let bob: Person;

beforeAll(async () => {
  world = await testWorld();
  elsewhere = await testWorld(world);
  [ann, bob] = [await world.person('Ann Maker'), await world.person('Bob Maker')];
  for (const { login } of [ann, bob]) {
    await world.call('vend.createCollection', [[login], '', 'Shelf']);
    await world.call('lease.createLocation', [[login], '', 'Mall']);
  }
});
afterEach(() => world.check());
afterAll(async () => {
  await elsewhere.close();
  await world.close();
});

type Params = (name: string, more?: { readonly text?: string; readonly price?: number }) => Record<string, unknown>;

/** Everything that makes something of its caller's. */
const MAKERS: readonly [procedure: string, params: Params, isUnique: boolean][] = [
  [
    'vend.addProduct',
    (name, { text = '', price = 5 } = {}) => ({
      merchant: '',
      collection_name: 'Shelf',
      product_name: name,
      price,
      details: { description: text, tags: 'a' },
    }),
    false,
  ],
  ['vend.createCollection', (name, { text = '' } = {}) => ({ merchant: '', collection_name: name, settings: { description: text } }), true],
  [
    'lease.createLocation',
    (name, { text = '' } = {}) => ({ owner_akey: '', location_name: name, settings: { min_secs: text === '' ? 60 : 61 } }),
    true,
  ],
  [
    'lease.createUnit',
    (name, { text = '', price = 5 } = {}) => ({
      ...{ owner_akey: '', location_name: 'Mall', unit_name: name, rate: price, period: 'week', model: text, region: 'Kinda' },
      ...{ x: 1, y: 2, z: 3 },
    }),
    true,
  ],
  ['general.createGroup', (name, { text = '' } = {}) => ({ group_name: name + text }), true],
];

describe.each(MAKERS)('%s', (procedure, params, isUnique) => {
  const name = (what: string) => `${what} of ${procedure.replace('.', ' ')}`;
  const make = (params: Record<string, unknown>, requestId: string, who = ann, where = world) =>
    where.call(procedure, { capabilities: [who.login], ...params, request_id: requestId });

  it('makes one under one request id, on whatever server it is asked again, and answers alike', async () => {
    const id = name('one');
    const first = await make(params(name('One')), id);
    expect(await make(params(name('One')), id)).toEqual(first);
    expect(await make(params(name('One')), id, ann, elsewhere)).toEqual(first);
    const login = await world.loginOf(ann.akey);
    expect(await make(params(name('One')), id, { ...ann, login })).toEqual(first);
    expect(await world.database.prisma.creation.count({ where: { answer: { equals: first as string | number } } })).toBeGreaterThan(0);
  });

  it('makes one of requests that come at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => make(params(name('Many')), name('many'), ann, n % 2 ? world : elsewhere)),
    );
    expect(new Set(answers).size).toBe(1);
  });

  it('refuses other values under the same id, and takes the id of somebody else for another', async () => {
    await make(params(name('Two')), name('two'));
    for (const other of [params(name('Three')), params(name('Two'), { text: 'x' })]) {
      expect(await faultOf(make(other, name('two')))).toMatch(/^bank\.request_conflict: the request id/);
    }
    await make(params(name('Two')), name('two'), bob);
  });

  it('uses up no id by an attempt that was refused', async () => {
    expect(await faultOf(make(params('\u0000'), name('bad')))).toMatch(/invalid/);
    await make(params(name('Good')), name('bad'));
  });

  it('without an id never takes a call for a retry', async () => {
    const first = await make(params(name('Free')), '');
    if (isUnique) expect(await faultOf(make(params(name('Free')), ''))).toMatch(/_(exists|taken): /);
    else expect(await make(params(name('Free')), '')).not.toEqual(first);
  });
});

it('a member who is added again under the same id is not scaled again', async () => {
  const group = await world.call('general.createGroup', [[ann.login], 'Scaled']);
  const add = (percent: number, id: string) => world.call('general.addToGroup', [[ann.login], '', '', group, bob.akey, '', percent, 0, id]);
  const percents = async () => (await world.groups.listMembers(String(group), { offset: 0, limit: -1 })).map(({ percent }) => percent);
  expect(await add(50, 'scaled')).toBe('added');
  const once = await percents();
  expect(await Promise.all([add(50, 'scaled'), add(50, 'scaled')])).toEqual(['added', 'added']);
  expect(await percents()).toEqual(once);
  expect(await faultOf(add(60, 'scaled'))).toMatch(/^bank\.request_conflict/);
  expect(await add(50, '')).toBe('updated');
  expect(await percents()).not.toEqual(once);
});

it('an id that made one thing makes no other', async () => {
  await world.call('general.createGroup', [[ann.login], 'By a shared id', 'shared id']);
  expect(await faultOf(world.call('vend.createCollection', [[ann.login], '', 'By a shared id', {}, 'shared id']))).toMatch(
    /^bank\.request_conflict/,
  );
});

it('a retry may write the members of a struct in another order, and numbers as text', async () => {
  const add = (price: unknown, details: object) =>
    world.call('vend.addProduct', [[ann.login], '', 'Shelf', 'Ordered', price, details, 'order']);
  const first = await add(5, { tags: 'a', description: 'b', prims: 2 });
  expect(await add('5.0', { prims: '2', description: 'b', tags: 'a' })).toBe(first);
});
