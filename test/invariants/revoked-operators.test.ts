import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCall } from '../testkit/call.ts';
import { codeOf } from '../testkit/faults.ts';
import { type Person, testWorld, type World } from '../testkit/world.ts';

// Two server processes on one database. An operator's money is looked up where it is booked, as that of logins is.

let world: World;
let other: World;
let ann: Person;

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
  ann = await world.person('Ann', 100);
});
afterAll(async () => {
  await world.check();
  await other.close();
  await world.close();
});

const REVOKED = 'auth.capability_revoked';
const add = async (name: string, by = world.operator, scopes = ['money', 'system']) =>
  (await world.call('operator.addOperator', [[by], name, scopes, 3_600])) as string;
const mint = (token: string) => codeOf(other.call('operator.mint', [[token], ann.akey, 'working', 1, '']));
const journals = async () => Number((await world.database.pool.query('SELECT count(*) FROM journal')).rows[0].count);

/** Mints through the other server, sixteen at a time, until the work has answered; nothing may be booked after that. */
async function mintWhile(work: () => Promise<unknown>, token: string): Promise<void> {
  const outcomes: string[] = [];
  let isOver = false;
  const minters = Array.from({ length: 16 }, async () => {
    while (!isOver) outcomes.push(await mint(token));
  });
  while (!outcomes.includes('no fault')) await new Promise((resolve) => setTimeout(resolve, 5));
  await work();
  const answered = await journals();
  isOver = true;
  await Promise.all(minters);
  expect(await journals()).toBe(answered);
  expect(await mint(token)).toBe(REVOKED);
}

it.each([1, 2, 3])('once a revocation has answered, no server mints for the operator any more (%i)', async (n) => {
  const token = await add(`Mint ${n}`);
  await mintWhile(() => world.call('operator.revokeOperator', [[world.operator], `Mint ${n}`]), token);
});

it('nor for one whom the operator added', async () => {
  const token = await add('Aide', await add('Boss'));
  await mintWhile(() => world.call('operator.revokeOperator', [[world.operator], 'Boss']), token);
});

it('in whatever way operators move money', async () => {
  const bob = await world.person('Bob');
  const pay = (account: string) => world.call('bank.pay', [[ann.login], 1, ann.akey, 'working', bob.akey, account, '']);
  const [paid, inWorld] = [await pay('working'), await pay('avatar')];
  const token = await add('Mover');
  // The guard asks the database and refuses by itself: what is behind it is asked here as if the guard had been passed before.
  const operator = await other.capabilities.operators.find(await other.capabilities.verify(token));
  await world.call('operator.revokeOperator', [[world.operator], 'Mover']);
  const handle = async (method: string, input: Record<string, unknown>) => {
    const procedure = other.rpc.registry.find(method)?.procedure;
    return codeOf(Promise.resolve(procedure?.handler({ capabilities: [], ...input }, operator, testCall())));
  };
  expect([
    await handle('operator.mint', { akey: ann.akey, account_name: 'working', amount: '1', comment: '', request_id: '' }),
    await handle('operator.refund', { transaction_id: paid, amount: '0', comment: '', request_id: '' }),
    await handle('operator.confirmPayout', { transaction_id: inWorld, leg: 0 }),
    await handle('operator.failPayout', { transaction_id: inWorld, leg: 0 }),
  ]).toEqual([REVOKED, REVOKED, REVOKED, REVOKED]);
});
