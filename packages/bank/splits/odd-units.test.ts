import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

// Who gets the odd unit is drawn. What is counted here lies nine standard deviations around what is right.

let world: World;
let other: World;
let [ann, bob, cyd, dee] = [] as unknown as [Person, Person, Person, Person];

beforeAll(async () => {
  world = await testWorld();
  other = await testWorld(world);
  ann = await world.person('Ann', 100_000);
  [bob, cyd, dee] = [await world.person('Bob'), await world.person('Cyd'), await world.person('Dee')];
});
afterEach(() => world.check());
afterAll(async () => {
  await other.close();
  await world.close();
});

const balance = (who: Person) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']) as Promise<number>;
const pay = (to: string, amount: number, requestId = '', from = ann, at = world) =>
  at.call('bank.pay', [[from.login], amount, from.akey, 'working', to, '', 'tip', 0, requestId]) as Promise<string>;

async function groupOf(name: string, percents: readonly (readonly [Person, number])[]): Promise<string> {
  const { gkey } = await world.groups.create((percents[0] as readonly [Person, number])[0].akey, name);
  await world.groups.addAll(gkey, new Map(percents.map(([{ akey }, percent]) => [akey, percent])));
  return gkey;
}

/** What each of these got meanwhile. */
async function gained(who: readonly Person[], act: () => Promise<unknown>): Promise<number[]> {
  const before = await Promise.all(who.map(balance));
  await act();
  return (await Promise.all(who.map(balance))).map((now, index) => now - (before[index] as number));
}

const times = (count: number, act: (index: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

describe('the odd unit', () => {
  it('of 300 tips of 1 to three who share alike goes to each of them a hundred times or so', async () => {
    const thirds = await groupOf('Thirds', [
      [bob, 1],
      [cyd, 1],
      [dee, 1],
    ]);
    const got = await gained([bob, cyd, dee], () => times(300, () => pay(thirds, 1)));
    expect(got.reduce((sum, one) => sum + one, 0)).toBe(300);
    for (const one of got) expect(Math.abs(one - 100)).toBeLessThanOrEqual(74);
  });

  it('is the same one for a retry, at every server', async () => {
    const halves = [bob, cyd].map(({ akey }) => ({ akey, account_name: '', share: 1 }));
    const split = (at: World, index: number) =>
      at.call('bank.paySplit', [[ann.login], 7, ann.akey, 'working', halves, '', '', 0, 0, 0, `half ${index}`]);
    for (let index = 0; index < 10; index++) {
      const first = await split(world, index);
      expect(await gained([bob, cyd], async () => expect(await split(other, index)).toEqual(first))).toEqual([0, 0]);
    }
  });

  it('is told by no preview, whatever the request id', async () => {
    const halves = [bob, cyd].map(({ akey }) => ({ akey, account_name: '', share: 1 }));
    const previews = await times(20, (index) =>
      world.call('bank.paySplit', [[ann.login], 1, ann.akey, 'working', halves, '', '', 0, 0, 1, `pick ${index}`]),
    );
    expect(new Set(previews.map((preview) => JSON.stringify(preview)))).toEqual(
      new Set([JSON.stringify({ transaction_id: '', fee: 0, amounts: [1, 0] })]),
    );
  });
});

describe('a payment that some draw could be refused for is refused whatever is drawn', () => {
  it('where a member can take nothing', async () => {
    const full = await world.person('Full');
    await world.call('operator.setAccountLimits', [[world.operator], full.akey, 'working', 0, 0]);
    const group = await groupOf('With one who is full', [
      [bob, 90],
      [full, 10],
    ]);
    expect(
      await gained([ann, bob, full], async () => {
        for (const fault of await times(30, (index) => faultOf(pay(group, 1, `full ${index}`)))) {
          expect(fault).toBe('bank.over_maximum: working has room for 0, 1 were to come in');
        }
      }),
    ).toEqual([0, 0, 0]);
  });

  it('where the payer has less than it could cost them', async () => {
    const poor = await world.person('Poor');
    const group = await groupOf('With the payer', [
      [poor, 90],
      [bob, 10],
    ]);
    for (const fault of await times(30, (index) => faultOf(pay(group, 1, `poor ${index}`, poor)))) {
      expect(fault).toBe('bank.insufficient_funds: working holds 0, 1 needed');
    }
    // Nine tenths of 10 are theirs for sure.
    await pay(poor.akey, 1);
    expect(await gained([poor, bob], () => pay(group, 10, '', poor))).toEqual([-1, 1]);
  });
});

it('a payment of which the draw leaves all with the payer is booked, moves nothing, and is its own retry', async () => {
  const eve = await world.person('Eve', 100);
  const halves = await groupOf('Eve and Bob', [
    [eve, 50],
    [bob, 50],
  ]);
  let stayed = 0;
  const [lost = 0, got = 0] = await gained([eve, bob], async () => {
    for (let index = 0; index < 60; index++) {
      const [none] = await gained([bob], () => pay(halves, 1, `eve ${index}`, eve));
      const id = await pay(halves, 1, `eve ${index}`, eve);
      expect(await pay(halves, 1, `eve ${index}`, eve, other)).toBe(id);
      if (none === 0) stayed++;
      if (none === 0)
        expect(await faultOf(world.call('bank.transaction', [[eve.login], eve.akey, id]))).toMatch(/^bank\.unknown_transaction: /);
    }
  });
  expect([lost + got, got + stayed]).toEqual([0, 60]);
  expect(Math.abs(got - 30)).toBeLessThanOrEqual(29);
  const alone = await groupOf('Eve alone', [[eve, 1]]);
  expect(await faultOf(pay(alone, 1, '', eve))).toMatch(/^bank\.same_account: /);
});
