import { toJson } from '@scrip/rpc';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TestServer } from '../testkit/server.ts';
import { direct, jsonRpc, type Outcome, xmlRpc } from '../testkit/transports.ts';
import { type Case, casesOf } from './protocols-agree/cases.ts';
import { type EqualWorld, type EqualWorlds, startEqualWorlds } from './protocols-agree/equal-worlds.ts';
import { Ids } from './protocols-agree/outcomes.ts';
import { type Known, prepare } from './protocols-agree/prepare.ts';
import { vocabularyOf } from './protocols-agree/vocabulary.ts';

// Every procedure, with generated inputs, over three paths: the invoke function, XML-RPC and JSON-RPC.
//
// A call may change what the next one finds, so one server can't be asked the same thing three times. Three servers are: their
// databases are copies of one, and each hears the same calls in the same order, one by its own path. So their states stay equal
// as long as their answers do, and every answer is compared, those of calls that change something too. What can't be equal is
// taken care of in three ways: random ids are compared by the order in which they appeared; clocks stand still but for 10 ms
// from one call to the next, in the process and in the databases; and what the servers do beside the calls (paying standing
// orders, expiring holds) never falls due. SCRIP_SEED=n makes the same calls again.

const SEED = Number(process.env['SCRIP_SEED'] ?? Date.now() % 1_000_000_000);
const CASES = 25;
const STEP_ms = 10;
const TIME_LIMIT_ms = 240_000;
const INTERNAL = -32603;

interface Path {
  readonly name: string;
  readonly call: (one: Case) => Promise<Outcome>;
  readonly ids: Ids;
}

let equal: EqualWorlds;
let known: Known;

beforeAll(async () => {
  equal = await startEqualWorlds(3, async (server) => {
    known = await prepare(server);
  });
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await equal?.stop();
});

function paths(): Path[] {
  const [first, second, third] = equal.worlds.map(({ server }) => server) as [TestServer, TestServer, TestServer];
  const path = (name: string, invoke: (one: Case, params: unknown[]) => Promise<Outcome>): Path => {
    const ids = new Ids();
    return { name, ids, call: (one) => invoke(one, ids.resolve(one.params) as unknown[]) };
  };
  const [invoke, xml, json] = [direct(first), xmlRpc(`${second.url}/xmlrpc?nil=1`), jsonRpc(`${third.url}/jsonrpc`)];
  const names = (one: Case) => first.running.rpc.registry.find(one.procedure)?.params.map(([name]) => name) ?? [];
  return [
    path('invoke', ({ procedure }, params) => invoke(procedure, params)),
    path('XML-RPC', ({ procedure }, params) => xml(procedure, params)),
    path('JSON-RPC', (one, params) => {
      const written = toJson(params) as unknown[];
      return json(
        one.procedure,
        one.byName
          ? Object.fromEntries(
              names(one)
                .map((name, n) => [name, written[n]])
                .slice(0, written.length),
            )
          : written,
      );
    }),
  ];
}

function allCases(): Case[] {
  const { entries } = (equal.worlds[0] as EqualWorld).server.running.rpc.registry;
  const vocabulary = vocabularyOf(
    known,
    entries.map(({ procedure }) => procedure.name),
  );
  const inOrder = entries.flatMap((entry, n) => fc.sample(casesOf(entry, vocabulary), { seed: SEED + n, numRuns: CASES }));
  const shuffled = fc.shuffledSubarray(inOrder, { minLength: inOrder.length, maxLength: inOrder.length });
  return fc.sample(shuffled, { seed: SEED, numRuns: 1 })[0] ?? [];
}

/** What each procedure came to: `result`, or codes of faults. */
const met = new Map<string, string[]>();

it(
  `all paths come to the same (SCRIP_SEED=${SEED})`,
  async () => {
    const start_ms = Date.now();
    const asked = paths();
    for (const [step, one] of allCases().entries()) {
      const at = new Date(start_ms + step * STEP_ms);
      vi.setSystemTime(at);
      await Promise.all(equal.worlds.map((world) => world.setClock(at)));
      const outcomes = await Promise.all(asked.map((path) => path.call(one)));
      const told = asked.map(({ ids }, n) => ids.canonical(one.procedure, outcomes[n] as Outcome));
      const report = () =>
        [
          `SCRIP_SEED=${SEED}, call ${step}: ${one.procedure}${one.byName ? ' (by name)' : ''} ${JSON.stringify(toJson((asked[0] as Path).ids.resolve(one.params)))}`,
          ...asked.map(({ name }, n) => `${name}: ${told[n]}`),
        ].join('\n');
      if (new Set(told).size > 1) expect.fail(report());
      const [outcome] = outcomes as [Outcome];
      if ('fault' in outcome && outcome.fault === INTERNAL) expect.fail(report());
      const what = 'fault' in outcome ? (outcome.faultString.split(':')[0] ?? '') : 'result';
      met.set(one.procedure, [...(met.get(one.procedure) ?? []), what]);
    }
    for (const { server } of equal.worlds) expect(server.takeInternal()).toEqual([]);
  },
  TIME_LIMIT_ms,
);

it('the inputs were worth it', () => {
  for (const [procedure, whats] of [...met].sort()) {
    const counts = new Map<string, number>();
    for (const what of whats) counts.set(what, (counts.get(what) ?? 0) + 1);
    console.log(procedure, [...counts].map(([what, n]) => `${what} ${n}`).join(', '));
  }
});
