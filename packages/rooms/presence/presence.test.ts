import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { functionsOf, makeStage, type Stage, share } from '../testkit.ts';

let world: World;
let beside: World;
let stage: Stage;
let here: ReturnType<typeof functionsOf>;
/** The same stage as another server process has it. */
let there: ReturnType<typeof functionsOf>;

beforeAll(async () => {
  world = await testWorld();
  beside = await testWorld(world);
});
beforeEach(async () => {
  stage = await makeStage(world);
  here = functionsOf(world, stage);
  there = functionsOf(beside, stage);
});
afterEach(() => world.check());
afterAll(async () => {
  await beside.close();
  await world.close();
});

const names = async (at = here) => (await at.list()).map(({ nickname }) => nickname);

describe('joinRoom', () => {
  it('shows the performer who is there', async () => {
    expect(await here.join({ nickname: 'Ann', customerId: 7, credits: 30 })).toBe('Ann');
    expect(await here.join({ nickname: 'Bob', credits: 5 })).toBe('Bob');
    const [ann, bob] = await here.list();
    expect(ann).toMatchObject({ nickname: 'Ann', customer_id: 7, registered: true, credits: 30, since: expect.any(Date) });
    expect(bob).toMatchObject({ nickname: 'Bob', customer_id: 0, registered: false, credits: 5 });
  });

  it('adds a suffix to a nickname that is taken, in any spelling, and both forms are understood', async () => {
    await here.join({ nickname: 'Ann', customerId: 7 });
    const other = await here.join({ nickname: 'ANN', customerId: 8 });
    expect(other).toMatch(/^ANN_\d{4}$/);
    for (const form of [other, other.toLowerCase(), 'Ann']) expect(await here.ping(form, 8)).toBe(1);
    expect(await here.ping(other)).toBe(1);
    expect(await here.leave('ANN', 8)).toBe(1);
    expect(await names()).toEqual(['Ann']);
  });

  it('renews the stay of whoever is there: a customer by number, a guest by nickname and address', async () => {
    await here.join({ nickname: 'Ann', customerId: 7, credits: 1 });
    expect(await here.join({ nickname: 'Ann', customerId: 7, credits: 9 })).toBe('Ann');
    const guest = await here.join({ nickname: 'Ann', ip: '10.0.0.2' });
    expect(guest).toMatch(/^Ann_\d{4}$/);
    expect(await here.join({ nickname: 'Ann', ip: '10.0.0.2', credits: 4 })).toBe(guest);
    expect(await here.join({ nickname: 'Ann', ip: '10.0.0.3' })).not.toBe(guest);
    expect(await here.list()).toMatchObject([{ credits: 9 }, {}, {}]);
    expect(await here.join({ nickname: 'Anna', customerId: 7 })).toBe('Anna');
    expect(await names()).toHaveLength(3);
  });

  it('gives one nickname once, and lets a customer in once, where two servers are asked at the same time', async () => {
    const joins = Array.from({ length: 12 }, (_, n) => (n % 2 ? here : there).join({ nickname: 'Ann', customerId: 1 + (n % 6) }));
    const given = new Set(await Promise.all(joins));
    expect(given.size).toBe(6);
    expect(new Set(await names())).toEqual(given);
    expect([...given].filter((name) => name === 'Ann')).toHaveLength(1);
  });

  it.each([
    ['a nickname of nothing', { nickname: ' ' }, 'invalid_params'],
    ['an invisible nickname', { nickname: '\u200b' }, 'invalid_params'],
    ['a long nickname', { nickname: 'x'.repeat(64) }, 'invalid_params'],
    ['an address that is none', { nickname: 'Ann', ip: 'somewhere' }, 'invalid_params'],
    ['credits below zero', { nickname: 'Ann', credits: -1 }, 'invalid_params'],
  ])('refuses %s', async (_what, customer, code) => {
    expect(await codeOf(here.join(customer))).toBe(code);
    expect(await names()).toEqual([]);
  });

  it('refuses a registered customer without a number, a wrong key and an unknown performer', async () => {
    const join = { key: stage.key, performer_id: stage.performerId, nickname: 'Ann', ip_address: '::1', registered: 1, credits: 0 };
    expect(await codeOf(world.call('rooms.joinRoom', join))).toBe('invalid_params');
    expect(await codeOf(world.call('rooms.joinRoom', { ...join, key: 'wrong' }))).toBe('rooms.wrong_key');
    expect(await codeOf(world.call('rooms.joinRoom', { ...join, registered: 0, performer_id: 2_000_000_000 }))).toBe(
      'rooms.unknown_performer',
    );
  });
});

describe('leaveRoom and pingRoom', () => {
  it('of somebody absent say so, and of another site too', async () => {
    await here.join({ nickname: 'Ann', customerId: 7 });
    const elsewhere = functionsOf(world, { ...(await makeStage(world)), performerId: stage.performerId });
    expect(await codeOf(elsewhere.leave('Ann', 7))).toBe('rooms.absent');
    expect(await codeOf(elsewhere.leave('Ann'))).toBe('rooms.absent');
    expect(await codeOf(here.leave('Bob'))).toBe('rooms.absent');
    expect(await here.leave('Ann')).toBe(1);
    expect(await codeOf(here.leave('Ann', 7))).toBe('rooms.absent');
    expect(await names()).toEqual([]);
  });

  it('by a nickname that several asked for need the one that was given', async () => {
    await here.join({ nickname: 'Ann', ip: '10.0.0.1' });
    const others = [await here.join({ nickname: 'Ann', ip: '10.0.0.2' }), await here.join({ nickname: 'Ann', ip: '10.0.0.3' })];
    await here.leave('Ann');
    expect(await codeOf(here.ping('Ann'))).toBe('rooms.ambiguous_nickname');
    for (const other of others) expect(await here.ping(other)).toBe(1);
  });
});

describe('two servers', () => {
  it('agree at once on who is there', async () => {
    await here.join({ nickname: 'Ann', customerId: 7 });
    expect(await names(there)).toEqual(['Ann']);
    expect(await there.ping('Ann', 7)).toBe(1);
    expect(await there.leave('Ann', 7)).toBe(1);
    expect(await names()).toEqual([]);
    await share(world);
    expect(await codeOf(here.leave('Ann', 7))).toBe('rooms.absent');
  });

  it('know a site at once that another one added, and no key that was replaced', async () => {
    const { key } = stage;
    await there.join({ nickname: 'Ann' });
    const [site] = (await world
      .call('operator.listRoomSites', { capabilities: [world.operator] })
      .then((all) => (all as { name: string; owner_akey: string }[]).filter(({ owner_akey }) => owner_akey === stage.payer.akey))) as {
      name: string;
    }[];
    const fresh = (await world.call('operator.rotateRoomSite', [[world.operator], site?.name])) as string;
    expect(await codeOf(here.ping('Ann'))).toBe('rooms.wrong_key');
    await share(beside);
    expect(await codeOf(there.ping('Ann'))).toBe('rooms.wrong_key');
    expect(await functionsOf(beside, { ...stage, key: fresh }).ping('Ann')).toBe(1);
    expect(key).not.toBe(fresh);
  });
});
