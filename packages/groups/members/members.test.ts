import { newId, type Uuid } from '@scrip/kernel';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { createGroups, type Groups } from '../groups.ts';
import { ALL, codeOf } from '../testkit.ts';
import { MAX_MEMBERS } from './changes.ts';

let world: World;
let groups: Groups;
/** Another server process on the same database. */
let elsewhere: Groups;

beforeAll(async () => {
  world = await testWorld();
  groups = world.groups;
  elsewhere = createGroups(world);
});
afterEach(() => world.check());
afterAll(() => world.close());

/** Groups know keys; whether somebody is registered under one is not their question. */
const newGroup = (name = 'Staff') => groups.create(newId(), name);

async function percents(gkey: Uuid): Promise<number[]> {
  return (await groups.listMembers(gkey, ALL)).map(({ percent }) => percent);
}

/** Whole, and with an officer: what no race may break. */
async function mustBeSound(gkey: Uuid): Promise<void> {
  const members = await groups.listMembers(gkey, ALL);
  const millionths = members.map(({ percent }) => Math.round(percent * 1e6));
  expect(millionths.reduce((a, b) => a + b, 0)).toBe(100_000_000);
  expect(members.some(({ officer }) => officer)).toBe(true);
}

describe('members', () => {
  it('get what is said of them and the others keep theirs, until the sum is 100', async () => {
    const { gkey } = await newGroup();
    const [bob, cyd] = [newId(), newId()];
    expect(await groups.add(gkey, bob, { percent: 60, officer: undefined })).toBe('added');
    expect(await percents(gkey)).toEqual([62.5, 37.5]);
    expect(await groups.add(gkey, cyd, { percent: -1, officer: true })).toBe('added');
    expect(await percents(gkey)).toEqual([41.666667, 25, 33.333333]);
    expect(await groups.add(gkey, bob, { percent: -1, officer: undefined })).toBe('updated');
    expect(await groups.add(gkey, bob, { percent: 100, officer: undefined })).toBe('updated');
    expect(await percents(gkey)).toEqual([23.809524, 57.142857, 19.047619]);
    expect((await groups.listMembers(gkey, ALL)).map(({ officer }) => officer)).toEqual([true, false, true]);
    expect(await groups.remove(gkey, bob)).toBe('ok');
    expect(await percents(gkey)).toEqual([55.555556, 44.444444]);
    expect(await groups.remove(gkey, bob)).toBe('notmember');
    await mustBeSound(gkey);
  });

  it.each([100.5, 101, -2, -0.5, 1e300])('are not added with %d percent', async (percent) => {
    const { gkey } = await newGroup();
    expect(await codeOf(groups.add(gkey, newId(), { percent, officer: false }))).toBe('invalid_params');
    expect(await codeOf(groups.addAll(gkey, new Map([[newId(), percent]])))).toBe('invalid_params');
    expect(await percents(gkey)).toEqual([100]);
  });

  it('are listed in the order in which they joined, by offset and limit', async () => {
    const { gkey, creator } = await newGroup();
    const joined = [newId(), newId(), newId()];
    for (const akey of joined) await groups.add(gkey, akey, { percent: 10, officer: false });
    const listed = async (offset: number, limit: number) => (await groups.listMembers(gkey, { offset, limit })).map(({ akey }) => akey);
    expect(await listed(0, -1)).toEqual([creator, ...joined]);
    expect(await listed(1, 2)).toEqual(joined.slice(0, 2));
    expect(await listed(3, 10)).toEqual(joined.slice(2));
    expect([await listed(0, 0), await listed(9, -1)]).toEqual([[], []]);
  });

  it('keep an officer among them', async () => {
    const { gkey, creator } = await newGroup();
    expect(await codeOf(groups.add(gkey, creator, { percent: 10, officer: false }))).toBe('general.only_officer');
    const bob = newId();
    await groups.add(gkey, bob, { percent: 0, officer: true });
    expect(await groups.add(gkey, creator, { percent: -1, officer: false })).toBe('updated');
    expect(await codeOf(groups.add(gkey, bob, { percent: -1, officer: false }))).toBe('general.only_officer');
    expect(await groups.remove(gkey, bob)).toBe('onlyofficer');
    expect(await groups.remove(gkey, creator)).toBe('ok');
    expect(await groups.listMembers(gkey, ALL)).toEqual([{ akey: bob, percent: 100, officer: true }]);
  });

  it('are at most a thousand', async () => {
    const { gkey, creator } = await newGroup();
    const more = Array.from({ length: MAX_MEMBERS - 1 }, () => newId());
    const data = more.map((akey) => ({ gkey, akey, weight: 1, officer: false }));
    await world.database.prisma.groupMember.createMany({ data });
    expect(await codeOf(groups.add(gkey, newId(), { percent: -1, officer: false }))).toBe('general.group_full');
    expect(await groups.add(gkey, more[0] ?? '', { percent: 12.5, officer: false })).toBe('updated');
    await mustBeSound(gkey);
    expect(await groups.remove(gkey, more[1] ?? '')).toBe('ok');
    expect(await groups.add(gkey, newId(), { percent: -1, officer: false })).toBe('added');
    expect((await groups.listMembers(gkey, { offset: 0, limit: 1 }))[0]?.akey).toBe(creator);
  });

  it('are kept as shares.ts has it, however often they change', async () => {
    const step = fc.record({ who: fc.integer({ min: 0, max: 4 }), percent: fc.constantFrom(-1, 0, 12.5, 33.333333333333336, 99.9, 100) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const { gkey } = await newGroup();
        const people = Array.from({ length: 5 }, () => newId());
        for (const { who, percent } of steps) await groups.add(gkey, people[who] ?? '', { percent, officer: false });
        await mustBeSound(gkey);
        for (const akey of people) await groups.remove(gkey, akey);
        expect(await groups.shares(gkey)).toMatchObject([{ weight: 1n }]);
      }),
      { numRuns: 15 },
    );
  });

  it('list the groups that they are in, with their percentage', async () => {
    const [first, second] = [await newGroup('First'), await newGroup('Second')];
    const akey = newId();
    await groups.add(second.gkey, akey, { percent: 50, officer: true });
    await groups.add(first.gkey, akey, { percent: 100, officer: false });
    const both = [
      { group: second, percent: 33.333333, officer: true },
      { group: first, percent: 50, officer: false },
    ];
    expect(await groups.listMemberships(akey, { offset: 0, limit: 100 })).toEqual(both);
    expect(await groups.listMemberships(akey, { offset: 1, limit: 1 })).toEqual(both.slice(1));
    await groups.dissolve(second.gkey);
    expect(await groups.listMemberships(akey, { offset: 0, limit: 100 })).toEqual(both.slice(1));
  });
});

describe('at the same time, on two servers', () => {
  it('everybody who is added is in, and the sum holds', async () => {
    const { gkey } = await newGroup();
    const people = Array.from({ length: 40 }, () => newId());
    await Promise.all(people.map((akey, i) => (i % 2 ? groups : elsewhere).add(gkey, akey, { percent: (i * 7) % 60, officer: false })));
    expect(await groups.listMembers(gkey, ALL)).toHaveLength(41);
    await mustBeSound(gkey);
    await Promise.all(people.map((akey, i) => (i % 2 ? elsewhere : groups).remove(gkey, akey)));
    expect(await percents(gkey)).toEqual([100]);
  });

  it('the same avatar is added once', async () => {
    const { gkey } = await newGroup();
    const akey = newId();
    const outcomes = await Promise.all(
      [groups, elsewhere, groups].map((server) => server.add(gkey, akey, { percent: -1, officer: false })),
    );
    expect(outcomes.sort()).toEqual(['added', 'updated', 'updated']);
    expect(await percents(gkey)).toEqual([50, 50]);
  });

  it('one of two officers stays, whether they are taken out or lose their office', async () => {
    for (let round = 0; round < 10; round++) {
      const { gkey, creator } = await newGroup(`Round ${round}`);
      const bob = newId();
      await groups.add(gkey, bob, { percent: 50, officer: true });
      const outcomes = await Promise.all([
        codeOf(groups.remove(gkey, creator)),
        codeOf(round % 2 ? elsewhere.remove(gkey, bob) : elsewhere.add(gkey, bob, { percent: -1, officer: false })),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'ok' || outcome === 'updated')).toHaveLength(1);
      await mustBeSound(gkey);
    }
  });

  it('an officer changes nothing by an office that is lost before the change has its turn', async () => {
    const group = await newGroup('Lost');
    const { gkey, creator } = group;
    const bob = newId();
    await groups.add(gkey, bob, { percent: 50, officer: true });
    const changes = [
      () => elsewhere.add(gkey, bob, { percent: 100, officer: true }, bob),
      () => elsewhere.addAll(gkey, new Map([[bob, 100]]), bob),
      () => elsewhere.remove(gkey, creator, bob),
      () => elsewhere.rename(group, 'Found', bob),
    ];
    const settled: Promise<unknown[]>[] = [];
    await world.database.transaction(async (client) => {
      await groups.lock(gkey, client);
      settled.push(Promise.all(changes.map((change) => codeOf(change()))));
      await client.query('UPDATE group_member SET officer = false WHERE gkey = $1 AND akey = $2', [gkey, bob]);
    });
    expect(await settled[0]).toEqual(changes.map(() => 'auth.forbidden'));
    expect(await percents(gkey)).toEqual([66.666667, 33.333333]);
    expect(await groups.find('lost', creator)).toEqual(group);
  });

  it('nobody is in a group that is dissolved meanwhile', async () => {
    const { gkey } = await newGroup();
    const people = Array.from({ length: 12 }, () => newId());
    const adding = people.map((akey, i) => codeOf((i % 2 ? groups : elsewhere).add(gkey, akey, { percent: 1, officer: false })));
    const [outcomes] = await Promise.all([Promise.all(adding), groups.dissolve(gkey)]);
    for (const outcome of outcomes) expect(['added', 'general.unknown_group']).toContain(outcome);
    expect(await groups.shares(gkey)).toEqual([]);
  });
});
