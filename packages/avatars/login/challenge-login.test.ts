import type { Database } from '@scrip/database';
import { isUuid, newId } from '@scrip/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { md5 } from '../directory/passwords.ts';
import { type TestServer, type TestWorld, testWorld } from '../testkit.ts';

const PASSWORD = 'yourpasswordhere';
const FAILED = {
  spec: { code: 'auth.login_failed', fault: 1106 },
  message: 'the login failed; ask for a new challenge and answer it with md5(challenge + akey + md5(password))',
};

let world: TestWorld;
let server: TestServer;
let akey: string;
const name = 'ImSoCool Mann';
let mute: string;
let off: string;

beforeAll(async () => {
  world = await testWorld();
  server = world.server();
  akey = await server.avatars.register({ name, password: PASSWORD });
  mute = await server.avatars.register({ name: 'Mute', password: null });
  off = await server.avatars.register({ name: 'Off', password: PASSWORD });
  await server.avatars.setChallengeLogin(off, false);
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.database.pool.query('TRUNCATE login_challenge');
  // Fresh counts of failures: each test has a server process of its own.
  server = world.server();
});

const challengeFor = async (who: string, source?: string) => (await server.call('general.getLoginChallenge', [who], source)) as string;
const answer = (challenge: string, who = akey, password = PASSWORD) => md5(challenge + who + md5(password));
const attempt = (who: string, response: string, source?: string, validForSecs = 60) =>
  server.call('general.getLoginCapability', [who, response, validForSecs], source) as Promise<string>;

describe('the documented login', () => {
  test('gives a login capability of the avatar for as long as was asked', async () => {
    const token = await attempt(akey, answer(await challengeFor(akey)), undefined, 3600);
    const expiresAt = new Date(world.clock.now() + 3_600_000);
    expect(await world.capabilities.verify(token)).toMatchObject({ kind: 'login', sub: akey, grantor: akey, limits: {}, expiresAt });
  });

  test('takes hex in either case, and the akey in the spelling of the call', async () => {
    await attempt(akey, answer(await challengeFor(akey)).toUpperCase());
    const upper = akey.toUpperCase();
    await attempt(upper, answer(await challengeFor(upper), upper));
    await attempt(upper, answer(await challengeFor(akey), akey));
    await attempt(akey, answer(await challengeFor(upper), akey));
    await expect(attempt(akey, answer(await challengeFor(akey), upper))).rejects.toMatchObject(FAILED);
  });

  test('takes the name for the key', async () => {
    for (const spelling of [name, name.toUpperCase(), ` ${name}`]) {
      const token = (await server.login(spelling, PASSWORD)) as string;
      expect(await world.capabilities.verify(token)).toMatchObject({ sub: akey });
    }
  });

  test.each([-1, 0, 1, 2_592_000, 2_592_001])('valid_for_secs %i is brought to 1 s … 30 days', async (secs) => {
    const token = await attempt(akey, answer(await challengeFor(akey)), undefined, secs);
    const { expiresAt } = await world.capabilities.verify(token);
    expect((expiresAt.getTime() - world.clock.now()) / 1000).toBe(Math.min(Math.max(secs, 1), 2_592_000));
  });

  test('any UTF-8 password works', async () => {
    const unicode = await server.avatars.register({ name: 'Zoë', password: 'pässwörd 🔑' });
    expect(await server.login(unicode, 'pässwörd 🔑')).toEqual(expect.any(String));
  });
});

describe('failures look and cost the same', () => {
  const WHO: readonly (readonly [string, () => string])[] = [
    ['a wrong password', () => akey],
    ['a wrong password, by name', () => name],
    ['an unknown key', () => newId()],
    ['an unknown name', () => 'Nobody Known'],
    ['the empty name', () => ''],
    ['an avatar without a login', () => mute],
    ['an avatar whose challenge login is off', () => off],
  ];

  test.each(WHO)('%s', async (_name, who) => {
    const counted = counting(world.database);
    const real = server;
    server = world.server({ database: counted.database });
    const challenge = await challengeFor(who());
    expect(challenge).toMatch(/^[0-9a-f]{40}$/);
    expect(counted.take()).toEqual(['avatars-add-challenge']);
    // Right but for the avatar that has another password.
    const isRegistered = who() === akey || who() === name;
    const response = isRegistered ? answer(challenge, who(), 'wrong') : answer(challenge, who());
    await expect(attempt(who(), response)).rejects.toMatchObject(FAILED);
    // Names are looked for among the former ones too, whether or not somebody is called so.
    const byName = isUuid(who()) ? [] : ['avatars-last-called'];
    expect(counted.take()).toEqual(['avatar', 'avatars-burn-challenge', ...byName, 'avatars-outstanding-challenges']);
    server = real;
  });

  test.each(['', 'x', 'z'.repeat(32), '0'.repeat(32), '\u0130'.repeat(32), 'f'.repeat(200)])(
    'a response that can not be one: %j',
    async (response) => {
      await challengeFor(akey);
      await expect(attempt(akey, response)).rejects.toMatchObject(FAILED);
    },
  );

  test('no challenge was asked for', async () => {
    await expect(attempt(akey, answer(''))).rejects.toMatchObject(FAILED);
  });

  test('the switch of the whole server', async () => {
    const answered = answer(await challengeFor(akey));
    server = world.server({ challengeLogin: false });
    const OFF = { spec: FAILED.spec, message: 'the login by challenge is turned off on this server; use general.loginWithPassword' };
    await expect(attempt(akey, answered)).rejects.toMatchObject(OFF);
    for (const who of [akey, 'Nobody Known']) await expect(challengeFor(who)).rejects.toMatchObject(OFF);
    const later = await server.avatars.register({ name: 'While off', password: PASSWORD });
    expect(await world.database.prisma.avatar.findUnique({ where: { akey: later } })).toMatchObject({ md5Sealed: null });
  });
});

describe('a challenge', () => {
  test('is another one each time, for whoever it is', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, (_, i) => challengeFor(i % 2 ? akey : 'Nobody')));
    expect(new Set(all).size).toBe(200);
  });

  test('serves one of twenty attempts at once, in two server processes', async () => {
    const response = answer(await challengeFor(akey));
    const servers = [world.server(), world.server()];
    const attempts = Array.from({ length: 20 }, (_, i) =>
      servers[i % 2]?.call('general.getLoginCapability', [akey, response, 60], `192.0.2.${i}`),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(FAILED);
  });

  test('of one process serves in another', async () => {
    const challenge = await challengeFor(akey);
    server = world.server();
    await attempt(akey, answer(challenge));
  });

  test('is used up by a wrong answer', async () => {
    const challenge = await challengeFor(akey);
    await expect(attempt(akey, answer(challenge, akey, 'wrong'))).rejects.toMatchObject(FAILED);
    await expect(attempt(akey, answer(challenge))).rejects.toMatchObject(FAILED);
  });

  test('lasts 60 seconds', async () => {
    const [first, second] = [await challengeFor(akey), await challengeFor(akey)];
    world.clock.advance(59_999);
    await attempt(akey, answer(first));
    world.clock.advance(1);
    await expect(attempt(akey, answer(second))).rejects.toMatchObject(FAILED);
  });

  test('is for one avatar', async () => {
    const other = await server.avatars.register({ name: 'Other', password: PASSWORD });
    await expect(attempt(other, answer(await challengeFor(akey), other))).rejects.toMatchObject(FAILED);
  });

  test('many at once each serve their own login', async () => {
    const tokens = await Promise.all(Array.from({ length: 30 }, () => server.login(akey, PASSWORD)));
    expect(new Set(tokens).size).toBe(30);
  });
});

describe('strangers', () => {
  test('can not push out the challenge of an owner at the same address, nor fill the table', async () => {
    const mine = await challengeFor(akey);
    for (let i = 0; i < 11; i++) await Promise.all(Array.from({ length: 100 }, () => challengeFor(akey)));
    expect(await world.database.prisma.loginChallenge.count()).toBeLessThanOrEqual(1_010);
    await attempt(akey, answer(mine));
    await server.login(akey, PASSWORD);
  });

  test('can not use up the challenge of an owner elsewhere, nor close the way in', async () => {
    const mine = await challengeFor(akey, '192.0.2.1');
    for (let i = 0; i < 40; i++) await attempt(akey, answer('?'), `198.51.100.${i % 4}`).catch(() => undefined);
    await attempt(akey, answer(mine), '192.0.2.1');
  });

  test('the key and the names of one avatar are one count', async () => {
    const spellings = [akey, akey.toUpperCase(), name, name.toUpperCase(), ` ${name}`];
    for (let i = 0; i < 10; i++) await expect(attempt(spellings[i % 5] ?? akey, answer('guess'))).rejects.toMatchObject(FAILED);
    for (const who of spellings) await expect(attempt(who, answer('guess'))).rejects.toMatchObject({ spec: { code: 'rate_limited' } });
  });

  test('guessing is slowed, whoever is guessed at, and the owner gets in after the wait', async () => {
    for (const who of [akey, 'Nobody Known']) {
      const results = await Promise.allSettled(Array.from({ length: 50 }, () => attempt(who, answer('guess'))));
      const codes = results.map((result) => (result.status === 'rejected' ? result.reason.spec.code : 'in'));
      expect(codes.filter((code) => code === 'auth.login_failed')).toHaveLength(10);
      expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(40);
    }
    const challenge = await challengeFor(akey);
    await expect(attempt(akey, answer(challenge))).rejects.toMatchObject({ message: 'too many failed logins; wait 1 s' });
    world.clock.advance(1_000);
    await attempt(akey, answer(challenge));
  });
});

test('neither the password nor its md5 is in the table in the clear', async () => {
  const row = JSON.stringify(await world.database.pool.query('SELECT * FROM avatar'), (_key, value) =>
    typeof value === 'bigint' ? String(value) : value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
  expect(row).toContain('$argon2id$');
  for (const secret of [PASSWORD, md5(PASSWORD), Buffer.from(md5(PASSWORD), 'hex').toString('latin1')]) expect(row).not.toContain(secret);
});

/** The database with its statements noted: the name of a prepared one, or the model that Prisma was asked for. */
function counting(real: Database): { database: Database; take(): string[] } {
  const noted: string[] = [];
  const pool = new Proxy(real.pool, {
    get(target, property) {
      if (property !== 'query') return Reflect.get(target, property);
      return (query: { name: string }) => {
        noted.push(query.name);
        return target.query(query as never);
      };
    },
  });
  const prisma = new Proxy(real.prisma, {
    get(target, property) {
      noted.push(String(property));
      return Reflect.get(target, property);
    },
  });
  return { database: { ...real, pool, prisma }, take: () => noted.splice(0).sort() };
}
