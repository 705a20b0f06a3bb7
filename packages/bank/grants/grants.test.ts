import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { later } from '../../../test/testkit/later.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

interface Listed {
  readonly jti: string;
  readonly [member: string]: unknown;
}

let world: World;
let ann: Person;
let bob: Person;
let shop: Person;

beforeAll(async () => {
  world = await testWorld();
  shop = await world.person('The Shop');
});
let round = 0;
beforeEach(async () => {
  round++;
  ann = await world.person(`Ann ${round}`, 1_000);
  bob = await world.person(`Bob ${round}`, 1_000);
});
afterEach(() => world.check());
afterAll(() => world.close());

const give = (limits: object, what = 'Full') =>
  world.call(`bank.grantAllAccounts${what}Capability`, [[ann.login], bob.akey, 3_600, limits]) as Promise<string>;
const pay = (capabilities: readonly string[], amount: number, to = shop.akey, from = 'working') =>
  world.call('bank.pay', [capabilities, amount, ann.akey, from, to, '', 'on a grant', 0]);
const narrow = (capabilities: readonly string[], capability: string, limits: object, validForSecs = 0) =>
  world.call('general.narrowCapability', [capabilities, capability, limits, validForSecs]) as Promise<string>;
const list = (who: Person, ...more: unknown[]) => world.call('bank.listGrants', [[who.login], ...more]) as Promise<Listed[]>;

describe('a grant with limits', () => {
  it('is 50 in all, at most 10 each, only to this shop, only from this account, in one call', async () => {
    await world.call('bank.openAccount', [[ann.login], 'fun']);
    await world.call('bank.transfer', [[ann.login], ann.akey, 100, 'working', 'fun', '']);
    const grant = await give({ total: 50, max_each: 10, payees: ['the shop'], accounts: ['Fun'] });
    const held = [bob.login, grant];
    expect(await faultOf(pay(held, 11, shop.akey, 'fun'))).toMatch(/^auth\.forbidden: .*10 at a time/);
    expect(await faultOf(pay(held, 1, bob.akey, 'fun'))).toMatch(/^auth\.forbidden: .*payments to/);
    expect(await faultOf(pay(held, 1, shop.akey, 'working'))).toMatch(/^auth\.forbidden: .*the account/);
    for (let paid = 0; paid < 50; paid += 10) await pay(held, 10, shop.akey, 'fun');
    expect(await faultOf(pay(held, 1, shop.akey, 'fun'))).toBe(
      "bank.grant_exhausted: 0 is left of the capability's spending total, 1 needed",
    );
    const [listed] = await list(ann);
    expect(listed).toMatchObject({ spent: 50, left: 0, limits: { total: 50, max_each: 10, payees: [shop.akey], accounts: ['Fun'] } });
  });

  it('can be limited to accounts for reading too, and to nothing else', async () => {
    await world.call('bank.openAccount', [[ann.login], 'fun']);
    const read = await give({ accounts: ['fun'] }, 'Read');
    expect(await world.call('bank.accountList', [[bob.login, read], ann.akey])).toEqual(['fun']);
    expect(await faultOf(give({ total: 5 }, 'Read'))).toBe('invalid_params: limits has a member "total"; it takes accounts');
  });

  it.each([
    [{ total: 9_000_000_000_001 }, /^invalid_params: limits\.total is 9000000000001; 0 to 9000000000000 with at most six decimals/],
    [{ total: -1 }, /^invalid_params: limits\.total/],
    [{ max_each: 0.0000001 }, /^invalid_params: limits\.max_each is 0\.0000001; .*at most six decimals/],
    [{ max_each: '9007199254.740991' }, /^invalid_params: limits\.max_each .*as many digits as a double carries/],
    [{ maxEach: 5 }, /^invalid_params: limits has a member "maxEach"; it takes accounts, payees, max_each, total/],
    [{ payees: ['No Body'] }, /^general\.unknown_avatar: /],
    [{ payees: Array.from({ length: 17 }, () => 'The Shop') }, /^invalid_params: limits\.payees has 17 elements/],
    [{ accounts: ['wroking'] }, /^bank\.unknown_account: .*wroking/],
    [[], /^invalid_params: limits is an array; a struct is needed/],
  ])('is refused with %j', async (limits, fault) => {
    expect(await faultOf(give(limits))).toMatch(fault);
    expect(await list(ann)).toEqual([]);
  });

  it('takes numbers as strings, and the largest total', async () => {
    await give({ total: '9000000000000', max_each: '10.0' });
    expect(await list(ann)).toMatchObject([{ limits: { total: 9_000_000_000_000, max_each: 10 }, spent: 0, left: 9_000_000_000_000 }]);
  });

  it('counts what went through, once for a request id, and nothing of what was refused', async () => {
    const held = [bob.login, await give({ total: 50 })];
    const params = [held, 30, ann.akey, 'working', shop.akey, '', 'once', 0, `id ${round}`];
    const first = await world.call('bank.pay', params);
    expect(await world.call('bank.pay', params)).toBe(first);
    expect(await faultOf(pay(held, 21))).toMatch(/^bank\.grant_exhausted: 20 is left/);
    await world.call('bank.pay', [[ann.login], 965, ann.akey, 'working', shop.akey, '', 'nearly all', 0]);
    expect(await faultOf(pay(held, 10))).toMatch(/^bank\.insufficient_funds: /);
    expect(await list(ann)).toMatchObject([{ spent: 30, left: 20 }]);
    // The retry is answered although nothing like it could be booked any more.
    expect(await world.call('bank.pay', params)).toBe(first);
  });
});

describe('general.narrowCapability', () => {
  it('counts what a child spends on its parent too', async () => {
    const parent = await give({ total: 50 });
    const [one, two] = [await narrow([bob.login], parent, { total: 30 }), await narrow([bob.login], parent, {})];
    await pay([bob.login, one], 25);
    await pay([bob.login, two], 20);
    expect(await faultOf(pay([bob.login, one], 6))).toMatch(/^bank\.grant_exhausted: 5 is left/);
    expect(await faultOf(pay([bob.login, two], 6))).toMatch(/^bank\.grant_exhausted: 5 is left/);
    expect(await faultOf(pay([bob.login, parent], 6))).toMatch(/^bank\.grant_exhausted: 5 is left/);
    await pay([bob.login, one], 5);
    const spending = (await list(bob)).map(({ spent, left, parent: from }) => [spent, left, from === '']);
    expect(spending.sort()).toEqual([
      [20, 0, false],
      [30, 0, false],
      [50, 0, true],
    ]);
  });

  it('makes a login that moves so much and opens nothing but the accounts', async () => {
    const token = await narrow([], ann.login, { total: 5, payees: ['The Shop'] }, 60);
    await pay([token], 3);
    expect(await world.call('bank.accountBalance', [[token], ann.akey, 'working'])).toBe(997);
    expect(await faultOf(pay([token], 3))).toMatch(/^bank\.grant_exhausted: 2 is left/);
    for (const [method, ...params] of [
      ['bank.openAccount', 'new'],
      ['general.notifications'],
      ['general.listMemberships'],
      ['general.revokeCapability', ann.login],
      ['bank.listGrants'],
      ['bank.revokeGrant', (await list(ann))[0]?.jti],
      ['bank.grantAllAccountsFullCapability', bob.akey, 60],
    ] as const) {
      expect(await faultOf(world.call(method, [[token], ...params])), method).toMatch(/^auth\.forbidden: a login capability/);
    }
    expect(await faultOf(world.call('bank.openAccount', [[token, ann.login], 'new']))).toBe('no fault');
  });

  it('counts nothing on a login that is only shorter, and still ends it at once', async () => {
    const token = await narrow([ann.login], ann.login, {}, 60);
    await pay([token], 3);
    const [listed] = await list(ann);
    expect(listed).toMatchObject({ role: 'own', kind: 'login', limits: {}, revoked: 0 });
    expect(listed).not.toHaveProperty('spent');
  });

  it('is for who holds it', async () => {
    const grant = await give({ total: 50 });
    for (const capabilities of [[], [ann.login], [shop.login], [world.operator]]) {
      expect(await faultOf(narrow(capabilities, grant, { total: 5 }))).toMatch(
        /^auth\.forbidden: the bank\.full capability can be narrowed only by/,
      );
    }
    expect(await faultOf(narrow([world.operator], world.operator, {}))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(narrow([bob.login], 'x', {}))).toMatch(/^auth\.capability_invalid: /);
    expect(await faultOf(narrow(['x'], grant, {}))).toMatch(/^auth\.capability_invalid: /);
    await world.call('general.revokeCapability', [[ann.login], grant]);
    expect(await faultOf(narrow([bob.login], grant, {}))).toMatch(/^auth\.capability_revoked: /);
  });

  it('gives no more, and no longer', async () => {
    const grant = await give({ total: 50, accounts: ['working'] });
    expect(await faultOf(narrow([bob.login], grant, { total: 51 }))).toMatch(/^auth\.forbidden: total: 51 is more than the 50/);
    expect(await faultOf(narrow([bob.login], grant, { accounts: ['fun'] }))).toMatch(/^auth\.forbidden: accounts: "fun"/);
    expect(await faultOf(narrow([bob.login], grant, {}, 4_000))).toMatch(/^auth\.forbidden: validForSecs: 4000/);
    expect(await faultOf(narrow([bob.login], grant, {}, -1))).toMatch(/^invalid_params: /);
  });

  it('makes a groups capability shorter, for whoever has it, and limits it in nothing else', async () => {
    const groups = (await world.call('general.grantGroupsCapability', [[ann.login]])) as string;
    expect(await faultOf(narrow([], groups, { total: 5 }))).toMatch(/^invalid_params: a groups capability .*only in time/);
    await later();
    const shorter = await narrow([], groups, {}, 60);
    expect(await faultOf(world.call('general.createGroup', [[shorter], `Group ${round}`]))).toBe('no fault');
    expect(await list(ann)).toMatchObject([
      { kind: 'groups', role: 'own' },
      { kind: 'groups', role: 'own', parent: '' },
    ]);
  });
});

describe('bank.listGrants', () => {
  it('tells both sides what there is, and never the capability', async () => {
    const grant = await give({ total: 50 });
    await later();
    const narrowed = await narrow([bob.login], grant, { max_each: 5 });
    await pay([bob.login, narrowed], 5);
    const sides = { holder_akey: bob.akey, holder_name: `Bob ${round}`, grantor_akey: ann.akey, grantor_name: `Ann ${round}` };
    const both = { kind: 'bank.full', ...sides, spent: 5, left: 45, revoked: 0, issued: expect.any(Date), expires: expect.any(Date) };
    const given = await list(ann);
    const [child, parent] = given as [Listed, Listed];
    expect(given).toEqual([
      { ...both, jti: child.jti, role: 'given', limits: { max_each: 5, total: 50 }, parent: parent.jti },
      { ...both, jti: parent.jti, role: 'given', limits: { total: 50 }, parent: '' },
    ]);
    expect(await list(bob)).toEqual(given.map((one) => ({ ...one, role: 'held' })));
    expect(await list(bob, '', 1, 1)).toMatchObject([{ jti: parent.jti }]);
    expect(await list(bob, '', 2_147_483_647)).toEqual([]);
    expect(JSON.stringify(given)).not.toContain(grant.slice(0, 20));
  });

  it('is for the avatar alone', async () => {
    const grant = await give({});
    expect(await faultOf(world.call('bank.listGrants', [[bob.login, grant], ann.akey]))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('bank.listGrants', [[], '']))).toMatch(/^auth\.capability_required: /);
    expect(await faultOf(world.call('bank.listGrants', [[ann.login], 'No Body']))).toMatch(/^general\.unknown_avatar: /);
    expect(await world.call('bank.listGrants', [[bob.login, ann.login], `ann ${round}`])).toMatchObject([{ role: 'given' }]);
  });
});

describe('bank.revokeGrant', () => {
  test.each([
    ['who gave it', () => ann],
    ['who holds it', () => bob],
  ])('ends one by its jti, with all that came of it: by %s', async (_who, who) => {
    const grant = await give({ total: 50 });
    const child = await narrow([bob.login], grant, {});
    const jti = (await list(ann)).find(({ parent }) => parent === '')?.jti as string;
    for (const text of [jti, jti.toUpperCase()]) expect(await world.call('bank.revokeGrant', [[who().login], text])).toBe(1);
    for (const token of [grant, child]) expect(await faultOf(pay([bob.login, token], 1))).toMatch(/^auth\.capability_revoked: /);
    expect(await list(ann)).toMatchObject([{ revoked: 1 }, { revoked: 1 }]);
  });

  it('does not tell whether others have one', async () => {
    await give({});
    const jti = (await list(ann))[0]?.jti as string;
    for (const text of [jti, '11111111-2222-4333-8444-555555555555', 'x']) {
      expect(await faultOf(world.call('bank.revokeGrant', [[shop.login], text]))).toBe(
        `bank.unknown_grant: nobody who is logged in gave or holds a capability with the jti ${JSON.stringify(text)}`,
      );
    }
  });

  it('tells that there is none also where a capability that is not good came beside a login', async () => {
    for (const capabilities of [
      [shop.login, 'x'],
      ['x', shop.login],
    ]) {
      expect(await faultOf(world.call('bank.revokeGrant', [capabilities, 'x']))).toMatch(/^bank\.unknown_grant: /);
    }
    expect(await faultOf(world.call('bank.revokeGrant', [['x'], 'x']))).toMatch(/^auth\.capability_invalid: /);
  });
});

test('operator.inspectCapability tells what was spent', async () => {
  const grant = await give({ total: 50 });
  await pay([bob.login, grant], 12);
  const inspect = (token: string) => world.call('operator.inspectCapability', [[world.operator], token]);
  expect(await inspect(grant)).toMatchObject({ spent: 12, left: 38 });
  expect(await inspect(ann.login)).not.toHaveProperty('spent');
});
