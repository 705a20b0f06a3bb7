import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { startTestServer } from '../testkit/server.ts';
import { type Invoke, type Outcome, TRANSPORTS } from '../testkit/transports.ts';
import { type Known, STEPS } from './steps.ts';

/** What each step came to on a server of its own, with what the server made up replaced by where it was seen first. */
async function transcript(open: (typeof TRANSPORTS)[number][1]): Promise<Record<string, Outcome>> {
  const server = await startTestServer();
  try {
    const outcomes = await run(open(server), { operator: server.operator });
    expect(server.takeInternal()).toEqual([]);
    return JSON.parse(withoutGenerated(JSON.stringify(outcomes)));
  } finally {
    await server.stop();
  }
}

async function run(invoke: Invoke, known: Known): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const { what, method, params, wanted, keep, wait_ms = 0 } of STEPS) {
    if (wait_ms > 0) await sleep(wait_ms);
    const outcome = await invoke(method, params(known));
    if ('code' in wanted) expect(outcome, what).toMatchObject({ faultString: expect.stringMatching(`^${wanted.code}: .`) });
    else expect(outcome, what).toEqual({ result: wanted.result(known) });
    if (keep && 'result' in outcome) known[keep] = String(outcome.result);
    outcomes[what] = outcome;
  }
  return outcomes;
}

const GENERATED = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|eyJ[\w-]+\.[\w-]+\.[\w-]+|\b[0-9a-f]{40}\b|20\d\d-\d\d-\d\dT[\d:.]+Z/g;

function withoutGenerated(text: string): string {
  const seen = new Map<string, string>();
  return text.replace(GENERATED, (value) => {
    // Two steps may fall into one second or two.
    if (/^20\d\d-/.test(value)) return '(a time)';
    if (!seen.has(value)) seen.set(value, `(generated ${seen.size + 1})`);
    return seen.get(value) as string;
  });
}

let transcripts: PromiseSettledResult<Record<string, Outcome>>[];

// Side by side: most of the time goes into starting servers and waiting for a capability to expire.
beforeAll(async () => {
  transcripts = await Promise.allSettled(TRANSPORTS.map(([, open]) => transcript(open)));
}, 120_000);

const outcomesOf = (index: number): Record<string, Outcome> => {
  const settled = transcripts[index];
  if (settled?.status === 'fulfilled') return settled.value;
  throw settled?.reason;
};

it.each(TRANSPORTS.map(([name], index) => [name, index] as const))('the same calls come to the same over %s', (_name, index) => {
  expect(outcomesOf(index)).toEqual(outcomesOf(0));
});
