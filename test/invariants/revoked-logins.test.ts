import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeOf } from '../testkit/faults.ts';
import { type Person, testWorld, type World } from '../testkit/world.ts';

// Two server processes on one database, as far as revocations are concerned: the second one has heard of nothing yet.

let world: World;
let other: World;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
});
afterAll(async () => {
  await world.check();
  await other.close();
  await world.close();
});

const REVOKED = 'auth.capability_revoked';
const somebody = (money = 0) => world.person(`Somebody ${++people}`, money);
const pay = (on: World, { login, akey }: Person, payee: Person) =>
  on.call('bank.pay', [[login], 1, akey, 'working', payee.akey, 'working', '']);
const journals = async () => Number((await world.database.pool.query('SELECT count(*) FROM journal')).rows[0].count);

/** Payments through the other server, sixteen at a time, until the work is done; then those that are asked for after it. */
async function payWhile(work: () => Promise<unknown>, payer: Person, payee: Person): Promise<Set<string>> {
  const before: string[] = [];
  let isOver = false;
  const payers = Array.from({ length: 16 }, async () => {
    while (!isOver) before.push(await codeOf(pay(other, payer, payee)));
  });
  while (!before.includes('no fault')) await new Promise((resolve) => setTimeout(resolve, 5));
  await work();
  const answered = await journals();
  isOver = true;
  await Promise.all(payers);
  const after = await Promise.all(Array.from({ length: 20 }, () => codeOf(pay(other, payer, payee))));
  expect(await journals()).toBe(answered);
  return new Set(after);
}

describe('once a revocation has answered, a server that has not heard of it books nothing', () => {
  it('on the login', async () => {
    const [payer, payee] = [await somebody(100_000), await somebody()];
    const work = () => world.call('general.revokeCapability', [[payer.login], payer.login]);
    expect(await payWhile(work, payer, payee)).toEqual(new Set([REVOKED]));
  });

  it('on any login of the avatar', async () => {
    const [payer, payee] = [await somebody(100_000), await somebody()];
    expect(await payWhile(() => world.capabilities.revoke({ avatar: payer.akey }), payer, payee)).toEqual(new Set([REVOKED]));
  });

  it('and who revokes a capability by an id that is an avatar’s key ends nothing of the avatar’s', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    await world.capabilities.revoke({ jti: payer.akey });
    for (const on of [world, other]) expect(await codeOf(pay(on, payer, payee))).toBe('no fault');
  });

  it('in whatever way money moves', async () => {
    const [payer, payee] = [await somebody(1_000), await somebody()];
    const hold = (login: string) => other.call('bank.hold', [[login], 5, payer.akey, 'working', payee.akey, 'working', '', 600]);
    const held = await hold(payer.login);
    await world.call('bank.openAccount', [[payer.login], 'savings']);
    for (const one of [payer, payee]) await world.call('vend.createCollection', [[one.login], '', `Shop of ${one.akey}`]);
    await world.call('general.revokeCapability', [[payer.login], payer.login]);
    const { login, akey } = payer;
    const calls: [string, unknown[]][] = [
      ['bank.pay', [[login], 1, akey, 'working', payee.akey, 'working', '']],
      ['bank.transfer', [[login], akey, 1, 'working', 'savings', '']],
      ['bank.paySplit', [[login], 10, akey, 'working', [{ akey: payee.akey, account_name: '', share: 1 }], '']],
      ['bank.hold', [[login], 5, akey, 'working', payee.akey, 'working', '', 600]],
      ['bank.postHold', [[login], held]],
      ['vend.buyGiftCard', [[login], payee.akey, 5]],
      ['vend.giveCredit', [[login], '', payee.akey, 5]],
    ];
    const said: Record<string, string> = {};
    for (const [method, params] of calls) said[method] = await codeOf(other.call(method, params));
    expect(said).toEqual(Object.fromEntries(calls.map(([method]) => [method, REVOKED])));
  });
});

describe('what was started on a login ends with it, at the other server too', () => {
  const giveFull = (login: string, to: Person) =>
    other.call('bank.grantAllAccountsFullCapability', [[login], to.akey, 3_600]) as Promise<string>;
  const payOn = (on: World, grant: string, payer: Person, holder: Person) =>
    codeOf(on.call('bank.pay', [[holder.login, grant], 1, payer.akey, 'working', holder.akey, 'working', '']));

  it('grants, what was derived from them, and narrowed logins; what another login gave stays', async () => {
    const [payer, holder] = [await somebody(100), await somebody()];
    const grant = await giveFull(payer.login, holder);
    const derived = (await other.call('general.narrowCapability', [[holder.login], grant, { max_each: 5 }])) as string;
    const narrowed = (await other.call('general.narrowCapability', [[payer.login], payer.login, { max_each: 5 }])) as string;
    const others = await giveFull(await world.loginOf(payer.akey), holder);
    for (const one of [grant, derived, others]) expect(await payOn(other, one, payer, holder)).toBe('no fault');
    await world.call('general.revokeCapability', [[payer.login], payer.login]);
    for (const on of [other, world]) {
      for (const one of [grant, derived]) expect(await payOn(on, one, payer, holder)).toBe(REVOKED);
      expect(await codeOf(pay(on, { login: narrowed, akey: payer.akey }, holder))).toBe(REVOKED);
      expect(await payOn(on, others, payer, holder)).toBe('no fault');
    }
  });

  it('a grant is refused for everything else within a second', async () => {
    const [owner, holder] = [await somebody(100), await somebody()];
    const grant = await giveFull(owner.login, holder);
    await world.call('general.revokeCapability', [[owner.login], owner.login]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await codeOf(other.call('bank.accountBalance', [[holder.login, grant], owner.akey, 'working']))).toBe(REVOKED);
  });

  it('standing orders, and those of other logins stay', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    const order = (login: string) => other.call('bank.createStandingOrder', [[login], 10, 'working', payee.akey, '', 7]);
    const second = await world.loginOf(payer.akey);
    const [ended, stays] = [await order(payer.login), await order(second)];
    await world.call('general.revokeCapability', [[payer.login], payer.login]);
    await other.bank.standingOrders.due.pay();
    const orders = (await world.call('bank.listStandingOrders', [[second]])) as {
      id: string;
      state: string;
      paid: number;
      last_fault: string;
    }[];
    expect(orders.find(({ id }) => id === ended)).toMatchObject({ state: 'ended', paid: 0, last_fault: expect.stringContaining(REVOKED) });
    expect(orders.find(({ id }) => id === stays)).toMatchObject({ state: 'active', paid: 1 });
    const told = (await world.call('general.notifications', [[second]])) as { kind: string; reference: string }[];
    expect(told.filter(({ kind }) => kind === 'standing_order').map(({ reference }) => reference)).toEqual([ended]);
  });

  it('nothing is started on it by a server that has not heard', async () => {
    const [payer, payee] = [await somebody(100), await somebody()];
    await world.call('general.revokeCapability', [[payer.login], payer.login]);
    expect(await codeOf(giveFull(payer.login, payee))).toBe(REVOKED);
    expect(await codeOf(other.call('general.narrowCapability', [[payer.login], payer.login, {}]))).toBe(REVOKED);
    expect(await codeOf(other.call('bank.createStandingOrder', [[payer.login], 10, 'working', payee.akey, '', 7]))).toBe(REVOKED);
  });

  it('whoever races with the revocation', async () => {
    for (let round = 0; round < 5; round++) {
      const [payer, payee] = [await somebody(100), await somebody()];
      const started = Array.from({ length: 8 }, () =>
        Promise.allSettled([
          giveFull(payer.login, payee),
          other.call('bank.createStandingOrder', [[payer.login], 1, 'working', payee.akey, '', 7]),
        ]),
      );
      await world.call('general.revokeCapability', [[payer.login], payer.login]);
      await Promise.all(started);
      const { pool } = world.database;
      const { rows: grants } = await pool.query('SELECT 1 FROM capability_grant WHERE grantor = $1 AND revoked_at IS NULL', [payer.akey]);
      const { rows: orders } = await pool.query("SELECT 1 FROM standing_order WHERE owner = $1 AND state = 'active'", [payer.akey]);
      expect([grants, orders]).toEqual([[], []]);
    }
  });
});

describe('what operators and owners do to an avatar', () => {
  type Ending = readonly [string, (avatar: Person) => Promise<unknown>];
  const asOperator =
    (method: string, ...more: unknown[]) =>
    (avatar: Person) =>
      world.call(`operator.${method}`, [[world.operator], avatar.akey, ...more]);
  const ENDINGS: readonly Ending[] = [
    ['general.changePassword', ({ login }) => world.call('general.changePassword', [[login], 'password', 'another'])],
    ['operator.setPassword', asOperator('setPassword', 'another')],
    ['operator.revokeAvatar', asOperator('revokeAvatar')],
    ['operator.disableAvatar', asOperator('disableAvatar', 1)],
  ];

  it.each(ENDINGS)('%s ends all that it holds or gave, at the other server too, and payments to it arrive', async (_method, end) => {
    const [avatar, friend] = [await somebody(1_000), await somebody(1_000)];
    const given = (await other.call('bank.grantAllAccountsFullCapability', [[avatar.login], friend.akey, 600])) as string;
    const held = (await other.call('bank.grantAllAccountsFullCapability', [[friend.login], avatar.akey, 600])) as string;
    const groups = await other.call('general.grantGroupsCapability', [[avatar.login], 600]);
    await other.call('bank.createStandingOrder', [[avatar.login], 10, 'working', friend.akey, '', 7]);
    const hold = await other.call('bank.hold', [[avatar.login], 5, avatar.akey, 'working', friend.akey, 'working', '', 600]);
    expect(await end(avatar)).toBe(1);
    const pay = (from: Person, to: Person, ...capabilities: unknown[]) =>
      codeOf(other.call('bank.pay', [capabilities, 1, from.akey, 'working', to.akey, 'working', '']));
    const later = await world.loginOf(avatar.akey);
    expect(await pay(avatar, friend, avatar.login)).toBe(REVOKED);
    expect(await pay(avatar, friend, friend.login, given)).toBe(REVOKED);
    expect(await pay(friend, avatar, later, held)).toBe(REVOKED);
    await other.bank.standingOrders.due.pay();
    expect(await other.call('bank.listStandingOrders', [[later]])).toMatchObject([{ state: 'ended', paid: 0 }]);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await codeOf(other.call('general.createGroup', [[groups], `Group of ${avatar.akey}`]))).toBe(REVOKED);
    expect(await pay(friend, avatar, friend.login)).toBe('no fault');
    expect(await codeOf(other.call('bank.postHold', [[friend.login], hold]))).toBe('no fault');
  });
});

it('what was issued right after a revocation of all is good, and what was issued right before is not', async () => {
  const { akey } = await somebody();
  for (let round = 0; round < 10; round++) {
    const before = await other.loginOf(akey);
    await world.capabilities.revoke({ avatar: akey });
    const after = await other.loginOf(akey);
    expect(await codeOf(world.capabilities.verify(before))).toBe(REVOKED);
    expect(await codeOf(world.capabilities.verify(after))).toBe('no fault');
  }
});

it('the clock of the database decides, not those of the servers', async () => {
  const { akey } = await somebody();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30_000 });
  const ahead = await other.loginOf(akey);
  vi.useRealTimers();
  await world.capabilities.revoke({ avatar: akey });
  expect(await codeOf(world.capabilities.verify(ahead))).toBe(REVOKED);
});

it('a payment that is on its way is waited for', async () => {
  const { akey, login } = await somebody(10);
  const holder = await world.database.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM account WHERE owner = $1 FOR UPDATE', [akey]);
  let answered = false;
  const revoking = world.call('general.revokeCapability', [[login], login]).then(() => {
    answered = true;
  });
  while ((await codeOf(world.capabilities.verify(login))) !== REVOKED) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(answered).toBe(false);
  await holder.query('COMMIT');
  holder.release();
  await revoking;
});
