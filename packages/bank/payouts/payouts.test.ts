import type { Fault } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { later } from '../../../test/testkit/later.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

interface Payout {
  transaction_id: string;
  leg: number;
  akey: string;
  amount: number;
  state: string;
}

let world: World;
let ann: Person;
let bob: Person;

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 1_000);
  bob = await world.person('Bob Best');
});
afterEach(() => world.check());
afterAll(() => world.close());

const STRANGER = '11111111-2222-4333-8444-555555555555';
const balance = (who: Person) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']);
const payInWorld = (amount: number, to = bob.akey) =>
  world.call('bank.pay', [[ann.login], amount, ann.akey, 'working', to, 'avatar', 'cash', 0]) as Promise<string>;
const operator = (method: string, ...params: unknown[]) => world.call(`operator.${method}`, [[world.operator], ...params]);
const list = (...params: unknown[]) => operator('listPayouts', ...params) as Promise<Payout[]>;

describe('operator.listPayouts', () => {
  it('lists the queue from its front', async () => {
    const ids: string[] = [];
    for (const [amount, to] of [[3], [4, STRANGER], [5]] as const) {
      ids.push(await payInWorld(amount, to));
      await later();
    }
    const queue = await list();
    expect(queue.map((payout) => payout.transaction_id)).toEqual(ids);
    expect(queue[0]).toEqual({
      transaction_id: ids[0],
      leg: 0,
      akey: bob.akey,
      name: 'Bob Best',
      amount: 3,
      currency: 'L$',
      time: expect.any(Date),
      state: 'queued',
      payer_akey: ann.akey,
      object_key: '',
      grid_transaction: '',
    });
    expect(queue[1]).toMatchObject({ akey: STRANGER, name: '' });
    expect(await list('queued', 2)).toEqual(queue.slice(0, 2));
    for (const id of ids) await operator('failPayout', id);
    expect(await list()).toEqual([]);
    expect((await list('failed', -1)).map((payout) => payout.transaction_id)).toEqual(ids);
  });

  it('is for operators, as is what ends a payout', async () => {
    const id = await payInWorld(1);
    for (const [method, ...params] of [['listPayouts'], ['confirmPayout', id], ['failPayout', id]]) {
      expect(await faultOf(world.call(`operator.${method}`, [[ann.login], ...params]))).toMatch(/^auth\.forbidden: /);
    }
    await operator('failPayout', id);
  });
});

describe('a payout', () => {
  it('that was handed over is paid for, once', async () => {
    const before = (await balance(ann)) as number;
    const id = await payInWorld(10);
    const done = await operator('confirmPayout', id);
    expect(await operator('confirmPayout', id.toUpperCase(), 0)).toBe(done);
    expect(await balance(ann)).toBe(before - 10);
    const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working'])) as object[];
    expect(line).toMatchObject({ transaction_id: done, type: 'payout', amount: -10, comment: 'cash' });
    expect((await list('dispensed')).at(-1)).toMatchObject({ transaction_id: id, amount: 10, state: 'done' });
    expect(await faultOf(operator('failPayout', id))).toBe('bank.hold_settled: 10 of 10 were posted before');
    expect(await balance(ann)).toBe(before - 10);
  });

  it('that failed goes back to the payer, who is told once', async () => {
    const before = await balance(ann);
    const id = await payInWorld(10);
    const notices = async () =>
      ((await world.call('general.notifications', [[ann.login]])) as { reference: string }[]).filter(({ reference }) => reference === id);
    const undone = await operator('failPayout', id);
    expect(await operator('failPayout', id)).toBe(undone);
    expect(await balance(ann)).toBe(before);
    expect(await notices()).toMatchObject([
      { kind: 'payout_failed', text: '10 L$ could not be handed to Bob Best in-world and went back to working' },
    ]);
    expect(await faultOf(operator('confirmPayout', id))).toMatch(/^bank\.hold_settled: the hold was voided before/);
    expect(await list('failed')).toContainEqual(expect.objectContaining({ transaction_id: id, state: 'failed' }));
  });

  it('is told apart from the others of one payment', async () => {
    const before = (await balance(ann)) as number;
    const group = (await world.call('general.createGroup', [[ann.login], 'Crew'])) as string;
    await world.call('general.addToGroup', [[ann.login], ann.akey, '', group, bob.akey, '']);
    const id = await payInWorld(10, group);
    const queue = (await list()).filter((payout) => payout.transaction_id === id);
    expect(queue.map(({ leg, akey, amount }) => ({ leg, akey, amount }))).toEqual([
      { leg: 0, akey: ann.akey, amount: 5 },
      { leg: 1, akey: bob.akey, amount: 5 },
    ]);
    await operator('failPayout', id, 1);
    await operator('confirmPayout', id, 0);
    expect(await balance(ann)).toBe(before - 5);
    expect(await faultOf(operator('confirmPayout', id, 2))).toMatch(/^bank\.unknown_transaction: /);
  });

  it('is neither an ordinary payment nor a hold', async () => {
    const paid = await world.call('bank.pay', [[ann.login], 1, ann.akey, 'working', bob.akey, 'working', '', 0]);
    const held = await world.call('bank.hold', [[ann.login], 1, ann.akey, 'working', bob.akey, 'working', '']);
    for (const id of [paid, held, STRANGER, 'x'.repeat(36)]) {
      for (const method of ['confirmPayout', 'failPayout'])
        expect(await faultOf(operator(method, id))).toMatch(/^bank\.unknown_transaction: /);
    }
    await world.call('bank.voidHold', [[bob.login], held]);
  });

  it('is confirmed or failed, however many say so at once', async () => {
    const before = (await balance(ann)) as number;
    const id = await payInWorld(10);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        operator(at % 2 ? 'confirmPayout' : 'failPayout', id).then(String, (error: Fault) => error.spec.code),
      ),
    );
    expect(new Set(answers.filter((answer) => answer !== 'bank.hold_settled')).size).toBe(1);
    const { state } = await world.database.prisma.payout.findFirstOrThrow({ where: { journalId: id } });
    expect(await balance(ann)).toBe(state === 'failed' ? before : before - 10);
  });
});

describe('the audit', () => {
  it.each(['done', 'failed'] as const)('sees a payout that is %s while its money is held', async (state) => {
    const id = await payInWorld(1);
    await world.database.prisma.payout.updateMany({ where: { journalId: id }, data: { state } });
    expect(await world.bank.audit()).toMatchObject({
      ok: false,
      problems: [expect.stringContaining(`is ${state}, but the hold of its money is open`)],
    });
    await world.database.prisma.payout.updateMany({ where: { journalId: id }, data: { state: 'queued' } });
    await operator('failPayout', id);
  });
});
