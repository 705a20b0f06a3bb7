import type { Fault } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

const START = 1_000;
let worlds: readonly [World, World];
let ann: Person;
let bob: Person;
let shop: Person;
let pub: Person;

beforeAll(async () => {
  const first = await testWorld();
  worlds = [first, await testWorld(first)];
  shop = await first.person('The Shop');
  pub = await first.person('The Pub');
});
let round = 0;
beforeEach(async () => {
  round++;
  ann = await worlds[0].person(`Ann ${round}`, START);
  bob = await worlds[0].person(`Bob ${round}`);
  await worlds[0].call('bank.openAccount', [[ann.login], 'fun']);
});
afterEach(async () => {
  for (const world of worlds) await world.check();
});
afterAll(async () => {
  await worlds[1].close();
  await worlds[0].close();
});

type Way = (held: readonly string[], amount: number, requestId: string) => [method: string, params: unknown[]];
/** Every way in which money can leave Ann's working account. */
const WAYS: readonly Way[] = [
  (held, amount, id) => ['bank.pay', [held, amount, ann.akey, 'working', shop.akey, '', 'race', 0, id]],
  (held, amount, id) => ['bank.transfer', [held, ann.akey, amount, 'working', 'fun', 'race', id]],
  (held, amount, id) => {
    const payees = [shop, pub].map(({ akey }) => ({ akey, account_name: '', share: 1 }));
    return ['bank.paySplit', [held, amount, ann.akey, 'working', payees, 'race', '', 0, 0, 0, id]];
  },
  (held, amount, id) => ['bank.hold', [held, amount, ann.akey, 'working', shop.akey, '', 'race', 3_600, id]],
];

const give = (limits: object) =>
  worlds[0].call('bank.grantAllAccountsFullCapability', [[ann.login], bob.akey, 3_600, limits]) as Promise<string>;
const narrow = (by: Person, capability: string, limits: object) =>
  worlds[1].call('general.narrowCapability', [[by.login], capability, limits]) as Promise<string>;
/** What can't be spent any more of Ann's working account, whether it was moved or is held. */
const gone = async () => START - ((await worlds[0].call('bank.accountBalance', [[ann.login], ann.akey, 'working'])) as number);
const spending = async (who: Person) =>
  ((await worlds[0].call('bank.listGrants', [[who.login]])) as { spent: number; left: number; parent: string }[]).map(
    ({ spent, left, parent }) => ({ spent, left, parent }),
  );

/** So many calls at once, by turns through both servers and in every way; returns how many were taken. Others must have been refused for the total. */
async function race(calls: number, amount: number, held: (call: number) => readonly string[]): Promise<number> {
  const results = await Promise.allSettled(
    Array.from({ length: calls }, (_, call) => {
      const way = WAYS[call % WAYS.length] as Way;
      const world = worlds[Math.floor(call / WAYS.length) % 2] as World;
      return world.call(...way(held(call), amount, ''));
    }),
  );
  for (const result of results) {
    if (result.status === 'rejected') expect((result.reason as Fault).spec.code).toBe('bank.grant_exhausted');
  }
  return results.filter(({ status }) => status === 'fulfilled').length;
}

describe('a script that holds 50 can never move 51, however many calls race', () => {
  it.each([
    [1, 50],
    [7, 49],
    [50, 50],
    [51, 0],
  ])('in hundred calls of %i', async (amount, moved) => {
    const grant = await give({ total: 50 });
    expect((await race(100, amount, () => [bob.login, grant])) * amount).toBe(moved);
    expect(await gone()).toBe(moved);
    expect(await spending(ann)).toEqual([{ spent: moved, left: 50 - moved, parent: '' }]);
  });

  it('through the children of one parent, each of which could move all of it', async () => {
    const parent = await give({ total: 50 });
    const children = await Promise.all(Array.from({ length: 10 }, () => narrow(bob, parent, {})));
    const taken = await race(100, 3, (call) => [bob.login, call % 7 === 0 ? parent : (children[call % 10] as string)]);
    const rows = await spending(bob);
    const [root] = rows.filter(({ parent: from }) => from === '');
    expect([taken * 3, await gone(), root?.spent]).toEqual([48, 48, 48]);
    expect(rows.every(({ left }) => left === 2)).toBe(true);
  });

  it('through a child with less than its parent has, which leaves the rest to the others', async () => {
    const parent = await give({ total: 50 });
    const child = await narrow(bob, parent, { total: 20 });
    expect(await race(40, 1, () => [bob.login, child])).toBe(20);
    expect(await race(80, 1, () => [bob.login, parent])).toBe(30);
    expect(await gone()).toBe(50);
  });

  it('from two accounts to two payees, which wait for each other nowhere but at the grant', async () => {
    await worlds[0].call('bank.transfer', [[ann.login], ann.akey, 500, 'working', 'fun', '']);
    const held = [bob.login, await give({ total: 60 })];
    let taken = 0;
    const payer = async (world: World, from: string, to: Person) => {
      const paid = () => world.call('bank.pay', [held, 1, ann.akey, from, to.akey, '', 'race', 0]).catch(() => undefined);
      while (await paid()) taken++;
    };
    const [one, two] = worlds;
    await Promise.all([payer(one, 'working', shop), payer(one, 'working', shop), payer(two, 'fun', pub), payer(two, 'fun', pub)]);
    expect(taken).toBe(60);
    expect(await spending(ann)).toEqual([{ spent: 60, left: 0, parent: '' }]);
  });

  it('as a login that was narrowed to a total', async () => {
    const login = await narrow(ann, ann.login, { total: 50 });
    expect((await race(100, 7, () => [login])) * 7).toBe(49);
    expect(await gone()).toBe(49);
    expect(await spending(ann)).toMatchObject([{ spent: 49, left: 1 }]);
  });

  it('beside a login that was narrowed: both totals are kept', async () => {
    const grant = await give({ total: 50 });
    const login = await narrow(bob, bob.login, { total: 30 });
    expect(await race(60, 1, () => [login, grant])).toBe(30);
    expect(await race(60, 1, () => [bob.login, grant])).toBe(20);
    expect(await gone()).toBe(50);
  });

  it('and a retry under the same request id counts once, through whichever server it goes', async () => {
    const grant = await give({ total: 50 });
    const held = [bob.login, grant];
    const calls = Array.from({ length: 96 }, (_, call) => {
      const id = Math.floor(call / 8);
      return (worlds[call % 2] as World).call(...(WAYS[id % WAYS.length] as Way)(held, 4, `retry ${round}/${id}`));
    });
    const answers = (await Promise.all(calls)).map((answer) => JSON.stringify(answer));
    expect(new Set(answers).size).toBe(12);
    expect(await gone()).toBe(48);
    expect(await spending(ann)).toMatchObject([{ spent: 48, left: 2 }]);
  });

  it('and what is refused for another reason counts nothing', async () => {
    const grant = await give({ total: 5_000 });
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, call) => {
        const way = WAYS[call % WAYS.length] as Way;
        return (worlds[call % 2] as World).call(...way([bob.login, grant], 30, ''));
      }),
    );
    const refused = results.filter((result): result is PromiseRejectedResult => result.status === 'rejected');
    for (const { reason } of refused) expect((reason as Fault).spec.code).toBe('bank.insufficient_funds');
    expect([60 - refused.length, await gone()]).toEqual([33, 990]);
    expect(await spending(ann)).toMatchObject([{ spent: 990, left: 4_010 }]);
  });
});

describe('once it is revoked nothing more is booked, by a server that has not heard of it either', () => {
  const REVOKE: readonly (readonly [string, (grant: string, parent: string) => Promise<unknown>])[] = [
    ['the grant', (grant) => worlds[0].call('general.revokeCapability', [[ann.login], grant])],
    ['what it was derived from', (_grant, parent) => worlds[0].call('general.revokeCapability', [[ann.login], parent])],
    ['all that she granted', () => worlds[0].capabilities.revoke({ grantor: ann.akey })],
    ['all of hers', () => worlds[0].capabilities.revoke({ avatar: ann.akey })],
  ];

  it.each(REVOKE)('%s', async (_what, revoke) => {
    const parent = await give({ max_each: 1 });
    await ends([bob.login, await narrow(bob, parent, {})], (grant) => revoke(grant, parent));
  });

  it('the whole login that a login was derived from, of which no row is kept', async () => {
    await ends([await narrow(ann, ann.login, { max_each: 1 })], () => worlds[0].call('general.revokeCapability', [[ann.login], ann.login]));
  });

  /** Pays without end through a server whose watch stands still, revokes through the other, and looks at the books at once and later. */
  async function ends(held: readonly string[], revoke: (last: string) => Promise<unknown>): Promise<void> {
    const stalled = await testWorld(worlds[0]);
    // It takes what it knows for good for a second now.
    await stalled.capabilities.close();
    const faults = new Set<string>();
    let stop = false;
    const payer = async (at: number) => {
      while (!stop) {
        await stalled.call(...(WAYS[at % WAYS.length] as Way)(held, 1, '')).catch((error: Fault) => faults.add(error.spec.code));
      }
    };
    const payers = Array.from({ length: 12 }, (_, at) => payer(at));
    try {
      while ((await booked()) < 20) await new Promise((resolve) => setTimeout(resolve, 5));
      await revoke(held.at(-1) as string);
      const atOnce = await booked();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await booked()).toBe(atOnce);
    } finally {
      stop = true;
      await Promise.all(payers);
      await stalled.close();
    }
    expect([...faults]).toEqual(['auth.capability_revoked']);
  }

  const booked = async () => {
    const { id } = await worlds[0].bank.accounts.get(ann.akey, 'working');
    const { postedDebits, heldDebits } = await worlds[0].database.prisma.account.findUniqueOrThrow({ where: { id } });
    return Number(postedDebits + heldDebits);
  };
});
