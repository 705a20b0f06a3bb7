import { writeRiders } from '@scrip/database';
import { isUuid, newId } from '@scrip/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notificationRider } from './notifications/rider.ts';
import { type TestServer, type TestWorld, testWorld } from './testkit.ts';

let world: TestWorld;
let server: TestServer;
const KEY = 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b';
const NAME = 'ImSoCool Mann';

beforeAll(async () => {
  world = await testWorld();
  server = world.server();
  await server.avatars.register({ name: NAME, password: 'yourpasswordhere', akey: KEY.toUpperCase(), email: 'mann@example.org' });
});
afterAll(() => world.end());

const call = (method: string, ...params: unknown[]) => server.call(method, params);
const faultOf = (code: string) => ({ spec: { code } });
const add = (...params: unknown[]) => call('operator.addAvatar', [world.operator], ...params);

describe('general.getAvatarKey and general.getAvatarName', () => {
  test.each([NAME, 'imsocool mann', ' IMSOCOOL  MANN ', KEY, KEY.toUpperCase()])('%j is known by either', async (who) => {
    expect(await call('general.getAvatarKey', who, '')).toBe(KEY);
    expect(await call('general.getAvatarName', who)).toBe(NAME);
  });

  test('who is not registered is unknown, and so is another grid', async () => {
    for (const who of ['Nobody', newId(), '', 'x'.repeat(255)]) {
      await expect(call('general.getAvatarKey', who)).rejects.toMatchObject(faultOf('general.unknown_avatar'));
      await expect(call('general.getAvatarName', who)).rejects.toMatchObject(faultOf('general.unknown_avatar'));
    }
    await expect(call('general.getAvatarKey', NAME, 'elsewhere')).rejects.toMatchObject(faultOf('general.unknown_realm'));
  });

  test('who is registered by another process is found at once', async () => {
    await expect(call('general.getAvatarKey', 'Latecomer')).rejects.toMatchObject(faultOf('general.unknown_avatar'));
    const akey = await world.server().avatars.register({ name: 'Latecomer', password: null });
    expect(await call('general.getAvatarKey', 'latecomer')).toBe(akey);
  });
});

test('whether an avatar has a login, and the names of many', async () => {
  const mute = await server.avatars.register({ name: 'Mute', password: null });
  expect(await server.avatars.find('mute')).toMatchObject({ akey: mute, name: 'Mute', hasLogin: false });
  expect(await server.avatars.find(KEY)).toMatchObject({ akey: KEY, name: NAME, hasLogin: true });
  const names = await server.avatars.names([KEY, mute, KEY, newId()]);
  expect([...names].sort()).toEqual(
    [
      [KEY, NAME],
      [mute, 'Mute'],
    ].sort(),
  );
});

test('each has a number, which never changes and finds it', async () => {
  const numberOf = (who: string) => server.call('general.getAvatarUserId', [who]) as Promise<number>;
  const first = await numberOf(KEY);
  const akey = await server.avatars.register({ name: 'Numbered', password: null });
  const second = await numberOf('numbered');
  expect([Number.isInteger(first), first >= 1, second > first]).toEqual([true, true, true]);
  await server.avatars.rename(akey, 'Renumbered');
  expect(await numberOf(akey)).toBe(second);
  expect(await server.avatars.findByUserId(second)).toMatchObject({ akey, name: 'Renumbered' });
  expect(await server.avatars.findByUserId(2_000_000_000)).toBeUndefined();
});

describe('operator.addAvatar', () => {
  test('registers with a key of ours, or with the one given', async () => {
    const made = (await add('First', 'password')) as string;
    expect(isUuid(made)).toBe(true);
    expect(await server.login(made, 'password')).toEqual(expect.any(String));
    const given = newId();
    expect(await add('Second', '', given.toUpperCase(), 'second@example.org')).toBe(given);
    expect(await server.avatars.find(given)).toMatchObject({ hasLogin: false });
  });

  test('refuses what is taken or malformed', async () => {
    await expect(add('IMSOCOOL mann', 'p')).rejects.toMatchObject(faultOf('general.name_taken'));
    await expect(add('Third', 'p', KEY)).rejects.toMatchObject(faultOf('general.key_taken'));
    await expect(add('a,b', 'p')).rejects.toMatchObject(faultOf('general.invalid_name'));
    await expect(add(newId(), 'p')).rejects.toMatchObject(faultOf('general.invalid_name'));
    await expect(add('Third', 'p', 'key')).rejects.toMatchObject(faultOf('invalid_params'));
    await expect(add('Third', 'p', '', 'mail')).rejects.toMatchObject(faultOf('invalid_params'));
    await expect(add(NAME, 'p', '', 'mail')).rejects.toMatchObject(faultOf('invalid_params'));
    await expect(add('Third', 'é'.repeat(600))).rejects.toMatchObject(faultOf('invalid_params'));
    await expect(call('general.getAvatarKey', 'Third')).rejects.toMatchObject(faultOf('general.unknown_avatar'));
  });

  test('of several at once one gets the name', async () => {
    const servers = [world.server(), world.server()];
    const adds = Array.from({ length: 8 }, (_, i) =>
      servers[i % 2]?.call('operator.addAvatar', [[world.operator], i % 3 ? 'Race' : 'RACE', 'p']),
    );
    const results = await Promise.allSettled(adds);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(faultOf('general.name_taken'));
  });

  test('wants an operator', async () => {
    const login = await server.login(KEY, 'yourpasswordhere');
    for (const [capabilities, code] of [
      [[], 'auth.capability_required'],
      [[login], 'auth.forbidden'],
    ] as const) {
      await expect(call('operator.addAvatar', capabilities, 'Fourth', 'p')).rejects.toMatchObject(faultOf(code));
      await expect(call('operator.listAvatars', capabilities)).rejects.toMatchObject(faultOf(code));
      await expect(call('operator.setChallengeLogin', capabilities, KEY, 0)).rejects.toMatchObject(faultOf(code));
    }
  });
});

test('operator.listAvatars pages through everybody by name', async () => {
  const all = (await call('operator.listAvatars', [world.operator])) as { name: string }[];
  const names = all.map(({ name }) => name.toLowerCase());
  expect(names).toEqual([...names].sort());
  expect(all).toContainEqual(
    expect.objectContaining({ akey: KEY, name: NAME, email: 'mann@example.org', has_login: true, challenge_login: true }),
  );
  expect(await call('operator.listAvatars', [world.operator], 1, 2)).toEqual(all.slice(1, 3));
});

test('operator.setChallengeLogin turns the md5 login off and on', async () => {
  await add('Switch', 'password');
  expect(await call('operator.setChallengeLogin', [world.operator], 'switch', 0)).toBe(1);
  await expect(server.login('Switch', 'password')).rejects.toMatchObject(faultOf('auth.login_failed'));
  expect(await call('operator.setChallengeLogin', [world.operator], 'switch', true)).toBe(1);
  expect(await server.login('Switch', 'password')).toEqual(expect.any(String));
  await expect(call('operator.setChallengeLogin', [world.operator], 'Nobody', 1)).rejects.toMatchObject(faultOf('general.unknown_avatar'));
});

describe('general.notifications', () => {
  /** As the bank does it: the rows of many calls in one statement of its transaction. */
  async function notify(...rows: (readonly [akey: string, text: string])[]): Promise<void> {
    const riders = rows.map(([akey, text]) => notificationRider(akey, 'payment', text, 'reference'));
    await world.database.transaction((client) => writeRiders(client, riders));
  }
  let polled = 0;
  const reader = async () => {
    const akey = await server.avatars.register({ name: `Reader ${polled++}`, password: 'p' });
    const login = await server.login(akey, 'p');
    const list = async (...params: unknown[]) =>
      (await call('general.notifications', [login], ...params)) as { text: string; read: boolean }[];
    return { akey, list };
  };

  test('newest first, page by page, one avatar only', async () => {
    const { akey, list } = await reader();
    await notify([akey, 'one'], [newId(), 'not registered yet']);
    await notify([akey, 'two']);
    await notify([akey, 'three']);
    expect((await list()).map(({ text }) => text)).toEqual(['three', 'two', 'one']);
    expect((await list(1, 1)).map(({ text }) => text)).toEqual(['two']);
    expect((await list())[0]).toEqual({
      id: expect.any(String),
      time: expect.any(Date),
      kind: 'payment',
      text: 'three',
      reference: 'reference',
      read: false,
    });
  });

  test('unread ones are handed over once, also to ten that ask at once', async () => {
    const { akey, list } = await reader();
    await notify(...Array.from({ length: 20 }, (_, i) => [akey, String(i)] as const));
    expect((await list()).every(({ read }) => !read)).toBe(true);
    const pages = await Promise.all(Array.from({ length: 10 }, () => list(0, 5, 1)));
    const texts = pages.flat().map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    const rest = await list(0, 100, 1);
    expect(texts.length + rest.length).toBe(20);
    expect(await list(0, 100, 1)).toEqual([]);
    expect((await list()).map(({ read }) => read)).toEqual(Array(20).fill(true));
  });

  test('wants a login', async () => {
    await expect(call('general.notifications', [])).rejects.toMatchObject(faultOf('auth.capability_required'));
    await expect(call('general.notifications', [world.operator])).rejects.toMatchObject(faultOf('auth.capability_required'));
  });
});
