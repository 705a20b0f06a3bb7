import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { Dispenser } from './testkit.ts';

let world: World;
/** Pays; is paid in-world; owns the dispensers. */
let [ann, bob, dee] = [] as unknown as [Person, Person, Person];
let box: Dispenser;
let other: Dispenser;

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 10_000);
  bob = await world.person('Bob Best');
  dee = await world.person('Dee Dispenses');
  box = await Dispenser.of(world, dee);
  other = await Dispenser.of(world, dee);
});
afterEach(async () => {
  await world.check();
  for (const state of ['queued', 'pulled', 'unknown']) {
    for (const { transaction_id, leg } of await list(state)) await operator('failPayout', transaction_id, leg);
  }
});
afterAll(() => world.close());

interface Listed {
  readonly transaction_id: string;
  readonly leg: number;
  readonly state: string;
  readonly object_key: string;
  readonly grid_transaction: string;
}
const operator = (method: string, ...params: unknown[]) => world.call(`operator.${method}`, [[world.operator], ...params]);
const list = (state: string) => operator('listPayouts', state) as Promise<Listed[]>;
const balance = (who = ann) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']) as Promise<number>;
const payInWorld = (amount = 10, to = bob.akey) =>
  world.call('bank.pay', [[ann.login], amount, ann.akey, 'working', to, 'avatar', 'cash', 0]) as Promise<string>;
const stateOf = async (id: string) =>
  (await world.database.prisma.payout.findFirstOrThrow({ where: { journalId: id.slice(0, 36) } })).state;
/** The time of what a dispenser has is over, and the job has run. */
async function letPass(id: string): Promise<void> {
  await world.database.pool.query(`UPDATE payout SET due_at = clock_timestamp() - interval '1 ms' WHERE journal_id = $1`, [id]);
  await world.bank.payouts.job.run();
}
async function pulled(): Promise<string> {
  const id = await payInWorld();
  expect(await box.pull()).toBe(id);
  return id;
}
async function accepted(): Promise<string> {
  const id = await pulled();
  expect(await box.report(id, 'accepted')).toBe('accepted');
  return id;
}

describe('operator.setDispenser', () => {
  it('lets an object pull, and ends that', async () => {
    const plain = await Dispenser.of(world, dee, { isOne: 0 });
    expect(await codeOf(plain.pull())).toBe('auth.forbidden');
    const dispensers = async () =>
      ((await world.call('general.listObjects', [[dee.login]])) as { object_key: string; dispenser: boolean }[]).filter(
        ({ dispenser }) => dispenser,
      );
    expect((await dispensers()).map(({ object_key }) => object_key).sort()).toEqual([box.key, other.key].sort());
    await operator('setDispenser', plain.key.toUpperCase(), 1);
    expect(await plain.pull()).toBeUndefined();
    await operator('setDispenser', plain.key, 0);
    expect(await codeOf(plain.pull())).toBe('auth.forbidden');
    expect(await codeOf(operator('setDispenser', newId(), 1))).toBe('general.unknown_object');
  });

  it('ends where the object is enrolled again, and not where it gets another secret', async () => {
    const one = await Dispenser.of(world, dee);
    await world.call('general.rotateObject', [[dee.login], one.key]);
    expect(await one.pull()).toBeUndefined();
    await world.call('general.enrollObject', [[dee.login], one.key, 'Again']);
    expect(await codeOf(one.pull())).toBe('auth.forbidden');
  });
});

describe('bank.pullPayout', () => {
  it('gives what waits longest, to one dispenser, and to the same request again', async () => {
    const ids = [await payInWorld(3), await payInWorld(4)];
    await world.database.pool.query(`UPDATE payout SET created_at = '2026-01-01Z' WHERE journal_id = $1`, [ids[1]]);
    const nonce = newId();
    const given = [ids[1], bob.akey, 4, 'L$'];
    expect(await box.call('bank.pullPayout', [], nonce)).toEqual(given);
    expect(await box.call('bank.pullPayout', [], nonce)).toEqual(given);
    expect(await other.pull()).toBe(ids[0]);
    expect(await box.call('bank.pullPayout', [])).toEqual([]);
    await box.report(ids[1] as string, 'accepted');
    expect(await box.call('bank.pullPayout', [], nonce)).toEqual(given);
    await box.report(ids[1] as string, 'failed');
  });

  it('gives each to one of many at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => payInWorld(1)));
    const got = await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 ? box : other).pull()));
    const given = got.filter((id) => id !== undefined);
    expect(new Set(given).size).toBe(given.length);
    for (let id = await box.pull(); id; id = await box.pull()) given.push(id);
    expect(given.sort()).toEqual(ids.sort());
  });

  it('gives one to two runs of the same request', async () => {
    await Promise.all([payInWorld(1), payInWorld(1)]);
    const nonce = newId();
    const got = await Promise.all([box.pull(300, nonce), box.pull(300, nonce), box.pull(300, nonce)]);
    expect(new Set(got).size).toBe(1);
    expect(await list('queued')).toHaveLength(1);
  });

  it('gives what is for its grid, by the key of that grid', async () => {
    await operator('addGrid', 'Home', 'Home', []);
    await operator('addGrid', 'Faraway', 'Faraway', []);
    const far = (await operator('addAvatar', 'Fay Far', '', bob.akey, '', 'Faraway')) as string;
    expect(far).not.toBe(bob.akey);
    const id = await payInWorld(5, far);
    expect(await box.pull()).toBeUndefined();
    const there = await Dispenser.of(world, dee, { realm: 'faraway' });
    expect(await there.call('bank.pullPayout', [])).toEqual([id, bob.akey, 5, 'L$']);
    const stranger = await payInWorld(5, newId());
    expect(await there.pull()).toBeUndefined();
    expect(await box.pull()).toBe(stranger);
  });

  it('gives again what was not accepted in time', async () => {
    const id = await pulled();
    await letPass(id);
    expect(await other.pull()).toBe(id);
    expect(await codeOf(box.report(id, 'accepted'))).toBe('bank.unknown_transaction');
    expect(await codeOf(box.report(id, 'done', newId()))).toBe('bank.unknown_transaction');
    expect(await stateOf(id)).toBe('pulled');
  });
});

describe('bank.reportPayout', () => {
  it('done: the payer has paid, once', async () => {
    const before = await balance();
    const id = await accepted();
    const key = newId();
    expect([await box.report(id, 'done', key.toUpperCase()), await box.report(id, 'done', key), await box.report(id, 'done')]).toEqual(
      Array(3).fill('done'),
    );
    expect(await balance()).toBe(before - 10);
    expect((await list('done')).at(-1)).toMatchObject({ transaction_id: id, object_key: box.key, grid_transaction: key });
    expect(await codeOf(box.report(id, 'done', newId()))).toBe('bank.grid_transaction_conflict');
    for (const late of ['failed', 'unknown', 'accepted']) expect(await codeOf(box.report(id, late))).toBe('bank.payout_state');
  });

  it('failed: the payer has it back, and is told', async () => {
    const before = await balance();
    const id = await accepted();
    expect([await box.report(id, 'failed'), await box.report(id, 'failed')]).toEqual(['failed', 'failed']);
    expect(await balance()).toBe(before);
    const told = (await world.call('general.notifications', [[ann.login]])) as { kind: string; reference: string }[];
    expect(told.filter(({ reference }) => reference === id)).toMatchObject([{ kind: 'payout_failed' }]);
    expect(await codeOf(box.report(id, 'done', newId()))).toBe('bank.payout_state');
  });

  it('accepted: by one request, in time', async () => {
    const id = await pulled();
    const nonce = newId();
    const twice = () => box.report(id, 'accepted', '', nonce);
    expect([await twice(), await twice()]).toEqual(['accepted', 'accepted']);
    expect(await codeOf(box.report(id, 'accepted'))).toBe('bank.payout_state');
    const late = await payInWorld();
    await box.pull();
    await world.database.pool.query(`UPDATE payout SET due_at = clock_timestamp() - interval '1 ms' WHERE journal_id = $1`, [late]);
    expect(await codeOf(box.report(late, 'accepted'))).toBe('bank.payout_state');
    await box.report(id, 'failed');
  });

  it('nothing: what was accepted is unknown, and never given again', async () => {
    const id = await accepted();
    await letPass(id);
    expect(await stateOf(id)).toBe('unknown');
    expect(await box.pull()).toBeUndefined();
    expect(await codeOf(box.report(id, 'accepted'))).toBe('bank.payout_state');
    // Without the grid's key it is a word against a doubt.
    expect(await codeOf(box.report(id, 'done'))).toBe('bank.payout_state');
    expect(await box.report(id, 'done', newId())).toBe('done');
  });

  it('unknown: an operator decides', async () => {
    for (const [method, state] of [
      ['confirmPayout', 'done'],
      ['failPayout', 'failed'],
    ] as const) {
      const id = await accepted();
      expect(await codeOf(operator(method, id))).toBe('bank.payout_state');
      expect([await box.report(id, 'unknown'), await box.report(id, 'unknown')]).toEqual(['unknown', 'unknown']);
      expect((await list('unknown')).map(({ transaction_id }) => transaction_id)).toEqual([id]);
      await operator(method, id);
      expect(await stateOf(id)).toBe(state);
      expect(await box.report(id, state, newId())).toBe(state);
    }
  });

  it('is of the dispenser that has it, and of payouts', async () => {
    const id = await accepted();
    for (const state of ['accepted', 'done', 'failed', 'unknown']) {
      expect(await codeOf(other.report(id, state, newId()))).toBe('bank.unknown_transaction');
      for (const none of [newId(), 'x'.repeat(36), `${id}/1`, `${id}/99999`]) {
        expect(await codeOf(box.report(none, state, newId()))).toBe('bank.unknown_transaction');
      }
    }
    for (const key of ['00000000-0000-0000-0000-000000000000', 'a::b', 'é']) {
      expect(await codeOf(box.report(id, 'done', key))).toBe('invalid_params');
    }
    await box.report(id, 'failed');
  });

  it('one in-world transaction hands over one payout', async () => {
    const [first, second] = [await accepted(), await accepted()];
    const key = newId();
    await box.report(first, 'done', key);
    expect(await codeOf(box.report(second, 'done', key))).toBe('bank.grid_transaction_conflict');
    expect(await stateOf(second)).toBe('accepted');
    await box.report(second, 'done', newId());
  });

  it('names each of those who are paid together', async () => {
    const group = (await world.call('general.createGroup', [[ann.login], 'Cash crew'])) as string;
    await world.call('general.addToGroup', [[ann.login], ann.akey, '', group, bob.akey, '']);
    const id = await payInWorld(10, group);
    expect([await box.pull(), await box.pull()]).toEqual([id, `${id}/1`]);
    const before = await balance();
    await box.report(`${id}/1`, 'done', newId());
    expect(await balance()).toBe(before);
    await box.report(id, 'failed');
    expect(await balance()).toBe(before + 5);
  });

  it('meets the operator: one of them is booked', async () => {
    const id = await accepted();
    await box.report(id, 'unknown');
    const both = await Promise.all([codeOf(box.report(id, 'done', newId())), codeOf(operator('failPayout', id))]);
    expect(both.filter((code) => code === 'no fault')).toHaveLength(1);
    expect(both.filter((code) => code !== 'no fault')[0]).toMatch(/^bank\.(payout_state|hold_settled)$/);
  });
});

it('is all for objects that sign: a login is no dispenser', async () => {
  for (const [method, ...params] of [['pullPayout'], ['reportPayout', newId(), 'done']] as const) {
    expect(
      await codeOf(world.call(`bank.${method}`, { ...(method === 'pullPayout' ? {} : { transaction_id: params[0], state: 'done' }) })),
    ).toBe('auth.forbidden');
  }
});
