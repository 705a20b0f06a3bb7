import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { createGroups, type Groups } from '../groups.ts';
import { ALL, codeOf } from '../testkit.ts';
import { MAX_GROUPS } from './created.ts';

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

describe('a new group', () => {
  it('has its creator as the only member, an officer with 100 percent', async () => {
    const group = await newGroup(' Mall  Staff ');
    expect(group.name).toBe('Mall Staff');
    expect(await groups.listMembers(group.gkey, ALL)).toEqual([{ akey: group.creator, percent: 100, officer: true }]);
    expect([await groups.isMember(group.gkey, group.creator), await groups.isOfficer(group.gkey, group.creator)]).toEqual([true, true]);
    expect(await groups.shares(group.gkey)).toMatchObject([{ akey: group.creator, weight: 1n }]);
  });

  it('is found by its key in any case, and by its name among those of its creator', async () => {
    const group = await newGroup('Zoe\u0308s');
    for (const name of [group.gkey, group.gkey.toUpperCase(), 'Zo\u00ebs', ' ZO\u00cbS ']) {
      expect(await groups.find(name, group.creator)).toEqual(group);
    }
    expect(await elsewhere.find(group.gkey)).toEqual(group);
    expect(await groups.find('Zo\u00ebs')).toBeUndefined();
    expect(await groups.find(group.gkey, newId())).toBeUndefined();
    for (const name of [newId(), 'nobody']) expect(await codeOf(groups.get(name, group.creator))).toBe('general.unknown_group');
  });

  it('shares its name with those of other creators only', async () => {
    const group = await newGroup('Same');
    expect(await codeOf(groups.create(group.creator, 'SAME'))).toBe('general.group_name_taken');
    expect((await groups.create(newId(), 'Same')).gkey).not.toBe(group.gkey);
    expect(await codeOf(groups.create(newId(), 'a,b'))).toBe('general.invalid_group_name');
  });

  it('is one of at most a hundred, whoever else creates some at the same time', async () => {
    const creator = newId();
    // Few are left to create: a crowd that waits for as many connections is told `busy` where the machine is slow.
    for (let i = 0; i < MAX_GROUPS - 10; i++) await groups.create(creator, `There ${i}`);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => codeOf((i % 2 ? groups : elsewhere).create(creator, `Group ${i}`))),
    );
    expect(outcomes.filter((outcome) => outcome === 'general.too_many_groups')).toHaveLength(10);
    const listed = await groups.listCreated(creator, ALL);
    expect(listed).toHaveLength(MAX_GROUPS);
    await groups.dissolve(listed[0]?.gkey ?? '');
    expect(await codeOf(groups.create(creator, 'Room again'))).toMatchObject({ name: 'Room again' });
  });

  it('is created once where two ask for the same name at once', async () => {
    const creator = newId();
    const outcomes = await Promise.all([groups, elsewhere, groups].map((server) => codeOf(server.create(creator, 'Once'))));
    expect(outcomes.filter((outcome) => outcome === 'general.group_name_taken')).toHaveLength(2);
    expect(await groups.listCreated(creator, ALL)).toHaveLength(1);
  });
});

describe('renaming and dissolving', () => {
  it('gives another name, but none that the creator uses elsewhere', async () => {
    const group = await newGroup('Before');
    const other = await groups.create(group.creator, 'Other');
    await groups.rename(group, 'After');
    expect(await groups.find('before', group.creator)).toBeUndefined();
    expect(await groups.find('after', group.creator)).toMatchObject({ gkey: group.gkey, name: 'After' });
    await groups.rename(group, 'AFTER');
    expect(await codeOf(groups.rename(other, 'after'))).toBe('general.group_name_taken');
    expect(await codeOf(groups.rename(other, 'a#b'))).toBe('general.invalid_group_name');
    const outcomes = await Promise.all([codeOf(groups.rename(group, 'Third')), codeOf(elsewhere.rename(other, 'THIRD'))]);
    expect(outcomes.filter((outcome) => outcome === 'general.group_name_taken')).toHaveLength(1);
  });

  it('is for good: the key is gone, and the name is free', async () => {
    const group = await newGroup('Short lived');
    await groups.dissolve(group.gkey);
    expect(await groups.find(group.gkey)).toBeUndefined();
    expect(await groups.listCreated(group.creator, ALL)).toEqual([]);
    expect([await groups.isMember(group.gkey, group.creator), await groups.isOfficer(group.gkey, group.creator)]).toEqual([false, false]);
    expect(await groups.shares(group.gkey)).toEqual([]);
    for (const call of [
      () => groups.dissolve(group.gkey),
      () => groups.rename(group, 'Again'),
      () => groups.add(group.gkey, newId(), { percent: 1, officer: false }),
      () => groups.addAll(group.gkey, new Map()),
      () => groups.remove(group.gkey, group.creator),
    ]) {
      expect(await codeOf(call())).toBe('general.unknown_group');
    }
    expect((await groups.create(group.creator, 'Short lived')).gkey).not.toBe(group.gkey);
  });

  it('waits for who has the group locked in a transaction of their own', async () => {
    const { gkey } = await newGroup('Locked');
    const order: string[] = [];
    let dissolving: Promise<unknown> = Promise.resolve();
    await world.database.transaction(async (client) => {
      expect(await groups.lock(gkey, client)).toBe(true);
      dissolving = elsewhere.dissolve(gkey).then(() => order.push('dissolved'));
      await client.query('SELECT pg_sleep(0.1)');
      order.push('unlocked');
    });
    await dissolving;
    expect(order).toEqual(['unlocked', 'dissolved']);
    expect(await world.database.transaction((client) => groups.lock(gkey, client))).toBe(false);
  });

  it('takes back what a check wrote where another one stands against it', async () => {
    const own = createGroups(world);
    const group = await own.create(newId(), 'Written');
    own.onDissolve(async (gkey, within) => {
      await within.query("UPDATE avatar_group SET name = 'touched' WHERE gkey = $1", [gkey]);
      return undefined;
    });
    own.onDissolve(async () => 'no');
    expect(await codeOf(own.dissolve(group.gkey))).toBe('general.group_in_use');
    expect(await own.find(group.gkey)).toEqual(group);
  });

  it('asks the other slices before it dissolves', async () => {
    const own = createGroups(world);
    const group = await own.create(newId(), 'Rich');
    let money = true;
    own.onDissolve(async (gkey) => (money && gkey === group.gkey ? 'it has 5 L$' : undefined));
    await expect(own.dissolve(group.gkey)).rejects.toThrow('the group can not be dissolved: it has 5 L$');
    expect(await own.find(group.gkey)).toEqual(group);
    money = false;
    await own.dissolve(group.gkey);
    expect(await own.find(group.gkey)).toBeUndefined();
  });
});
