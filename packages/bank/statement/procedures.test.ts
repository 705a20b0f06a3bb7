import { NIL_UUID } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { accountId } from '../ledger/ids.ts';

interface Line {
  readonly transaction_id: string;
  readonly time: Date;
  readonly amount: number;
  readonly balance: number;
  readonly other_akey: string;
  readonly other_name: string;
  readonly comment: string;
}

let world: World;
let ann: Person;
let bob: Person;
let cyd: Person;

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 1_000);
  bob = await world.person('Bob Best', 100);
  cyd = await world.person('Cyd Cole');
  await pay(ann, bob, 10, 'The red chair');
  await pay(ann, cyd, 20, 'the blue CHAIR, =no formula');
  await pay(ann, bob, 30, '=1+1');
});
afterEach(() => world.check());
afterAll(() => world.close());

const pay = (from: Person, to: Person, amount: number, comment: string) =>
  world.call('bank.pay', [[from.login], amount, from.akey, 'working', to.akey, 'working', comment, 0]);
const list = async (who: Person, ...more: unknown[]) =>
  (await world.call('bank.transactions', [[who.login], who.akey, 'working', ...more])) as Line[];
const comments = async (...more: unknown[]) => (await list(ann, 0, -1, ...more)).map((line) => line.comment);

describe('bank.transactions', () => {
  it('searches comments and counterparties, by position and by name', async () => {
    expect(await comments('', '', 'chair')).toEqual(['the blue CHAIR, =no formula', 'The red chair']);
    expect(await comments('', '', 'CHAIR the red')).toEqual(['The red chair']);
    expect(await comments('', '', 'cha')).toEqual([]);
    expect(await comments('', '', '', bob.akey)).toEqual(['=1+1', 'The red chair']);
    expect(await comments('', '', 'chair', 'bob BEST')).toEqual(['The red chair']);
    expect(await comments('', '', '', NIL_UUID)).toEqual(['start']);
    const byName = { capabilities: [ann.login], akey: ann.akey, account_name: 'working', text: 'chair', limit: 1, offset: 1 };
    expect(await world.call('bank.transactions', byName)).toMatchObject([{ comment: 'The red chair', amount: -10, balance: 990 }]);
    expect(await list(ann, 0, 0, '', '', 'chair')).toEqual([]);
  });

  it('takes times as they come out, both ends included', async () => {
    const all = await list(ann, 0, -1);
    const second = (time: Date) => `${time.toISOString().slice(0, 19)}Z`;
    const [first, last] = [second(all.at(-1)?.time as Date), second(all[0]?.time as Date)];
    expect(await list(ann, 0, -1, first, last)).toEqual(all);
    expect(await comments('1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z')).toHaveLength(4);
    expect(await comments('0000-01-01T00:00:00Z')).toHaveLength(4);
    expect(await comments('2100-01-01T00:00:00Z')).toEqual([]);
    expect(await comments('', '20061023T03:08:00')).toEqual([]);
    expect(await comments(last, '2006-10-23T03:08:00Z', 'chair')).toEqual([]);
  });

  it.each([
    [['yesterday'], 'invalid_params: from_time is "yesterday"'],
    [['', 5], 'invalid_params: to_time is 5'],
    [['', '', '…!'], 'invalid_params: text is "…!"; a word of letters or digits is needed'],
    [['', '', 'x'.repeat(257)], 'invalid_params: text has 257 characters'],
    [['', '', '', 'Nobody Known'], 'general.unknown_avatar: '],
  ])('refuses %j', async (more, fault) => {
    expect(await faultOf(list(ann, 0, 10, ...more))).toContain(fault);
  });

  it('calls a group by its name', async () => {
    const name = 'Chair Makers';
    await world.call('general.createGroup', [[bob.login], name]);
    const group = await world.groups.get(name, bob.akey);
    const till = { id: accountId(group.gkey, 'till'), owner: group.gkey, name: 'till', currency: 'L$', publicDeposit: true };
    await world.database.prisma.account.create({ data: till });
    await world.call('bank.pay', [[cyd.login], 5, cyd.akey, 'working', group.gkey, 'till', 'for the till', 0]);
    expect(await list(cyd, 0, 1, '', '', '', group.gkey)).toMatchObject([
      { other_akey: group.gkey, other_name: name, comment: 'for the till' },
    ]);
  });
});

describe('bank.balanceAt', () => {
  const balanceAt = (who: Person, time: unknown) => world.call('bank.balanceAt', [[who.login], who.akey, 'working', time]);

  it('tells what was there after the last transaction of that second', async () => {
    const [newest] = await list(ann, 0, 1);
    expect(await balanceAt(ann, newest?.time)).toBe(940);
    expect(await balanceAt(ann, '9999-12-31T23:59:59Z')).toBe(940);
    expect(await balanceAt(ann, '2006-10-23T03:08:00Z')).toBe(0);
    expect(await faultOf(balanceAt(ann, ''))).toMatch(/^invalid_params: time is ""/);
  });
});

describe('bank.exportTransactions', () => {
  it('writes the history as CSV, oldest first and page by page', async () => {
    const text = (await world.call('bank.exportTransactions', [[ann.login], ann.akey, 'working'])) as string;
    const all = (await list(ann, 0, -1)).toReversed();
    const row = ({ transaction_id, time, other_akey, other_name }: Line) => [
      `${transaction_id},${time.toISOString().slice(0, 19).replace('T', ' ')}Z`,
      `${other_akey},${other_name}`,
    ];
    const [[start, mint], [red, toBob], [blue, toCyd], [formula, again]] = all.map(row) as [string, string][] as [
      [string, string],
      [string, string],
      [string, string],
      [string, string],
    ];
    expect(text.split('\r\n')).toEqual([
      'transaction_id,time,type,amount,balance,other_akey,other_name,comment',
      `${start},mint,1000,1000,${mint},start`,
      `${red},pay,-10,990,${toBob},The red chair`,
      `${blue},pay,-20,970,${toCyd},"the blue CHAIR, =no formula"`,
      `${formula},pay,-30,940,${again},'=1+1`,
      '',
    ]);
    const page = (offset: number, limit: number) =>
      world.call('bank.exportTransactions', [[ann.login], ann.akey, 'working', '', '', offset, limit]) as Promise<string>;
    const [header, ...rows] = text.split('\r\n');
    expect(await page(1, 2)).toBe([header, rows[1], rows[2], ''].join('\r\n'));
    expect(await page(4, 10)).toBe(`${header}\r\n`);
    const past = [[ann.login], ann.akey, 'working', '', '2006-10-23T03:08:00Z'];
    expect(await world.call('bank.exportTransactions', past)).toBe(`${header}\r\n`);
  });
});

describe('who may see statements', () => {
  const ways: [method: string, more: unknown[]][] = [
    ['bank.transactions', [0, 10, '', '', 'chair']],
    ['bank.balanceAt', ['2030-01-01T00:00:00Z']],
    ['bank.exportTransactions', []],
  ];

  it.each(ways)('%s: the owner, and who holds a grant that reaches the account', async (method, more) => {
    const ask = (capabilities: unknown[], account = 'working') => faultOf(world.call(method, [capabilities, ann.akey, account, ...more]));
    expect(await ask([ann.login])).toBe('no fault');
    expect(await ask([bob.login])).toMatch(/^auth\.forbidden: /);
    expect(await ask([])).toMatch(/^auth\.capability_required: /);
    expect(await ask([ann.login], 'nowhere')).toMatch(/^bank\.unknown_account: /);
    const read = (await world.call('bank.grantAllAccountsReadCapability', [[ann.login], bob.akey, 60])) as string;
    expect(await ask([bob.login, read])).toBe('no fault');
    const { token: elsewhere } = await world.capabilities.narrow(read, { accounts: ['savings'] });
    expect(await ask([bob.login, elsewhere])).toMatch(/^auth\.forbidden: .*working/);
    const { token: here } = await world.capabilities.narrow(read, { accounts: ['Working'] });
    expect(await ask([bob.login, here])).toBe('no fault');
    await world.call('general.revokeCapability', [[ann.login], read]);
    expect(await ask([bob.login, here])).toMatch(/^auth\./);
  });
});

describe('a page behind a transaction with several lines', () => {
  it('has to be told how many of them came', async () => {
    const dee = await world.person('Dee Dent', 100);
    const payees = ['', 'working'].map((account_name, at) => ({ akey: bob.akey, account_name, share: at + 1 }));
    await world.call('bank.paySplit', [[dee.login], 3, dee.akey, 'working', payees, 'twice']);
    const all = (await list(dee)) as (Line & { transaction_id: string })[];
    const id = all[0]?.transaction_id ?? '';
    const after = (place: string) => list(dee, 0, 100, '', '', '', '', place);
    expect(all.map(({ transaction_id }) => transaction_id === id)).toEqual([true, true, false]);
    await expect(after(id)).rejects.toThrow(/has 2 lines in this list; say how many of them came/);
    expect([await after(`${id}/1`), await after(`${id}/2`)]).toEqual([all.slice(1), all.slice(2)]);
    expect(await after(all[2]?.transaction_id ?? '')).toEqual([]);
    await expect(after(`${id}/3`)).rejects.toThrow(/which is not in this list/);
    await expect(after('page 2')).rejects.toThrow(/an id from the list is needed/);
  });
});
