import { randomUUID } from 'node:crypto';
import { Changed, isStaleRefund, requestHash } from '@scrip/bank';
import type { OwnerKey } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import type { BackPlan, BackRequest } from './model.ts';

let world: World;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
afterEach(() => world.check());
afterAll(() => world.close());

const somebody = (money = 0) => world.person(`Giver ${++people}`, money);
const balance = (who: Person, account = 'working') => world.call('bank.accountBalance', [[who.login], who.akey, account]);
const pay = (from: Person, amount: number, to: Person) =>
  world.call('bank.pay', [[from.login], amount, from.akey, 'working', to.akey, '', '', 0]) as Promise<string>;

/** Bob pays 100: 30 for Pat and 70 for Meg. */
async function sale(from = 'working') {
  const [bob, pat, meg] = [await somebody(100), await somebody(), await somebody()];
  const share = (who: Person, share: number) => ({ akey: who.akey, account_name: '', share });
  if (from !== 'working') {
    await world.call('bank.openAccount', [[bob.login], from]);
    await world.call('bank.transfer', [[bob.login], bob.akey, 100, 'working', from, '']);
  }
  const params = [[bob.login], 100, bob.akey, from, [share(pat, 30), share(meg, 70)], ''];
  const { transaction_id: original } = (await world.call('bank.paySplit', params)) as { transaction_id: string };
  return { bob, pat, meg, original };
}

/** As the deals of slices do it. */
async function giveBack(request: BackRequest, by: OwnerKey, kind = 'test_refund'): Promise<BackPlan> {
  const { givingBack, deals } = world.bank;
  return deals.settle({
    async plan() {
      const plan = await givingBack.plan(request);
      const hash = requestHash('test', randomUUID());
      const origin = { principal: by, requestId: '', kind, requestHash: hash, comment: '', spender: by };
      return { plan, payment: await givingBack.prepare(plan, origin) };
    },
    lock: async () => undefined,
    async book(client, { plan, payment }) {
      if (!(await givingBack.isAsPlanned(plan, client))) throw new Changed();
      await deals.pay(client, payment);
      return plan;
    },
    isStale: async (refusal) => isStaleRefund(refusal),
  });
}

const accountOf = ({ akey }: Person) => world.bank.accounts.get(akey, 'working');

describe('giving back', () => {
  it('is done by each side, of what it got', async () => {
    const { bob, pat, meg, original } = await sale();
    const plan = await giveBack({ dues: [{ original }] }, meg.akey);
    expect(plan).toMatchObject({ amount: 100n, left: 100n, missing: 0n });
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([100, 0, 0]);
    expect(await faultOf(giveBack({ dues: [{ original }] }, meg.akey))).toBe('bank.refund_exceeded: nothing is left to be refunded');
  });

  it('of a part is shared in proportion to what is left of each', async () => {
    const { bob, pat, meg, original } = await sale();
    await giveBack({ dues: [{ original, amount: 10n }] }, meg.akey);
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([10, 27, 63]);
    expect(await giveBack({ dues: [{ original, amount: 27n }], giver: pat.akey }, pat.akey)).toMatchObject({ amount: 27n, left: 90n });
    expect(await faultOf(giveBack({ dues: [{ original, amount: 64n }] }, meg.akey))).toBe(
      'bank.refund_exceeded: 63 is left to be refunded, 64 were asked for',
    );
    expect(await faultOf(giveBack({ dues: [{ original }], giver: pat.akey }, pat.akey))).toMatch(/^bank\.refund_exceeded: nothing/);
    await giveBack({ dues: [{ original }] }, meg.akey);
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([100, 0, 0]);
  });

  it('moves nothing where a side is short, and names each with what is missing', async () => {
    const { bob, pat, meg, original } = await sale();
    await pay(pat, 10, bob);
    await pay(meg, 1, bob);
    const names = await world.bank.owners.names([pat.akey, meg.akey]);
    expect(await faultOf(giveBack({ dues: [{ original }] }, meg.akey))).toBe(
      `bank.insufficient_funds: ${names.get(pat.akey)} is short of 10 L$; ${names.get(meg.akey)} is short of 1 L$`,
    );
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([11, 20, 69]);
  });

  it('is covered by who chooses to, and counts against the part that was covered', async () => {
    const { bob, pat, meg, original } = await sale();
    await pay(pat, 25, meg);
    await giveBack({ dues: [{ original, amount: 50n }], cover: await accountOf(meg) }, meg.akey);
    // Of Pat's 15 he had 5.
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([50, 0, 50]);
    const rows = await world.database.prisma.refund.findMany({ where: { originalId: original }, orderBy: { leg: 'asc' } });
    expect(rows.map(({ leg, amount }) => [leg, amount])).toEqual([
      [0, 15n],
      [1, 35n],
    ]);
    await pay(bob, 20, pat);
    expect(await faultOf(giveBack({ dues: [{ original, amount: 16n }], giver: pat.akey }, pat.akey))).toMatch(/: 15 is left/);
  });

  it('counts beside bank.refund of the same journal, at whatever moment', async () => {
    const { bob, pat, meg, original } = await sale();
    const payee = (n: number) => world.call('bank.refund', [[pat.login], pat.akey, original, n]);
    const attempts = [payee(10), giveBack({ dues: [{ original }] }, meg.akey), payee(10), giveBack({ dues: [{ original }] }, meg.akey)];
    await Promise.all(attempts.map(faultOf));
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([100, 0, 0]);
    expect(await faultOf(payee(1))).toMatch(/^bank\.refund_exceeded: 0 is left/);
  });

  it('finds the account that takes the place of one that was closed since', async () => {
    const { bob, meg, original } = await sale('purse');
    await world.call('bank.closeAccount', [[bob.login], bob.akey, 'purse']);
    await giveBack({ dues: [{ original }] }, meg.akey);
    expect(await balance(bob)).toBe(100);
  });

  it('is of several journals at once, each in its own part', async () => {
    const [first, second] = [await sale(), await sale()];
    await giveBack({ dues: [{ original: first.original, amount: 10n }, { original: second.original }] }, first.meg.akey);
    expect(await Promise.all([first.bob, first.pat, first.meg].map((who) => balance(who)))).toEqual([10, 27, 63]);
    expect(await Promise.all([second.bob, second.pat, second.meg].map((who) => balance(who)))).toEqual([100, 0, 0]);
  });

  it('many times at once gives back no more than was paid', async () => {
    const { bob, pat, meg, original } = await sale();
    const answers = await Promise.all(Array.from({ length: 6 }, () => faultOf(giveBack({ dues: [{ original, amount: 30n }] }, meg.akey))));
    expect(answers.filter((answer) => answer === 'no fault')).toHaveLength(3);
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([90, 3, 7]);
  });
});

describe('the audit', () => {
  const audit = () => world.call('operator.audit', [[world.operator]]);
  const problem = (text: RegExp) => ({ ok: false, problems: expect.arrayContaining([expect.stringMatching(text)]) });

  /** A sale of 100 of which 10 were given back, 3 by Pat. */
  async function givenBack() {
    const made = await sale();
    await giveBack({ dues: [{ original: made.original, amount: 10n }] }, made.meg.akey);
    const [row] = await world.database.prisma.refund.findMany({ where: { originalId: made.original } });
    return { ...made, journal: row?.journalId as string };
  }

  it.each([
    [
      'that moves more than it is linked to',
      'UPDATE refund SET amount = amount + $2 WHERE journal_id = $1 AND leg = 0',
      /is a refund of 11$/,
    ],
    [
      'that takes from one what another got',
      'UPDATE refund SET amount = amount + CASE leg WHEN 0 THEN -1 ELSE 1 END * $2 WHERE journal_id = $1',
      /gives back 3 and had got 2$/,
    ],
  ])('sees a refund of a deal %s', async (_name, harm, expected) => {
    const { journal } = await givenBack();
    await world.database.pool.query(harm, [journal, 1]);
    expect(await audit()).toMatchObject(problem(expected));
    await world.database.pool.query(harm, [journal, -1]);
  });

  it('sees one that is linked to what others had paid', async () => {
    const [{ journal, original }, { original: another }] = [await givenBack(), await sale()];
    const link = (to: string) => world.database.pool.query('UPDATE refund SET original_id = $2 WHERE journal_id = $1', [journal, to]);
    await link(another);
    expect(await audit()).toMatchObject(problem(/gets back 10 and had paid 0$/));
    await link(original);
  });
});

it('goes to whom what was paid for has been passed on to, in-world where they have no login', async () => {
  // The audit asks for the lease of each rent that is paid back. Here there is none, so this happens in a world of its own.
  const audited = world;
  world = await testWorld();
  try {
    const { bob, pat, meg, original } = await sale();
    const cyd = await somebody();
    await giveBack({ dues: [{ original, amount: 50n, to: cyd.akey }] }, meg.akey, 'rent_refund');
    const akey = await world.avatars.register({ name: `No Login ${people}`, password: null });
    await giveBack({ dues: [{ original, amount: 20n, to: akey }] }, meg.akey, 'rent_refund');
    expect(await Promise.all([bob, pat, meg, cyd].map((who) => balance(who)))).toEqual([0, 9, 21, 50]);
    const payouts = (await world.call('operator.listPayouts', [[world.operator]])) as { akey: string; amount: number }[];
    expect(payouts.filter((one) => one.akey === akey).map(({ amount }) => amount)).toEqual([6, 14]);
    // What Pat got stays with Pat.
    await giveBack({ dues: [{ original, to: pat.akey }] }, meg.akey, 'rent_refund');
    expect(await Promise.all([bob, pat, meg].map((who) => balance(who)))).toEqual([0, 30, 0]);
  } finally {
    await world.close();
    world = audited;
  }
});
