import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { Dispenser } from './testkit.ts';

let world: World;
let [ann, dee] = [] as unknown as [Person, Person];
let [atm, other] = [] as unknown as [Dispenser, Dispenser];

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able');
  dee = await world.person('Dee Dispenses');
  atm = await Dispenser.of(world, dee);
  other = await Dispenser.of(world, dee);
});
afterEach(() => world.check());
afterAll(() => world.close());

const balance = (who = ann) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']) as Promise<number>;
const deposit = (amount: unknown, key: string, { by = atm, to = ann.akey as string } = {}) =>
  by.call('bank.deposit', [to, amount, key]) as Promise<string>;

it('is credited once, however often and by whomever it is told', async () => {
  const before = await balance();
  const key = newId();
  const told = await Promise.all(
    Array.from({ length: 20 }, (_, n) => deposit(25, n % 3 ? key : key.toUpperCase(), { by: n % 2 ? atm : other })),
  );
  expect(new Set(told).size).toBe(1);
  expect(await balance()).toBe(before + 25);
  const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working'])) as object[];
  expect(line).toMatchObject({ transaction_id: told[0], type: 'deposit', amount: 25, comment: key });
  expect(await codeOf(deposit(26, key))).toBe('bank.grid_transaction_conflict');
  expect(await codeOf(deposit(25, key, { to: dee.akey }))).toBe('bank.grid_transaction_conflict');
  expect(await codeOf(world.call('bank.refund', [[ann.login], ann.akey, told[0]]))).toBe('bank.not_refundable');
  expect(await balance()).toBe(before + 25);
});

it('is refused where it can not be booked, and nothing is', async () => {
  const key = newId();
  for (const amount of [0, -1, 0.5, 2 ** 53]) expect(await codeOf(deposit(amount, key))).toMatch(/^(bank\.invalid_amount|invalid_params)$/);
  expect(await codeOf(deposit(Number.MAX_SAFE_INTEGER, key))).toBe('bank.limit_exceeded');
  expect(await codeOf(deposit(1, key, { to: newId() }))).toBe('general.unknown_avatar');
  const noLogin = (await world.call('operator.addAvatar', [[world.operator], 'Nell Nologin', ''])) as string;
  expect(await codeOf(deposit(1, key, { to: noLogin }))).toBe('bank.unknown_account');
  for (const none of ['', '00000000-0000-0000-0000-000000000000', 'a b', 'x'.repeat(65)]) {
    expect(await codeOf(deposit(1, none))).toBe('invalid_params');
  }
  const plain = await Dispenser.of(world, dee, { isOne: 0 });
  expect(await codeOf(deposit(1, key, { by: plain }))).toBe('auth.forbidden');
  expect(await codeOf(deposit(1, key))).toBe('no fault');
});

it('is of the grid of the dispenser: keys of avatars and of transactions are its own', async () => {
  await world.call('operator.addGrid', [[world.operator], 'Homegrid', 'Home', []]);
  await world.call('operator.addGrid', [[world.operator], 'Outback', 'Outback', []]);
  const far = (await world.call('operator.addAvatar', [[world.operator], 'Fay Outback', 'password', ann.akey, '', 'Outback'])) as string;
  const there = await Dispenser.of(world, dee, { realm: 'outback' });
  const key = newId();
  const [here, before] = [await deposit(3, key), await balance()];
  expect(await deposit(4, key, { by: there })).not.toBe(here);
  expect(await balance()).toBe(before);
  expect(await balance({ akey: far, login: await world.loginOf(far) } as Person)).toBe(4);
});

it('and a payout together gain nobody anything', async () => {
  const supply = async () =>
    (await world.database.pool.query(`SELECT posted_credits - posted_debits AS balance FROM account WHERE name = 'payout L$'`)).rows[0]
      .balance as string;
  const bea = await world.person('Bea Between');
  const outside = BigInt(await supply());
  for (let round = 0; round < 5; round++) {
    await deposit(10, newId(), { to: bea.akey });
    const id = (await world.call('bank.pay', [[bea.login], 10, bea.akey, 'working', bea.akey, 'avatar', ''])) as string;
    expect(await atm.pull()).toBe(id);
    await atm.report(id, 'accepted');
    await atm.report(id, 'done', newId());
  }
  expect([await balance(bea), BigInt(await supply())]).toEqual([0, outside]);
});

it('is seen by the audit where no transaction of a grid is behind it', async () => {
  const id = await deposit(1, newId());
  await world.database.pool.query('DELETE FROM deposit WHERE journal_id = $1', [id]);
  expect(await world.bank.audit()).toMatchObject({
    ok: false,
    problems: [expect.stringContaining(`${id} is a deposit, but of no transaction`)],
  });
  await world.database.pool.query('INSERT INTO deposit (realm, grid_transaction, journal_id, object_key) VALUES ($1, $2, $3, $4)', [
    '',
    newId(),
    id,
    atm.key,
  ]);
});
