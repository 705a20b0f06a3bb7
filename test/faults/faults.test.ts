import { expect, it } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { writeHistory } from './history.ts';
import { NEVER, OPERATIONS } from './operations.ts';
import { describePlan, makePlan } from './plan.ts';
import { describeVerdict } from './report.ts';
import { run } from './run.ts';

// The short version of `npm run faults`: real servers, a real PostgreSQL, 32 clients over both protocols who pay, rent and
// buy, and everything of the catalogue done to them. How long that takes is nobody's promise; what is left in the books is.

const SEED = 20_261_121;
const PAYMENTS = 20_000;
const HISTORY = 'test-results/faults.jsonl';

it('plans the same for the same seed, every fault at least once', () => {
  const plan = makePlan(SEED, PAYMENTS);
  expect(describePlan(plan)).toBe(describePlan(makePlan(SEED, PAYMENTS)));
  expect(describePlan(plan)).not.toBe(describePlan(makePlan(SEED + 1, PAYMENTS)));
  expect(new Set(plan.map((step) => step.fault))).toEqual(new Set(CATALOGUE));
});

it('loses nothing and books nothing twice under everything at once', { timeout: 600_000 }, async () => {
  const plan = makePlan(SEED, PAYMENTS);
  console.log(`seed ${SEED}: after so many payments\n${describePlan(plan)}`);
  const log: string[] = [];
  const running = run({ seed: SEED, plan, payments: PAYMENTS, say: (text) => log.push(text) });
  const verdict = await running.finally(() => console.log(log.join('\n')));
  console.log(describeVerdict(verdict));
  if (verdict.violations.length > 0) writeHistory(HISTORY, verdict.history, verdict.logs);
  expect(verdict.violations).toEqual([]);
  expect(verdict.acknowledged).toBeGreaterThanOrEqual(PAYMENTS);
  const done = OPERATIONS.map(({ name }) => name).filter((name) => name !== NEVER);
  expect(new Set(verdict.operations.keys())).toEqual(new Set(done));
  const { server, PostgreSQL, backend } = verdict.kills;
  expect(server + PostgreSQL + backend).toBeGreaterThanOrEqual(20);
  const struck = new Set([...verdict.struck.keys(), ...verdict.skipped.keys()]);
  expect(struck).toEqual(new Set(CATALOGUE.map((fault) => fault.name)));
});
