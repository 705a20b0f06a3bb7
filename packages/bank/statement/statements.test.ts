import { newId, type Uuid, wordsOf } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../../test/testkit/database.ts';
import type { Account } from '../accounts/model.ts';
import type { Wanted } from './model.ts';
import { BlockBuilder } from './search/blocks.ts';
import { BLOCK, BlockStore } from './search/store.ts';
import { termsOf } from './search/words.ts';
import { Statements } from './statements.ts';
import { accountWith, addLines, longAccount, type MadeLine, secondOf } from './testkit.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let statements: Statements;
const other: Uuid = newId();

beforeAll(async () => {
  database = await testDatabase();
  statements = new Statements(database);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => database.drop());

const ALWAYS = { from: undefined, to: undefined };
const wants = (text: string, counterparty?: Uuid): Wanted => ({ words: wordsOf(text), counterparty });
const find = async (account: Account, text: string, offset = 0, limit = 100) =>
  (await statements.newestFirst(account, ALWAYS, wants(text), { offset, limit })).map((line) => Number(line.balance));

/** What callers do on `busy`: ask again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Fault) || error.spec.code !== 'busy') throw error;
    }
  }
}

describe('the statements of an account of 140,000 entries', { timeout: 60_000 }, () => {
  const ENTRIES = 140_000;
  let account: Account;
  beforeAll(async () => {
    account = await longAccount(database, ENTRIES, other);
    await database.pool.query(`INSERT INTO account (id, owner, name, currency)
      SELECT gen_random_uuid(), gen_random_uuid(), 'working', 'L$' FROM generate_series(1, 5000)`);
  });

  const questions: [what: string, ask: () => Promise<unknown>][] = [
    ['the newest page', () => statements.newestFirst(account, ALWAYS, wants(''), { offset: 0, limit: 100 })],
    ['the oldest page', () => statements.newestFirst(account, ALWAYS, wants(''), { offset: ENTRIES - 1_000, limit: 1_000 })],
    [
      'a page of a time',
      () => statements.newestFirst(account, { from: secondOf(500), to: secondOf(60_000) }, wants(''), { offset: 7, limit: 100 }),
    ],
    ['an export', () => statements.oldestFirst(account, { from: secondOf(500), to: undefined }, { offset: 0, limit: 1_000 })],
    ['a balance', () => statements.balanceAt(account, secondOf(33_333))],
    ['a word that is rare', () => statements.newestFirst(account, ALWAYS, wants('rare'), { offset: 0, limit: 100 })],
    ['a word that is everywhere', () => statements.newestFirst(account, ALWAYS, wants('sale'), { offset: 20_000, limit: 100 })],
    ['a counterparty', () => statements.newestFirst(account, ALWAYS, wants('', other), { offset: 3_000, limit: 100 })],
    [
      'both in a time',
      () => statements.newestFirst(account, { from: secondOf(20), to: secondOf(70_000) }, wants('rare', other), { offset: 0, limit: 100 }),
    ],
  ];

  it.each(['before', 'after'])('never read a table whole, %s the planner knows the tables', async (when) => {
    if (when === 'after') await database.pool.query('ANALYZE entry, journal, account, statement_block');
    const calls = vi.spyOn(database.pool, 'query');
    for (const [, ask] of questions) await patiently(ask);
    const asked = calls.mock.calls.map(([query]) => query as unknown as pg.QueryConfig);
    calls.mockRestore();
    expect(new Set(asked.map(({ name }) => name))).toEqual(
      new Set([
        'bank-earlier',
        'bank-statement',
        'bank-balance-after',
        'bank-blocks',
        'bank-find-blocks',
        ...(when === 'before' ? ['bank-block-content', 'bank-add-blocks'] : []),
      ]),
    );
    const names = asked.map(({ name }) => name);
    // Blocks are made a hundred times in the same way.
    const differing = asked.filter(({ name }, index) => !/block-content|add-blocks/.test(name ?? '') || names.indexOf(name) === index);
    // Whether the planner knows the values of the parameters or has to plan for any.
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      for (const query of differing) {
        const plan = await planOf(query, mode);
        expect(plan).not.toMatch(/Seq Scan on (entry|journal|statement_block|account)/);
        // Nor all entries of the account, by its part of the key.
        expect(plan).not.toMatch(/ on entry\b.*\n *Index Cond: (?!.*seq)/);
      }
    }
  });

  async function planOf({ text, values = [] }: pg.QueryConfig, mode: string): Promise<string> {
    const client = await database.pool.connect();
    try {
      await client.query(`SET plan_cache_mode = ${mode}`);
      await client.query(`PREPARE question AS ${text}`);
      const given = values.map((value) =>
        value === null ? 'NULL' : pg.escapeLiteral(value instanceof Date ? value.toISOString() : `${value}`),
      );
      const { rows } = await client.query(`EXPLAIN EXECUTE question (${given.join(', ')})`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      client.release(true);
    }
  }

  it('find each line by its number', async () => {
    for (const number of [1, BLOCK, BLOCK + 1, 50_000, ENTRIES - 600, ENTRIES]) {
      expect(await find(account, `SALE: ${number}`)).toEqual([number]);
      expect(await statements.balanceAt(account, secondOf(number))).toBe(BigInt(number));
    }
  });

  it('find a rare word as deep as it goes', async () => {
    const all = Array.from({ length: 28 }, (_, at) => (27 - at) * 5_000 + 77);
    expect(await find(account, 'RARE')).toEqual(all);
    expect(await find(account, 'rare', 15, 3)).toEqual(all.slice(15, 18));
    expect(await find(account, 'rare', 28, 3)).toEqual([]);
  });

  it('keep to a time that begins and ends inside of blocks', async () => {
    const [from, to] = [BLOCK * 300 + 70, BLOCK * 310 + 20];
    const period = { from: secondOf(from), to: secondOf(to) };
    const lines = await statements.newestFirst(account, period, wants('sale', other), { offset: 0, limit: 1_000_000 });
    expect(lines.map((line) => Number(line.balance))).toEqual(Array.from({ length: to - from + 1 }, (_, at) => to - at));
  });

  it('refuse a search that would read through all of it', async () => {
    // Both words are in every block, and never in one comment.
    await expect(find(account, 'even odd')).rejects.toMatchObject({
      spec: { code: 'bank.search_too_broad' },
      message: expect.stringContaining('131072 entries'),
    });
    expect(await find(account, 'even', 60_000, 3)).toHaveLength(3);
  });
});

describe('the index', () => {
  const lines = (count: number, comment: string): MadeLine[] =>
    Array.from({ length: count }, () => ({ time: new Date(0), amount: 1n, counterparty: other, comment }));
  const blocksOf = (account: Account) => new BlockStore(database).count(account.id);

  it('is not made for what is read without it', async () => {
    const account = await accountWith(database, lines(1_000, 'old'));
    await addLines(database, account, lines(BLOCK, 'new'));
    await statements.newestFirst(account, ALWAYS, wants(''), { offset: 0, limit: 100 });
    expect(await find(account, 'new', 0, 50)).toHaveLength(50);
    expect(await blocksOf(account)).toBe(0);
    expect(await find(account, 'new', 100, 100)).toHaveLength(28);
    expect(await blocksOf(account)).toBe(4);
  });

  it('goes on where it stopped, and says how far it has come', async () => {
    const account = await accountWith(database, lines(100 * BLOCK, 'word'));
    // Each look at the clock is an hour after the one before.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 3_600_000;
      return now;
    });
    for (const done of [32, 64]) {
      await expect(find(account, 'nothing')).rejects.toMatchObject({
        spec: { code: 'busy' },
        message: expect.stringContaining(`${done * BLOCK} of ${96 * BLOCK} entries`),
      });
      expect(await blocksOf(account)).toBe(done);
    }
    expect(await find(account, 'nothing')).toEqual([]);
    expect(await blocksOf(account)).toBe(96);
  });

  it('is made once by many searches in several processes', async () => {
    const account = await accountWith(database, lines(70 * BLOCK, 'word'));
    const stores = Array.from({ length: 4 }, () => new BlockStore(database));
    const read = stores.map((store) => vi.spyOn(store, 'content'));
    const builders = stores.map((store) => new BlockBuilder(store));
    await Promise.all(Array.from({ length: 40 }, (_, at) => builders[at % 4]?.ensure(account.id, at < 20 ? 70 : 33)));
    expect(await blocksOf(account)).toBe(70);
    const { rows } = await database.pool.query('SELECT count(*) AS blocks FROM statement_block WHERE account_id = $1', [account.id]);
    expect(rows).toEqual([{ blocks: 70n }]);
    for (const calls of read) expect(calls.mock.calls.length).toBeLessThan(8);
  });

  it('is told apart by account', async () => {
    const [one, two] = await Promise.all([
      accountWith(database, lines(10 * BLOCK, 'same')),
      accountWith(database, lines(10 * BLOCK, 'same')),
    ]);
    expect(await find(one, 'same', 600, 5)).toHaveLength(5);
    expect(await find(two, 'same', 1_279, 5)).toEqual([1]);
    expect(termsOf(one.id, ['same'])).not.toEqual(termsOf(two.id, ['same']));
  });
});
