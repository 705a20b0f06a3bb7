import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

type Listed = { akey: string; balance: number };

let world: World;
let shop: Person;
let ann: Person;
let bob: Person;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  shop = await world.person(`Shop ${people}`, 100);
  ann = await world.person(`Ann ${people}`);
  bob = await world.person(`Bob ${people}`);
});
afterEach(() => world.check());
afterAll(() => world.close());

const give = (more: Record<string, unknown> = {}) =>
  world.call('vend.giveCredit', { capabilities: [shop.login], merchant: '', akey: ann.akey, amount: 30, ...more }) as Promise<string>;
const credits = (who: Person) => world.call('vend.credits', [[who.login]]);
const balance = (who: Person) => world.call('bank.accountBalance', [[who.login], who.akey, 'working']);
const notices = async (who: Person) =>
  ((await world.call('general.notifications', [[who.login]])) as { kind: string; text: string; reference: string }[]).map(
    ({ kind, text, reference }) => ({ kind, text, reference }),
  );
const grant = async (kind: 'vend.manage' | 'vend.read') =>
  (await world.capabilities.issue({ kind, sub: bob.akey, grantor: shop.akey, validForSecs: 600 })).token;

describe('giving credit', () => {
  it("is paid by the merchant's working account, is told, and is listed by both sides", async () => {
    const id = await give({ akey: `ann ${people}`, comment: 'sorry' });
    expect(await balance(shop)).toBe(70);
    expect(await credits(ann)).toEqual([{ merchant_akey: shop.akey, merchant_name: `Shop ${people}`, balance: 30, currency: 'L$' }]);
    expect(await world.call('vend.creditsGiven', [[shop.login]])).toEqual([
      { akey: ann.akey, name: `Ann ${people}`, balance: 30, currency: 'L$' },
    ]);
    expect(await notices(ann)).toEqual([
      { kind: 'store_credit', text: `Shop ${people} gave you 30 L$ of store credit: sorry`, reference: id },
    ]);
    const [line] = (await world.call('bank.transactions', [[shop.login], shop.akey, 'working'])) as object[];
    expect(line).toMatchObject({ type: 'store_credit', amount: -30, comment: 'sorry' });
    await give({ amount: 5 });
    expect(await credits(ann)).toMatchObject([{ balance: 35 }]);
    expect((await notices(ann))[0]?.text).toBe(`Shop ${people} gave you 5 L$ of store credit`);
    expect(((await world.call('bank.transactions', [[shop.login], shop.akey, 'working'])) as object[])[0]).toMatchObject({
      comment: `Store credit for Ann ${people}`,
    });
  });

  it('happens once for a request id, also when several ask at once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => give({ request_id: 'one' })));
    expect(new Set(ids).size).toBe(1);
    expect(await credits(ann)).toMatchObject([{ balance: 30 }]);
    expect(await notices(ann)).toHaveLength(1);
    expect(await faultOf(give({ request_id: 'one', amount: 31 }))).toMatch(/^bank\.request_conflict: /);
    expect(await faultOf(give({ request_id: 'one', akey: bob.akey }))).toMatch(/^bank\.request_conflict: /);
  });

  it.each([
    ['more than the merchant has', { amount: 101 }, 'bank.insufficient_funds'],
    ['nothing', { amount: 0 }, 'bank.invalid_amount'],
    ['less than nothing', { amount: -1 }, 'bank.invalid_amount'],
    ['part of a unit', { amount: 1.5 }, 'bank.invalid_amount'],
    ['to nobody', { akey: 'Nobody' }, 'general.unknown_avatar'],
    ['by nobody', { merchant: 'Nobody' }, 'general.unknown_avatar'],
    ['without a login', { capabilities: [] }, 'auth.capability_required'],
  ])('is refused: %s', async (_name, more, code) => {
    expect(await faultOf(give(more))).toMatch(new RegExp(`^${code.replace('.', '\\.')}: `));
    expect(await balance(shop)).toBe(100);
    expect(await credits(ann)).toEqual([]);
    expect(await world.vend.credits.account(shop.akey, ann.akey)).toBeUndefined();
  });

  it("is refused to the merchant themselves, and of what is not the caller's", async () => {
    expect(await faultOf(give({ akey: shop.akey }))).toMatch(/^vend\.own_credit: /);
    expect(await faultOf(give({ capabilities: [bob.login], merchant: shop.akey }))).toMatch(/^auth\.forbidden: /);
    const reading = await grant('vend.read');
    expect(await faultOf(give({ capabilities: [bob.login, reading], merchant: shop.akey }))).toMatch(/^auth\.forbidden: /);
    expect(await credits(ann)).toEqual([]);
  });

  it('is open to who has a vend.manage grant', async () => {
    const managing = await grant('vend.manage');
    await give({ capabilities: [bob.login, managing], merchant: shop.akey, akey: bob.akey });
    expect(await credits(bob)).toMatchObject([{ merchant_akey: shop.akey, balance: 30 }]);
    await world.call('general.revokeCapability', [[shop.login], managing]);
    expect(await faultOf(give({ capabilities: [bob.login, managing], merchant: shop.akey }))).toMatch(/^auth\.capability_revoked: /);
  });
});

describe('a retry of a gift', () => {
  const balances = async () => [await balance(shop), (await world.vend.credits.balance(shop.akey, ann.akey)) as bigint];

  it('gets the first answer when the grant is gone, and a new gift does not', async () => {
    const managing = await grant('vend.manage');
    const gift = { capabilities: [bob.login, managing], merchant: shop.akey, request_id: 'one' };
    const first = await give(gift);
    await world.call('general.revokeCapability', [[shop.login], managing]);
    expect(await give(gift)).toBe(first);
    expect(await give({ ...gift, capabilities: [bob.login] })).toBe(first);
    for (const more of [{ amount: 31 }, { akey: shop.akey }, { request_id: 'two' }, { request_id: '' }, { merchant: 'Nobody' }]) {
      expect(await faultOf(give({ ...gift, ...more }))).toMatch(/^(auth\.capability_revoked|general\.unknown_avatar): /);
    }
    expect(await faultOf(give({ ...gift, capabilities: [ann.login] }))).toMatch(/^auth\.forbidden: /);
    expect(await balances()).toEqual([70, 30n]);
  });

  it('is one whichever of its logins may give now', async () => {
    const managing = await grant('vend.manage');
    const gift = { merchant: shop.akey, request_id: 'one' };
    const first = await give({ ...gift, capabilities: [bob.login, managing] });
    expect(await give({ ...gift, capabilities: [shop.login, bob.login] })).toBe(first);
    expect(await balances()).toEqual([70, 30n]);
  });
});

it('lists credit page by page', async () => {
  const holders = await Promise.all(Array.from({ length: 5 }, (_, index) => world.person(`Holder ${people} ${index}`)));
  for (const { akey } of holders) await give({ akey, amount: 1 });
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const page = (await world.call('vend.creditsGiven', [[shop.login], shop.akey, after, 2])) as Listed[];
    seen.push(...page.map(({ akey }) => akey));
    if (page.length < 2) break;
    after = page.at(-1)?.akey ?? '';
  }
  expect(seen).toEqual(holders.map(({ akey }) => akey).sort());
  const [managing, reading] = await Promise.all([grant('vend.manage'), grant('vend.read')]);
  expect(await world.call('vend.creditsGiven', [[bob.login, managing], shop.akey])).toHaveLength(5);
  expect(await faultOf(world.call('vend.creditsGiven', [[bob.login, reading], shop.akey]))).toMatch(/^auth\.forbidden: /);
  expect(await faultOf(world.call('vend.creditsGiven', [[bob.login], shop.akey]))).toMatch(/^auth\.forbidden: /);
  expect(await faultOf(world.call('vend.credits', [[ann.login], 'somebody']))).toMatch(/^invalid_params: after /);
  expect(await world.call('vend.credits', [[holders[0]?.login], shop.akey])).toEqual([]);
});

it('credit can be neither paid out nor found as an account by its holder', async () => {
  await give();
  const owner = (await world.vend.credits.account(shop.akey, ann.akey))?.owner;
  const list = await world.call('bank.accountList', [[ann.login], ann.akey]);
  expect(JSON.stringify(list)).not.toContain('credit');
  const pay = world.call('bank.pay', [[ann.login], 10, owner, 'credit', ann.akey, 'working', '']);
  expect(await faultOf(pay)).toMatch(/^auth\.forbidden: /);
});

it('what is on the books is what was given less what was used, whatever happens in whichever order', async () => {
  const merchants = await Promise.all([0, 1].map((index) => world.person(`Merchant ${people} ${index}`, 200)));
  const holders = [ann, bob, shop];
  const step = fc.record({ merchant: fc.nat(1), holder: fc.nat(2), amount: fc.integer({ min: 1, max: 60 }), use: fc.boolean() });
  const owed = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      await Promise.all(
        steps.map(async ({ merchant, holder, amount, use }) => {
          const [from, to] = [merchants[merchant] as Person, holders[holder] as Person];
          const done = await (use ? spend(from, to, amount) : give({ capabilities: [from.login], akey: to.akey, amount })).then(
            () => true,
            (error: unknown) => {
              expect(error).toMatchObject({ spec: { code: 'bank.insufficient_funds' } });
              return false;
            },
          );
          const key = `${from.akey} ${to.akey}`;
          if (done) owed.set(key, (owed.get(key) ?? 0) + (use ? -amount : amount));
        }),
      );
      for (const { akey: merchant } of merchants) {
        for (const { akey: holder } of holders) {
          expect(await world.vend.credits.balance(merchant, holder)).toBe(BigInt(owed.get(`${merchant} ${holder}`) ?? 0));
        }
      }
      await world.check();
    }),
    { numRuns: 15 },
  );
});

/** As a purchase does. */
async function spend(merchant: Person, holder: Person, amount: number): Promise<void> {
  const account = await world.vend.credits.open(merchant.akey, holder.akey);
  const prepared = await world.bank.charges.prepare({
    principal: holder.akey,
    requestId: '',
    kind: 'sale',
    payer: holder.akey,
    from: [{ account, amount: BigInt(amount) }],
    to: [{ payee: { key: merchant.akey, account: '', mayChoose: false }, amount: BigInt(amount) }],
    requestHash: merchant.akey,
    comment: '',
    notify: false,
  });
  await world.database.transaction((client) => world.bank.deals.pay(client, prepared));
}
