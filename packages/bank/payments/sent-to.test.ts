import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

interface Part {
  readonly to_account_name: string;
  readonly sent_to_account_name: string;
}

let world: World;
let [ann, bob, cyd] = [] as unknown as [Person, Person, Person];
let crew: string;

beforeAll(async () => {
  world = await testWorld();
  [ann, bob, cyd] = [await world.person('Ann', 1_000), await world.person('Bob'), await world.person('Cyd')];
  await world.call('operator.addCurrency', [[world.operator], 'SENT', 0]);
  await world.call('bank.openAccount', [[ann.login], 'foreign', 'SENT']);
  await world.call('operator.mint', [[world.operator], ann.akey, 'foreign', 100, '']);
  await world.call('bank.openAccount', [[bob.login], 'Shop']);
  await world.call('bank.openAccount', [[bob.login], 'private']);
  await world.call('bank.setDeposit', [[bob.login], bob.akey, 'Shop', 1]);
  crew = (await world.groups.create(bob.akey, 'Crew')).gkey;
  await world.groups.add(crew, cyd.akey, { percent: 50, officer: false });
});
afterEach(() => world.check());
afterAll(() => world.close());

const pay = (to: string, payee = bob.akey, from = 'working', notify = 0) =>
  world.call('bank.pay', [[ann.login], 4, ann.akey, from, payee, to, 'thanks', notify]) as Promise<string>;
const parts = async (id: string, who = ann) =>
  ((await world.call('bank.transaction', [[who.login], who.akey, id])) as { parts: Part[] }).parts.map(
    ({ sent_to_account_name, to_account_name }) => [sent_to_account_name, to_account_name],
  );
const rows = () => world.database.prisma.sentTo.count();

describe('the account that a payer wrote', () => {
  it.each([
    ['wroking', 'working'],
    ['private', 'working'],
    ['shop', 'Shop'],
    ['Shop', 'Shop'],
    ['working', 'working'],
    ['avatar', 'avatar'],
  ])('%s is told beside %s, which got it, to payer and payee', async (written, got) => {
    const before = await rows();
    const id = await pay(written);
    expect(await parts(id)).toEqual([[written, got]]);
    if (got !== 'avatar') expect(await parts(id, bob)).toEqual([[written, got]]);
    expect((await rows()) - before).toBe(written === got ? 0 : 1);
  });

  it('is the usual one where nothing was written', async () => {
    const before = await rows();
    expect(await parts(await pay(''))).toEqual([['working', 'working']]);
    expect(await rows()).toBe(before);
  });

  it('is told of each member of a group, and of who is handed it in-world', async () => {
    expect(await parts(await pay('till', crew))).toEqual([
      ['till', 'working'],
      ['till', 'working'],
    ]);
    const stranger = await world.avatars.register({ name: 'Sent To Nobody', password: null });
    expect(await parts(await pay('savings', stranger))).toEqual([['savings', 'avatar']]);
  });

  it('is kept once, as it was written first', async () => {
    const again = (to: string) =>
      world.call('bank.pay', [[ann.login], 1, ann.akey, 'working', bob.akey, to, '', 0, 'sent once']) as Promise<string>;
    const id = await again('Wroking');
    expect(await again('wroking')).toBe(id);
    expect(await parts(id)).toEqual([['Wroking', 'working']]);
  });

  it('is told of splits, of holds and of what is posted of them, and of standing orders', async () => {
    const split = [{ akey: bob.akey, account_name: 'typo', share: 1 }];
    const { transaction_id } = (await world.call('bank.paySplit', [[ann.login], 4, ann.akey, 'working', split, ''])) as {
      transaction_id: string;
    };
    expect(await parts(transaction_id)).toEqual([['typo', 'working']]);
    const hold = (await world.call('bank.hold', [[ann.login], 4, ann.akey, 'working', bob.akey, 'tpyo', ''])) as string;
    expect(await parts(hold)).toEqual([['tpyo', 'working']]);
    const posted = (await world.call('bank.postHold', [[bob.login], hold, 3])) as string;
    expect(await parts(posted, bob)).toEqual([['tpyo', 'working']]);
    await world.call('bank.createStandingOrder', [[ann.login], 4, 'working', bob.akey, 'tyop', 7]);
    await world.bank.standingOrders.due.pay();
    const [last] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working', 0, 1])) as { transaction_id: string }[];
    expect(await parts(last?.transaction_id ?? '')).toEqual([['tyop', 'working']]);
  });
});

describe('a notification of a payment', () => {
  it('tells where the money is, if that is not where it was sent', async () => {
    const texts = async () => ((await world.call('general.notifications', [[bob.login]])) as { text: string }[]).map(({ text }) => text);
    for (const to of ['wroking', 'WORKING', 'shop', '']) await pay(to, bob.akey, 'working', 1);
    const plain = 'Ann paid you 4 L$: thanks';
    expect((await texts()).sort()).toEqual(['Ann paid you 4 L$ (sent to "wroking", paid into working): thanks', plain, plain, plain]);
  });
});

describe('bank.currency_mismatch', () => {
  it('says when the money would have gone to an account that nobody named', async () => {
    expect(await faultOf(pay('shops', bob.akey, 'foreign'))).toBe(
      'bank.currency_mismatch: one account is in SENT, the other in L$; the payee has no account "shops" that takes this payment, so it would go to working',
    );
    expect(await faultOf(pay('working', bob.akey, 'foreign'))).toBe('bank.currency_mismatch: one account is in SENT, the other in L$');
  });
});
