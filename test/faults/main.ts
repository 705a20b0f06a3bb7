import { parseArgs } from 'node:util';
import { writeHistory } from './history.ts';
import { describePlan, makePlan } from './plan.ts';
import { describeVerdict } from './report.ts';
import { run } from './run.ts';

// npm run faults -- --minutes N --seed S: rounds of the same kind as the one in CI, each with a fresh database and a plan
// of its own, until the time is over. Exit code 1 where a promise of the ledger was broken.

/** Of one round: its books and its history fit into memory, and are checked as a whole. */
const PAYMENTS = 40_000;
const RESULTS = 'test-results';

const { minutes, seed } = readArguments();
const end_ms = performance.now() + minutes * 60_000;
const say = (text: string) => console.log(text);
let [failed, interrupted] = [0, false];
process.once('SIGINT', () => {
  say('stopping: the requests under way are settled and checked');
  interrupted = true;
});
const over = () => interrupted || performance.now() > end_ms;

say(`seed ${seed}, ${minutes} minutes`);
let round = 0;
for (; !over(); round++) {
  const plan = makePlan(seed + round, PAYMENTS);
  say(`\nround ${round + 1}, seed ${seed + round}: after so many payments\n${describePlan(plan)}\n`);
  const verdict = await run({ seed: seed + round, plan, payments: PAYMENTS, over, say });
  say(`\n${describeVerdict(verdict)}`);
  if (verdict.violations.length === 0) continue;
  failed += 1;
  const path = `${RESULTS}/faults-${seed + round}.jsonl`;
  writeHistory(path, verdict.history, verdict.logs);
  say(`the history of this round is in ${path}`);
}
say(`\n${round} rounds from seed ${seed} on, ${failed} with violations`);
process.exit(failed > 0 ? 1 : 0);

function readArguments(): { minutes: number; seed: number } {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' }, seed: { type: 'string', default: '' } } });
  const [minutes, seed] = [Number(values.minutes), values.seed === '' ? Math.floor(Math.random() * 1_000_000) : Number(values.seed)];
  if (minutes > 0 && Number.isInteger(seed) && seed >= 0) return { minutes, seed };
  console.error(`--minutes is ${values.minutes} and --seed ${values.seed}; a number above zero and a whole number are needed`);
  process.exit(2);
}
