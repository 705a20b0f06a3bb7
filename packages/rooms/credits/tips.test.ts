import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { functionsOf, makeStage, type Stage } from '../testkit.ts';

let world: World;
let beside: World;
let stage: Stage;
let here: ReturnType<typeof functionsOf>;

const MONEY = 100;

beforeAll(async () => {
  world = await testWorld();
  beside = await testWorld(world);
});
beforeEach(async () => {
  stage = await makeStage(world, MONEY);
  here = functionsOf(world, stage);
});
afterEach(() => world.check());
afterAll(async () => {
  await beside.close();
  await world.close();
});

const held = async () => {
  const { balances, accounts } = world.bank;
  const of = async (akey: string) => balances.available(await accounts.get(akey, 'working'));
  return [await of(stage.payer.akey), await of(stage.performer.akey)];
};
const left = async () => (await here.list())[0]?.credits;

describe('a tip', () => {
  it('goes from the account of the site to the performer, and lowers what is left', async () => {
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    const id = await here.tip('Ann', 10, 7);
    expect(await held()).toEqual([90, 10]);
    expect(await left()).toBe(20);
    expect(await world.call('bank.transaction', [[stage.performer.login], stage.performer.akey, id])).toMatchObject({
      comment: 'Tip of Ann',
      type: 'tip',
    });
  });

  it('under one id is paid once, however often and wherever it comes, also after the customer has left', async () => {
    await here.join({ nickname: 'Ann', customerId: 7, credits: 10 });
    const there = functionsOf(beside, stage);
    const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 ? here : there).tip('Ann', 10, 7, 't1')));
    expect(new Set(ids).size).toBe(1);
    await here.leave('Ann', 7);
    expect(await here.tip('Ann', 10, 7, 't1')).toBe(ids[0]);
    expect(await codeOf(here.tip('Ann', 9, 7, 't1'))).toBe('bank.request_conflict');
    expect(await codeOf(here.tip('Bob', 10, 0, 't1'))).toBe('bank.request_conflict');
    expect(await held()).toEqual([90, 10]);
  });

  it('of another site under the same id is another one', async () => {
    const other = functionsOf(world, await makeStage(world, MONEY));
    for (const at of [here, other]) await at.join({ nickname: 'Ann', credits: 5 });
    expect(await here.tip('Ann', 5, 0, 't1')).not.toBe(await other.tip('Ann', 5, 0, 't1'));
  });

  it('above the ceiling is refused, many at once included', async () => {
    await here.join({ nickname: 'Ann', customerId: 7, credits: 25 });
    const there = functionsOf(beside, stage);
    const codes = await Promise.all(Array.from({ length: 8 }, (_, n) => codeOf((n % 2 ? here : there).tip('Ann', 10, 7))));
    expect(codes.toSorted()).toEqual([...Array(2).fill('no fault'), ...Array(6).fill('rooms.above_ceiling')]);
    expect(await held()).toEqual([80, 20]);
  });

  it('above what the account holds is refused, and the ceiling stays', async () => {
    await here.join({ nickname: 'Ann', customerId: 7, credits: 1_000 });
    expect(await codeOf(here.tip('Ann', 101, 7))).toBe('bank.insufficient_funds');
    expect(await left()).toBe(1_000);
    expect(await held()).toEqual([100, 0]);
  });

  it('needs somebody in that room, and more than nothing', async () => {
    expect(await codeOf(here.tip('Ann', 1, 7))).toBe('rooms.absent');
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    const elsewhere = functionsOf(world, { ...stage, performerId: (await makeStage(world)).performerId });
    expect(await codeOf(elsewhere.tip('Ann', 1, 7))).toBe('rooms.absent');
    for (const credits of [0, -5]) expect(await codeOf(here.tip('Ann', credits, 7))).toBe('invalid_params');
  });

  it('after somebody left by way of another server is refused', async () => {
    const there = functionsOf(beside, stage);
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    await there.ping('Ann', 7);
    await here.leave('Ann', 7);
    expect(await codeOf(there.tip('Ann', 1, 7))).toBe('rooms.absent');
  });

  it('is not paid on behalf of an avatar who is disabled', async () => {
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    await world.call('operator.disableAvatar', [[world.operator], stage.payer.akey, 1]);
    expect(await codeOf(here.tip('Ann', 1, 7))).toBe('rooms.payer_disabled');
    await world.call('operator.disableAvatar', [[world.operator], stage.payer.akey, 0]);
    await here.tip('Ann', 1, 7);
    expect(await held()).toEqual([99, 1]);
  });

  it('to oneself moves nothing', async () => {
    const payerId = (await world.call('general.getAvatarUserId', [stage.payer.akey])) as number;
    const own = functionsOf(world, { ...stage, performerId: payerId });
    await own.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    expect(await codeOf(own.tip('Ann', 1, 7))).toBe('bank.same_account');
  });
});

describe('a ceiling', () => {
  it('is one for all rooms of a registered customer, and set anew by joining and by updateCredits', async () => {
    const second = await makeStage(world);
    const there = functionsOf(world, { ...second, key: stage.key });
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    await there.join({ nickname: 'Ann', customerId: 7, credits: 20 });
    await there.tip('Ann', 15, 7);
    expect(await left()).toBe(5);
    expect(await codeOf(here.tip('Ann', 6, 7))).toBe('rooms.above_ceiling');
    expect(await here.update(7, 6)).toBe(1);
    await here.tip('Ann', 6, 7);
    expect(await left()).toBe(0);
  });

  it('of one site is none of another', async () => {
    const other = functionsOf(world, await makeStage(world));
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    await other.join({ nickname: 'Ann', customerId: 7, credits: 1 });
    expect(await left()).toBe(30);
    expect(await codeOf(other.tip('Ann', 2, 7))).toBe('rooms.above_ceiling');
  });

  it('of a guest is what they joined with', async () => {
    await here.join({ nickname: 'Bob', credits: 3 });
    await here.tip('Bob', 2);
    expect(await codeOf(here.tip('Bob', 2))).toBe('rooms.above_ceiling');
    expect(await held()).toEqual([98, 2]);
  });

  it('is set for nobody who is in no room, and ends with the last one', async () => {
    expect(await codeOf(here.update(7, 30))).toBe('rooms.absent');
    await here.join({ nickname: 'Ann', customerId: 7, credits: 30 });
    await here.leave('Ann', 7);
    expect(await codeOf(here.update(7, 30))).toBe('rooms.absent');
    expect(await codeOf(here.update(7, -1))).toBe('invalid_params');
  });
});
