import type { Uuid } from '@scrip/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { Shop, WEEK } from '../leasing/testkit.ts';

let world: World;
/** A manager, a member of the income group, and who rents. */
let [mia, ivo, fay] = [] as unknown as [Person, Person, Person];
/** Where money goes that is spent. */
let dan: Person;
/** The owner's 35 of the rent, Mia's 21 and Ivo's 14. */
let halves: Percentages;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  dan = await world.person('Dan Else');
});
beforeEach(async () => {
  people += 1;
  mia = await world.person(`Mia ${people}`);
  ivo = await world.person(`Ivo ${people}`);
  fay = await world.person(`Fay ${people}`, 1_000);
  halves = [
    [mia.akey, 30],
    [ivo.akey, 20],
  ];
});
afterAll(async () => {
  await world.check();
  await world.close();
});

type Percentages = readonly (readonly [akey: Uuid, percent: number])[];

/** The rent is 70, shared by the owner and the others of the group. */
async function sharing(others: Percentages, owner: number, refundPercent = 100): Promise<Shop> {
  const shop = await Shop.open(world, {});
  const { gkey } = await world.groups.create(shop.owner.akey, 'Till');
  await world.groups.addAll(gkey, new Map([[shop.owner.akey, owner], ...others]));
  await world.lease.locations.update(shop.location, shop.owner.akey, { incomeGroup: gkey, refundPercent }, '');
  return shop;
}

const terminate = (shop: Shop, who: Person, params: Record<string, unknown> = {}) =>
  shop.call('terminate', who, params) as Promise<{ amount: number; transaction_id: string }>;
const manager = (shop: Shop, { akey }: Person) => world.lease.managers.set(shop.location, shop.owner.akey, akey, ['see', 'leases']);
const spend = (who: Person, amount: number) => world.call('bank.pay', [[who.login], amount, who.akey, 'working', dan.akey, '', '']);
const balances = (shop: Shop) => Promise.all([shop.owner, mia, ivo, fay].map((who) => shop.balance(who)));

describe('what the income group got of a rent', () => {
  it('gains a manager in it and their friend nothing, however often the friend rents and the manager ends it', async () => {
    const shop = await sharing([[mia.akey, 33.3333]], 66.6667, 0);
    await manager(shop, mia);
    await world.lease.units.update(shop.location, await shop.unit(), shop.owner.akey, { rate: 5_000 });
    await world.call('operator.mint', [[world.operator], fay.akey, 'working', 19_500, 'start']);
    for (let round = 1; round <= 12; round++) {
      expect(await shop.rent(fay, 4 * WEEK)).toMatchObject({ amount: 20_000 });
      expect(await terminate(shop, mia)).toMatchObject({ amount: 19_999 });
    }
    // A unit of each rent is kept, by who draws it: the friend is short of it in any case.
    const [ofOwner = 0, ofMia = 0, ...others] = await balances(shop);
    expect([ofOwner + ofMia, ...others]).toEqual([12, 0, 20_500 - 12]);
  });

  it('comes back from each member by what they got, who are told', async () => {
    const shop = await sharing(halves, 50);
    await shop.rent(fay, WEEK);
    expect(await balances(shop)).toEqual([35, 21, 14, 930]);
    await shop.pass(WEEK / 2);
    expect(await terminate(shop, shop.owner)).toMatchObject({ amount: 34 });
    // Of 34 it is 17, 10.2 and 6.8.
    const [ofOwner, ofMia = 0, ofIvo = 0, ofFay] = await balances(shop);
    expect([ofOwner, ofMia + ofIvo, ofFay]).toEqual([18, 18, 964]);
    expect([7, 8]).toContain(ofIvo);
    expect((await shop.notices(ivo))[0]).toBe(`${14 - ofIvo} L$ of what you got for Shop #1 at Shops went back: the lease was ended`);
    const told = (await world.call('general.notifications', [[fay.login]])) as { kind: string; text: string }[];
    const texts = told.filter(({ kind }) => kind === 'payment').map(({ text }) => text);
    expect(texts).toEqual(['34 L$ came back to you of what was paid for Shop #1 at Shops']);
  });

  it('is asked for of nobody else: nothing moves while one of them is short, and each is named', async () => {
    const shop = await sharing(halves, 50);
    await manager(shop, mia);
    await shop.rent(fay, WEEK);
    await spend(mia, 20);
    await spend(ivo, 14);
    await shop.pass(1);
    const before = await balances(shop);
    const preview = (await shop.call('refundPreview', fay)) as { sides: { name: string }[] };
    expect(preview).toMatchObject({ amount: 69, missing: expect.toBeOneOf([33, 34]), payees: [{ akey: fay.akey, amount: 69 }] });
    expect(preview.sides).toHaveLength(3);
    expect(preview.sides).toEqual(
      expect.arrayContaining([
        { akey: shop.owner.akey, name: expect.any(String), amount: expect.any(Number), missing: 0, on_its_way: false },
        {
          akey: mia.akey,
          name: `Mia ${people}`,
          amount: expect.toSatisfy((amount: number) => amount >= 20),
          missing: expect.any(Number),
          on_its_way: false,
        },
        { akey: ivo.akey, name: `Ivo ${people}`, amount: expect.any(Number), missing: expect.any(Number), on_its_way: false },
      ]),
    );
    for (const who of [fay, mia, shop.owner]) {
      const refusal = await faultOf(terminate(shop, who));
      expect(refusal).toMatch(/^lease\.refund_not_funded: /);
      expect(refusal).toMatch(/Mia \d+ is short of (19|20) L\$/);
      expect(refusal).toMatch(/Ivo \d+ is short of (13|14) L\$/);
    }
    expect(await balances(shop)).toEqual(before);
    expect(await shop.mine(fay)).toHaveLength(1);
    expect(await terminate(shop, fay, { refund: 0 })).toMatchObject({ amount: 0 });
  });

  it("is paid by the owner where they choose to, and by nobody else's choice", async () => {
    const shop = await sharing(halves, 50);
    await manager(shop, mia);
    const grant = await world.call('lease.grantManageCapability', [[shop.owner.login], ivo.akey, 60]);
    await shop.rent(fay, WEEK);
    await spend(ivo, 14);
    await shop.pass(1);
    for (const [who, capabilities] of [
      [fay, [fay.login]],
      [mia, [mia.login]],
      [ivo, [ivo.login, grant]],
    ] as const) {
      expect(await codeOf(terminate(shop, who, { cover: 1, capabilities }))).toBe('auth.forbidden');
    }
    await world.call('operator.mint', [[world.operator], shop.owner.akey, 'working', 20, 'to cover it']);
    const request = { cover: 1, request_id: 'covered' };
    const ended = await terminate(shop, shop.owner, request);
    expect(ended).toMatchObject({ amount: 69 });
    expect(await terminate(shop, shop.owner, request)).toEqual(ended);
    expect(await codeOf(terminate(shop, shop.owner, { request_id: 'covered' }))).toBe('bank.request_conflict');
    const [owner, member, , lessee] = await balances(shop);
    expect(lessee).toBe(999);
    // Of 70 one was not refunded, and Ivo kept 14.
    expect((owner ?? 0) + (member ?? 0)).toBe(20 + 70 - 69 - 14);
    expect(member).toBeLessThanOrEqual(1);
  });

  it('stays with a member who rents, or whom the lease was passed on to', async () => {
    const shop = await sharing([[fay.akey, 40]], 60);
    await shop.rent(fay, WEEK);
    expect(await balances(shop)).toEqual([42, 0, 0, 958]);
    await shop.pass(1);
    expect(await terminate(shop, fay)).toMatchObject({ amount: 41 });
    expect(await balances(shop)).toEqual([1, 0, 0, 999]);
    const passedOn = await sharing([[mia.akey, 40]], 60);
    await passedOn.rent(fay, WEEK);
    await passedOn.call('transfer', fay, { to_akey: mia.akey });
    await passedOn.pass(1);
    // Of the 69 that go back the owner's part is 41.4.
    const { amount } = (await passedOn.call('refundPreview', mia)) as { amount: number };
    expect([41, 42]).toContain(amount);
    expect(await terminate(passedOn, mia)).toMatchObject({ amount });
    expect(await balances(passedOn)).toEqual([42 - amount, 28 + amount, 0, 929]);
  });
});

describe('what was paid in-world', () => {
  it("can be covered once it was handed over, waits until then, and is nobody's to pay back where it failed", async () => {
    const ghost = await world.avatars.register({ name: `Gus ${people}`, password: null });
    const shop = await sharing([[ghost, 50]], 50);
    for (const outcome of ['operator.confirmPayout', 'operator.failPayout']) {
      const [before, { transaction_id }] = [await balances(shop), await shop.rent(fay, WEEK)];
      await shop.pass(1);
      const waiting = /^lease\.refund_not_funded: Gus \d+ is short of 3[45] L\$, which waits to be handed over in-world$/;
      expect(await faultOf(terminate(shop, shop.owner, { cover: 1 }))).toMatch(waiting);
      await world.call(outcome, [[world.operator], transaction_id, 1]);
      if (outcome === 'operator.failPayout') {
        expect(await terminate(shop, fay)).toMatchObject({ amount: 34 });
        expect(await balances(shop)).toEqual([(before[0] ?? 0) + 1, 0, 0, (before[3] ?? 0) - 1]);
      } else {
        expect(await codeOf(terminate(shop, fay))).toBe('lease.refund_not_funded');
        await world.call('operator.mint', [[world.operator], shop.owner.akey, 'working', 34, 'to cover it']);
        expect(await terminate(shop, shop.owner, { cover: 1 })).toMatchObject({ amount: 69 });
        expect((await balances(shop))[3]).toBe((before[3] ?? 0) - 1);
      }
    }
  });
});

describe('a lease that was extended in small pieces', () => {
  it('comes back by one transfer of each who gives, and gains nobody anything', async () => {
    const shop = await sharing(halves, 50);
    await shop.rent(fay, WEEK);
    for (let piece = 0; piece < 40; piece++) await shop.extend(fay, 3_601);
    await shop.pass(1);
    const [before, { transaction_id, amount }] = [await balances(shop), await terminate(shop, shop.owner)];
    const { rows } = await world.database.pool.query('SELECT count(*)::int AS entries FROM entry WHERE journal_id = $1', [transaction_id]);
    expect(rows).toEqual([{ entries: 6 }]);
    // A piece costs 0.417 and at least 1.
    expect(before).toEqual([expect.any(Number), expect.any(Number), expect.any(Number), 1_000 - 70 - 40]);
    expect(amount).toBe(70 + 40 - 1);
    expect((await balances(shop)).reduce((sum, balance) => sum + balance, 0)).toBe(1_000);
  });
});

describe('two who end a lease at once', () => {
  it('are asked for it once, whoever spends it meanwhile', async () => {
    const shop = await sharing(halves, 50);
    await manager(shop, mia);
    await shop.rent(fay, WEEK);
    await shop.pass(1);
    const attempts = [fay, mia, shop.owner].map((who) => codeOf(terminate(shop, who)));
    const codes = await Promise.all([...attempts, codeOf(spend(ivo, 1))]);
    const ended = codes.slice(0, 3).filter((code) => code === 'no fault').length;
    expect(ended).toBe((await shop.mine(fay)).length === 0 ? 1 : 0);
    expect((await balances(shop)).reduce((sum, balance) => sum + balance, 0)).toBe(codes[3] === 'no fault' ? 999 : 1_000);
  });
});
