import { newId } from '@scrip/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, type TestWorld, testWorld } from '../testkit.ts';

const PASSWORD = 'pässwörd 🔑';
const FAILED = {
  spec: { code: 'auth.login_failed', fault: 1106 },
  message: 'the login failed; the key or name of an avatar and its password are needed',
};
const LIMITED = { spec: { code: 'rate_limited' }, message: expect.stringMatching(/^too many failed logins; wait \d+ s$/) };

let world: TestWorld;
let server: TestServer;
let akey: string;
let mute: string;
const name = 'Pass Word';

beforeAll(async () => {
  world = await testWorld();
  server = world.server();
  akey = await server.avatars.register({ name, password: PASSWORD });
  mute = await server.avatars.register({ name: 'No Word', password: null });
});
afterAll(() => world.end());
beforeEach(() => {
  // Fresh counts of failures: each test has a server process of its own.
  server = world.server();
});

const login = (who: string, password: string, options?: { source?: string; secure?: boolean; validForSecs?: number }) =>
  server.call(
    'general.loginWithPassword',
    [who, password, options?.validForSecs ?? 60],
    options?.source,
    options?.secure,
  ) as Promise<string>;

describe('a password', () => {
  test('gives a login capability of the avatar, by key or by name, for as long as was asked', async () => {
    for (const who of [akey, akey.toUpperCase(), name, ` PASS  word`]) {
      const expiresAt = new Date(world.clock.now() + 3_600_000);
      const token = await login(who, PASSWORD, { validForSecs: 3600 });
      expect(await world.capabilities.verify(token)).toMatchObject({ kind: 'login', sub: akey, grantor: akey, limits: {}, expiresAt });
    }
  });

  test('works where challenges are turned off, for the server and for the avatar', async () => {
    server = world.server({ challengeLogin: false });
    const later = await server.avatars.register({ name: 'Later', password: 'later' });
    await server.avatars.setChallengeLogin(later, false);
    expect(await world.capabilities.verify(await login(later, 'later'))).toMatchObject({ sub: later });
  });

  test.each<[string, () => string, string]>([
    ['a wrong one', () => akey, 'wrong'],
    ['an empty one', () => akey, ''],
    ['another composition of the letters', () => akey, PASSWORD.normalize('NFD')],
    ['an unknown key', () => newId(), PASSWORD],
    ['an unknown name', () => 'Nobody Known', PASSWORD],
    ['the empty name', () => '', PASSWORD],
    ['an avatar without a password', () => mute, PASSWORD],
    ['an avatar without a password, and none', () => mute, ''],
  ])('%s is refused alike', async (_what, who, password) => {
    await expect(login(who(), password)).rejects.toMatchObject(FAILED);
  });

  test.each([
    ['x'.repeat(1025), 'password has 1025 characters; at most 1024 are taken'],
    ['é'.repeat(513), 'the password is too long; at most 1024 bytes are taken'],
    ['a\0b', 'password holds a control character or half of a surrogate pair, which no text may'],
  ])('that nobody can have is refused before it costs anything: %#', async (password, message) => {
    for (const who of [akey, 'Nobody Known']) {
      await expect(login(who, password)).rejects.toMatchObject({ spec: { code: 'invalid_params' }, message });
    }
  });
});

describe('over plain HTTP from another machine', () => {
  const NEEDS_TLS = {
    spec: { code: 'auth.password_needs_tls', fault: 1108, kind: 'forbidden' },
    message: expect.stringMatching(/use https$/),
  };

  test('it is refused, right or wrong, and not counted', async () => {
    for (let i = 0; i < 12; i++) {
      await expect(login(akey, 'wrong', { secure: false })).rejects.toMatchObject(NEEDS_TLS);
      await expect(login(akey, PASSWORD, { secure: false })).rejects.toMatchObject(NEEDS_TLS);
    }
    expect(await login(akey, PASSWORD)).toEqual(expect.any(String));
  });

  test('it is taken where the operator allows it', async () => {
    server = world.server({ plainLogin: true });
    expect(await login(akey, PASSWORD, { secure: false })).toEqual(expect.any(String));
  });
});

describe('guessing', () => {
  test('is slowed, whoever is guessed at, and the owner gets in after the wait', async () => {
    for (const who of [akey, mute, 'Nobody Known']) {
      const results = await Promise.allSettled(Array.from({ length: 50 }, () => login(who, 'guess')));
      const codes = results.map((result) => (result.status === 'rejected' ? result.reason.spec.code : 'in'));
      expect(codes.filter((code) => code === 'auth.login_failed')).toHaveLength(10);
      expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(40);
    }
    await expect(login(akey, PASSWORD)).rejects.toMatchObject(LIMITED);
    world.clock.advance(1_000);
    expect(await login(akey, PASSWORD)).toEqual(expect.any(String));
  });

  test('counts together with wrong answers to challenges, by the key and by the name', async () => {
    for (let i = 0; i < 5; i++) {
      await expect(login(i % 2 ? akey : name, 'guess')).rejects.toMatchObject(FAILED);
      await expect(server.login(i % 2 ? name : akey, 'guess')).rejects.toMatchObject({ spec: FAILED.spec });
    }
    await expect(login(name, PASSWORD)).rejects.toMatchObject(LIMITED);
    await expect(server.login(akey, PASSWORD)).rejects.toMatchObject(LIMITED);
  });

  test('from many places does not keep the owner out elsewhere', { timeout: 60_000 }, async () => {
    for (let i = 0; i < 200; i++) await login(akey, 'guess', { source: `198.51.100.${i % 20}` }).catch(() => undefined);
    expect(await login(akey, PASSWORD, { source: '203.0.113.9' })).toEqual(expect.any(String));
  });
});
