import { deriveId, newId } from '@scrip/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { Repeated } from '../deals/deals.ts';
import type { Charge } from './charges.ts';

let world: World;
let [ann, bob, cyd] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  world = await testWorld();
  [ann, bob, cyd] = [await world.person('Ann', 10_000), await world.person('Bob'), await world.person('Cyd')];
  await world.call('bank.openAccount', [[ann.login], 'purse']);
  await world.call('bank.transfer', [[ann.login], ann.akey, 4_000, 'working', 'purse', '']);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const paid = (key: string, amount: number) => ({ payee: { key, account: '', mayChoose: false }, amount: BigInt(amount) });

async function chargeOf(amounts: Readonly<Record<string, number>>, to: Charge['to'], more: Partial<Charge> = {}): Promise<Charge> {
  const from = await Promise.all(
    Object.entries(amounts).map(async ([name, amount]) => ({
      account: await world.bank.accounts.get(ann.akey, name),
      amount: BigInt(amount),
    })),
  );
  const requestHash = deriveId('a charge of the tests');
  return { principal: ann.akey, requestId: '', payer: ann.akey, kind: 'rent', from, to, requestHash, comment: '', notify: false, ...more };
}

/** As a slice books it: beside a row of its own, or not at all. */
async function book(charge: Charge): Promise<{ replay: boolean; id: string }> {
  const prepared = await world.bank.charges.prepare(charge);
  const pay = world.database.transaction((client) => world.bank.deals.pay(client, prepared));
  const replay = await pay.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Repeated) return true;
      throw error;
    },
  );
  return { replay, id: prepared.journal.id };
}

const balance = async (owner: string, name = 'working') => world.bank.balances.available(await world.bank.accounts.get(owner, name));
const balances = async () => [await balance(ann.akey), await balance(ann.akey, 'purse'), await balance(bob.akey), await balance(cyd.akey)];

describe('a charge', () => {
  it('takes from each account and gives to each payee exactly what it says, whatever meets whatever', async () => {
    const amount = fc.integer({ min: 0, max: 12 });
    const split = fc.tuple(amount, amount, amount).filter(([a, b, c]) => a + b + c > 0);
    await fc.assert(
      fc.asyncProperty(split, fc.double({ min: 0, max: 1, noNaN: true }), async ([toBob, toCyd, again], ratio) => {
        const total = toBob + toCyd + again;
        const working = Math.floor(total * ratio);
        const before = await balances();
        const to = [paid(bob.akey, toBob), paid(cyd.akey, toCyd), paid(bob.akey, again)];
        await book(await chargeOf({ working, purse: total - working }, to));
        const moved = (await balances()).map((now, index) => now - (before[index] as number));
        expect(moved).toEqual([-working, working - total, toBob + again, toCyd].map((n) => n + 0));
      }),
      { numRuns: 40 },
    );
  });

  it('is booked once for a request id, whatever it costs by then, and another one is a conflict', async () => {
    const requestId = newId();
    const first = await book(await chargeOf({ working: 5 }, [paid(bob.akey, 5)], { requestId }));
    const before = await balances();
    expect(await book(await chargeOf({ working: 7 }, [paid(bob.akey, 7)], { requestId }))).toEqual({ replay: true, id: first.id });
    const other = await chargeOf({ working: 5 }, [paid(bob.akey, 5)], { requestId, requestHash: deriveId('another') });
    expect(await codeOf(book(other))).toBe('bank.request_conflict');
    expect(await balances()).toEqual(before);
  });

  it('is undone with the transaction that it is in', async () => {
    const before = await balances();
    const prepared = await world.bank.charges.prepare(await chargeOf({ working: 5 }, [paid(bob.akey, 5)], { notify: true }));
    const work = world.database.transaction(async (client) => {
      await world.bank.deals.pay(client, prepared);
      throw new Error('the slice can not go on');
    });
    await expect(work).rejects.toThrow('the slice can not go on');
    expect(await balances()).toEqual(before);
    expect(await world.call('general.notifications', [[bob.login]])).toEqual([]);
  });

  it('shares with a group, leaves the share of who pays where it is, and queues who has no login', async () => {
    const { gkey } = await world.groups.create(ann.akey, 'Partners');
    await world.groups.add(gkey, bob.akey, { percent: -1, officer: false });
    const elsewhere = newId();
    const before = await balances();
    await book(await chargeOf({ working: 30 }, [paid(gkey, 20), paid(elsewhere, 10)], { notify: true }));
    expect((await balances()).map((now, index) => now - (before[index] as number))).toEqual([-20, 0, 10, 0]);
    const payouts = (await world.call('operator.listPayouts', [[world.operator]])) as { akey: string; amount: number }[];
    expect(payouts).toContainEqual(expect.objectContaining({ akey: elsewhere, amount: 10 }));
    const notices = (await world.call('general.notifications', [[ann.login]])) as unknown[];
    expect(notices).toEqual([]);
    expect(await world.call('general.notifications', [[bob.login]])).toMatchObject([{ kind: 'payment', text: 'Ann paid you 10 L$' }]);
  });

  it('gives to some members of a group where there is not enough for all', async () => {
    const { gkey } = await world.groups.create(bob.akey, 'Two');
    await world.groups.add(gkey, cyd.akey, { percent: -1, officer: false });
    const before = await balances();
    await book(await chargeOf({ working: 1 }, [paid(gkey, 1)]));
    await book(await chargeOf({ working: 1, purse: 2 }, [paid(gkey, 1), paid(cyd.akey, 2)]));
    const [working, purse, ofBob = 0, ofCyd = 0] = (await balances()).map((now, index) => now - (before[index] as number));
    // Each of the two units of the group is drawn.
    expect([working, purse, ofBob + ofCyd]).toEqual([-2, -2, 4]);
    expect(ofCyd).toBeGreaterThanOrEqual(2);
  });

  it('moves nothing where an account has too little, or all of it would stay', async () => {
    const before = await balances();
    expect(await codeOf(book(await chargeOf({ working: 1, purse: 100_000 }, [paid(bob.akey, 100_001)])))).toBe('bank.insufficient_funds');
    expect(await codeOf(chargeOf({ working: 3 }, [paid(ann.akey, 3)]).then(book))).toBe('bank.same_account');
    expect(await balances()).toEqual(before);
  });
});
