import { NIL_UUID, newId, type Uuid, wordsOf } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../../test/testkit/database.ts';
import type { Account } from '../../accounts/model.ts';
import type { StatementLine, Wanted } from '../model.ts';
import { Statements } from '../statements.ts';
import { accountWith, type MadeLine } from '../testkit.ts';
import { BLOCK } from './store.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let statements: Statements;

beforeAll(async () => {
  database = await testDatabase();
  statements = new Statements(database);
});
afterAll(() => database.drop());

const OWNERS: readonly Uuid[] = [NIL_UUID, newId(), newId(), newId()];
const WORDS = [
  'chair',
  'Chair',
  'TABLE',
  'straße',
  'STRASSE',
  'é',
  'e\u0301',
  'İ',
  'ﬁsh',
  'fish',
  'σίσυφος',
  'ΣΊΣΥΦΟΣ',
  '椅子',
  '7',
  '١',
  'o',
  "it's",
  '❤️',
  '',
];
const START = Date.UTC(2026, 0, 1);

interface History {
  readonly lines: readonly MadeLine[];
  readonly account: Account;
}

/** The rules once more, over the whole history and without an index. */
function naive({ lines }: History, { from, to }: Period, { words, counterparty }: Wanted): number[] {
  const second = (time: Date) => Math.floor(time.getTime() / 1_000);
  return lines
    .map((_line, index) => index)
    .filter((index) => {
      const line = lines[index] as MadeLine;
      if (from && second(line.time) < second(from)) return false;
      if (to && second(line.time) > second(to)) return false;
      if (counterparty && line.counterparty !== counterparty) return false;
      return [...words].every((word) => wordsOf(line.comment).has(word));
    });
}

/** Balances grow by one with each line, and so tell which one it is. */
const indexOf = (line: StatementLine) => Number(line.balance) - 1;

/** Rare words at the beginning, in the middle and at the end of long stretches of the same. */
function history(size: number, seed: number): MadeLine[] {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  let time = START;
  return Array.from({ length: size }, () => {
    time += random(3) === 0 ? random(4_000) : 0;
    const rare = random(150) === 0 ? `rare${random(4)}` : '';
    const comment = [WORDS[random(WORDS.length)], rare, WORDS[random(4)]].join([' ', '-', '. ', '\n'][random(4)]);
    return { time: new Date(time), amount: 1n, counterparty: OWNERS[random(40) === 0 ? 3 : random(3)] as Uuid, comment };
  });
}

const SIZES = [0, 1, 127, 128, 129, 639, 640, 641, 5 * BLOCK, 2_500, 4_000];

describe('a statement', () => {
  const histories: History[] = [];

  beforeAll(async () => {
    for (const [seed, size] of SIZES.entries()) {
      const lines = history(size, seed + 1);
      histories.push({ lines, account: await accountWith(database, lines) });
    }
  });

  const query = fc.record({
    which: fc.nat({ max: SIZES.length - 1 }),
    text: fc.oneof(
      { weight: 1, arbitrary: fc.constant('') },
      {
        weight: 3,
        arbitrary: fc
          .array(fc.constantFrom(...WORDS, 'rare0', 'rare1', 'none'), { minLength: 1, maxLength: 3 })
          .map((words) => words.join(' ')),
      },
    ),
    counterparty: fc.option(fc.constantFrom(...OWNERS), { nil: undefined }),
    from: fc.option(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { nil: undefined }),
    to: fc.option(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { nil: undefined }),
    offset: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 5_000 })),
    limit: fc.oneof(fc.nat({ max: 5 }), fc.constant(100), fc.constant(1_000)),
  });

  it('is what a filter over the whole history gives', async () => {
    await fc.assert(
      fc.asyncProperty(query, async ({ which, text, counterparty, from, to, offset, limit }) => {
        const known = histories[which] as History;
        const end = known.lines.at(-1)?.time.getTime() ?? START;
        // Callers name whole seconds.
        const moment = (part: number | undefined) =>
          part === undefined ? undefined : new Date(Math.floor((START + part * (end - START + 1_000)) / 1_000) * 1_000);
        const period = { from: moment(from), to: moment(to) };
        const wanted = { words: wordsOf(text), counterparty };
        const matching = naive(known, period, wanted);
        const lines = await statements.newestFirst(known.account, period, wanted, { offset, limit });
        expect(lines.map(indexOf)).toEqual(matching.toReversed().slice(offset, offset + limit));
        for (const line of lines) {
          const { amount: _, ...made } = known.lines[indexOf(line)] as MadeLine;
          expect(line).toMatchObject(made);
        }
        const inPeriod = naive(known, period, { words: new Set(), counterparty: undefined });
        const oldest = await statements.oldestFirst(known.account, period, { offset, limit });
        expect(oldest.map(indexOf)).toEqual(inPeriod.slice(offset, offset + limit));
        const upTo = naive(known, { from: undefined, to: period.to }, { words: new Set(), counterparty: undefined });
        if (period.to) expect(await statements.balanceAt(known.account, period.to)).toBe(BigInt(upTo.length));
      }),
      { numRuns: 400 },
    );
    const { rows } = await database.pool.query('SELECT DISTINCT account_id FROM statement_block');
    expect(rows.length).toBeGreaterThan(2);
  }, 60_000);
});
