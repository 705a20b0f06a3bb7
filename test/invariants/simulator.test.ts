import { afterAll, describe, expect, it } from 'vitest';
import { BUGS_OF_RULES } from './simulator/bugs-of-rules.ts';
import { BUGS_OF_SERVICE } from './simulator/bugs-of-service.ts';
import { type Catch, hunt, table } from './simulator/hunt.ts';
import { type Finished, runHistory } from './simulator/run.ts';

// The real ledger over a simulated PostgreSQL, network and clock, with faults that a seed decides.
// SCRIP_SEED=n runs that history alone and prints what happened in it; SCRIP_BUG=name plants a bug in it.
const BUGS = [...BUGS_OF_SERVICE, ...BUGS_OF_RULES];
const HISTORIES = 2_000;
const HISTORIES_FOR_A_BUG = 500;
const TIME_LIMIT_MS = 300_000;
const { SCRIP_SEED, SCRIP_BUG } = process.env;

function report({ seed, violations }: Finished): string {
  const found = violations.map(({ check, detail }) => `  ${check}: ${detail}`).join('\n');
  return `history ${seed} broke promises:\n${found}\nTo see what happened: SCRIP_SEED=${seed} npx vitest run test/invariants/simulator.test.ts`;
}

if (SCRIP_SEED) {
  describe('one history', () => {
    it(`number ${SCRIP_SEED}`, async () => {
      const bug = BUGS.find(({ name }) => name === SCRIP_BUG);
      if (SCRIP_BUG && !bug) throw new Error(`SCRIP_BUG is ${SCRIP_BUG}; these are there: ${BUGS.map(({ name }) => name).join(', ')}`);
      const finished = await runHistory(Number(SCRIP_SEED), bug?.plant);
      console.log([...finished.trace, `hash ${finished.hash}`].join('\n'));
      if (finished.violations.length > 0) expect.fail(report(finished));
    });
  });
}

describe.skipIf(SCRIP_SEED)('simulated histories', () => {
  const met = new Map<string, number>();

  it(
    'leave sound books, and every answer was true',
    async () => {
      const unheard: unknown[] = [];
      const hear = (error: unknown) => unheard.push(error);
      process.on('unhandledRejection', hear);
      for (let seed = 1; seed <= HISTORIES; seed++) {
        const finished = await runHistory(seed);
        if (finished.violations.length > 0) expect.fail(report(finished));
        expect(unheard, `in history ${seed} an error was awaited by nobody, which would end a server`).toEqual([]);
        for (const [what, times] of finished.met) met.set(what, (met.get(what) ?? 0) + times);
      }
      process.off('unhandledRejection', hear);
    },
    TIME_LIMIT_MS,
  );

  it.each([
    ...['accepted', 'replay', 'unknown', 'a row passed over', 'a wait for a lock'],
    // Lock timeout, deadlock, write conflict, full disk, statement timeout, shutdown; a failed transaction, an id that was taken.
    ...['55P03', '40P01', '40001', '53100', '57014', '57P01', '25P02', '23505'],
    ...['request_conflict', 'capability_revoked', 'grant_exhausted', 'unknown_hold', 'hold_expired', 'hold_exceeded', 'refund_exceeded'],
    ...['same_account', 'unknown_account', 'currency_mismatch', 'account_closed', 'account_frozen', 'insufficient_funds', 'over_ceiling'],
  ])('have met: %s', (what) => {
    expect(met.get(what) ?? 0).toBeGreaterThan(10);
  });

  it('take the same course for the same seed, and another one for another', async () => {
    const hashes = async (seeds: number[]) => {
      const found: string[] = [];
      for (const seed of seeds) found.push((await runHistory(seed)).hash);
      return found;
    };
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const first = await hashes(seeds);
    expect(await hashes([...seeds].reverse())).toEqual([...first].reverse());
    expect(new Set(first).size).toBe(seeds.length);
  });
});

describe.skipIf(SCRIP_SEED)('planted bugs', () => {
  const catches: Catch[] = [];
  afterAll(() => console.log(table(catches)));

  it.each(BUGS.map((bug) => [bug.name, bug] as const))(
    '%s',
    async (_name, bug) => {
      const result = await hunt(bug, 1, HISTORIES_FOR_A_BUG);
      catches.push(result);
      expect(result.caught?.by.check, `not seen in ${HISTORIES_FOR_A_BUG} histories`).toBeDefined();
      expect(result.control?.violations, 'the same history without the bug').toEqual([]);
    },
    TIME_LIMIT_MS,
  );
});
