import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type TestServer, type TestWorld, testWorld } from '../testkit.ts';

const OLD = 'the old one';
const NEW = 'the new öne';
const REVOKED = 'auth.capability_revoked';

let world: TestWorld;
let server: TestServer;
let akey: string;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  server = world.server();
  akey = await server.avatars.register({ name: `Changing ${++people}`, password: OLD });
});

const byPassword = (password: string, who = akey) => server.call('general.loginWithPassword', [who, password, 60]) as Promise<string>;
const byChallenge = (password: string) => server.login(akey, password) as Promise<string>;
const change = (login: string, old: string, wanted: string, source?: string, secure?: boolean) =>
  server.call('general.changePassword', [[login], old, wanted], source, secure);
const operator = (method: string, ...params: unknown[]) => server.call(`operator.${method}`, [[world.operator], ...params]);
const isGood = (login: string) => codeOf(world.capabilities.verify(login));

describe('general.changePassword', () => {
  test('changes what both ways to log in take, and revokes every login, its own too', async () => {
    const [first, second] = [await byPassword(OLD), await byChallenge(OLD)];
    expect(await change(first, OLD, NEW)).toBe(1);
    for (const login of [first, second]) expect(await isGood(login)).toBe(REVOKED);
    for (const way of [byPassword, byChallenge]) {
      expect(await codeOf(way(OLD))).toBe('auth.login_failed');
      expect(await isGood(await way(NEW))).toBe('no fault');
    }
  });

  test('a wrong old password changes nothing, and counts as a failed login', async () => {
    const login = await byPassword(OLD);
    // From elsewhere than the owner, who is known to the throttle.
    const elsewhere = '198.51.100.7';
    for (let attempt = 0; attempt < 10; attempt++) {
      expect(await codeOf(change(login, 'a guess', NEW, elsewhere))).toBe('auth.login_failed');
    }
    expect(await codeOf(change(login, OLD, NEW, elsewhere))).toBe('rate_limited');
    expect(await codeOf(server.call('general.loginWithPassword', [akey, OLD, 60], elsewhere))).toBe('rate_limited');
    expect(await isGood(login)).toBe('no fault');
    await byPassword(OLD);
  });

  test.each(['', 'x'.repeat(1_025)])('a new password of another length is refused before anything is looked at: %#', async (wanted) => {
    const login = await byPassword(OLD);
    expect(await codeOf(change(login, 'a guess', wanted))).toBe('invalid_params');
    expect(await isGood(login)).toBe('no fault');
  });

  test('is not taken over plain HTTP', async () => {
    expect(await codeOf(change(await byPassword(OLD), OLD, NEW, undefined, false))).toBe('auth.password_needs_tls');
  });

  test('a narrowed login changes nothing', async () => {
    const narrowed = await world.capabilities.narrow(await byPassword(OLD), { accounts: ['working'] });
    expect(await codeOf(change(narrowed.token, OLD, NEW))).toBe('auth.forbidden');
    await byPassword(OLD);
  });

  test('of two changes at once one is made', async () => {
    const login = await byPassword(OLD);
    const wanted = ['one', 'two'];
    const said = await Promise.all(wanted.map((password) => codeOf(change(login, OLD, password))));
    expect(said.filter((code) => code === 'no fault')).toHaveLength(1);
    await byPassword(wanted[said.indexOf('no fault')] ?? '');
  });

  test('a login that is under way while the password changes is not good afterwards', async () => {
    for (let round = 0; round < 3; round++) {
      const [from, to] = [round % 2 ? NEW : OLD, round % 2 ? OLD : NEW];
      const login = await byPassword(from);
      const logins = Array.from({ length: 6 }, () => byPassword(from).catch(() => undefined));
      await change(login, from, to);
      for (const issued of await Promise.all(logins)) if (issued) expect(await isGood(issued)).toBe(REVOKED);
    }
  });
});

describe('operator.setPassword', () => {
  test('needs no old one, and revokes all', async () => {
    const login = await byPassword(OLD);
    expect(await operator('setPassword', akey, NEW)).toBe(1);
    expect(await isGood(login)).toBe(REVOKED);
    await byPassword(NEW);
    await byChallenge(NEW);
  });

  test('gives a login to an avatar without one, which the other server hears of', async () => {
    const robot = await server.avatars.register({ name: `Robot ${people}`, password: null });
    const other = world.server();
    expect((await other.avatars.get(robot)).hasLogin).toBe(false);
    await operator('setPassword', robot, NEW);
    await byPassword(NEW, robot);
    await other.avatars.hearOfChanges();
    expect((await other.avatars.get(robot)).hasLogin).toBe(true);
  });

  test('refuses an empty one', async () => {
    expect(await codeOf(operator('setPassword', akey, ''))).toBe('invalid_params');
    await byPassword(OLD);
  });

  test('keeps no secret for the challenge where the server has it turned off, nor the old one', async () => {
    server = world.server({ challengeLogin: false });
    await operator('setPassword', akey, NEW);
    expect((await world.database.prisma.avatar.findUniqueOrThrow({ where: { akey } })).md5Sealed).toBeNull();
  });
});

describe('operator.revokeAvatar', () => {
  test('ends all that was issued, and the avatar can log in again in the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const login = await byPassword(OLD);
      expect(await operator('revokeAvatar', akey)).toBe(1);
      expect(await isGood(login)).toBe(REVOKED);
      expect(await isGood(await byPassword(OLD))).toBe('no fault');
    }
  });
});

describe('operator.disableAvatar', () => {
  test('ends all, and no way to log in works meanwhile; enabling revives nothing', async () => {
    const login = await byPassword(OLD);
    expect(await operator('disableAvatar', akey, 1)).toBe(1);
    expect(await isGood(login)).toBe(REVOKED);
    for (const way of [byPassword, byChallenge]) expect(await codeOf(way(OLD))).toBe('auth.login_failed');
    expect(await operator('listAvatars')).toContainEqual(expect.objectContaining({ akey, disabled: true }));
    expect(await operator('disableAvatar', akey, 0)).toBe(1);
    expect(await isGood(login)).toBe(REVOKED);
    expect(await isGood(await byPassword(OLD))).toBe('no fault');
  });

  test('tells strangers nothing: the right password fails as a wrong one does', async () => {
    await operator('disableAvatar', akey, 1);
    const said = async (password: string) => byPassword(password).catch((error: Error) => error.message);
    expect(await said(OLD)).toBe(await said('a guess'));
  });

  test('enabling an avatar that is not disabled ends nothing', async () => {
    const login = await byPassword(OLD);
    await operator('disableAvatar', akey, 0);
    expect(await isGood(login)).toBe('no fault');
  });

  test('no login that was under way is good', async () => {
    const logins = Array.from({ length: 6 }, () => byPassword(OLD).catch(() => undefined));
    await operator('disableAvatar', akey, 1);
    for (const issued of await Promise.all(logins)) if (issued) expect(await isGood(issued)).toBe(REVOKED);
  });
});

test.each(['setPassword', 'revokeAvatar', 'disableAvatar', 'renameAvatar'])('operator.%s knows no unknown avatar', async (method) => {
  const more = { setPassword: [NEW], revokeAvatar: [], disableAvatar: [1], renameAvatar: ['Somebody Else'] }[method] ?? [];
  expect(await codeOf(operator(method, 'nobody at all', ...more))).toBe('general.unknown_avatar');
});
