import { type CallParams, toJson } from '@scrip/rpc';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Draws } from '../../packages/bank/posting/draws.ts';
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
// databases are copies of one, and each hears the same calls in the same order, by its own path. So their states stay equal as
// long as their answers do, and every answer is compared, those of calls that change something too. What can't be equal is
// taken care of in four ways: random ids are compared by the order in which they appeared; odd units, which are drawn by such
// ids, are all drawn alike; clocks stand still but for 5 ms from one call to the next, in the process and in the databases; and
// what the servers do beside the calls (paying standing orders, expiring leases) never falls due. The calls are different ones in each run; SCRIP_SEED=n makes those of one again.

const SEED = Number(process.env['SCRIP_SEED'] ?? Date.now() % 1_000_000_000);
/** For each procedure. */
const CASES = 25;
const STEP_ms = 5;
const TIME_LIMIT_ms = 240_000;
const INTERNAL = -32603;
/** Of a hundred procedures: how many may have given nothing but faults, as those do that hardly ever find what they are for. */
const MAX_FRUITLESS_percent = 8;

interface Path {
  readonly name: string;
  readonly ids: Ids;
  call(one: Case): Promise<Outcome>;
}

let equal: EqualWorlds;
let known: Known;
/** What each procedure came to, call by call: `result`, or the code of a fault. */
const met = new Map<string, string[]>();

beforeAll(async () => {
  equal = await startEqualWorlds(3, async (server, databaseUrl) => {
    known = await prepare(server, databaseUrl);
  });
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
  vi.spyOn(Draws.prototype, 'of').mockReturnValue(() => 1n << 127n);
});
afterAll(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await equal?.stop();
});

function paths(): Path[] {
  const [first, second, third] = equal.worlds.map(({ server }) => server) as [TestServer, TestServer, TestServer];
  const path = (name: string, send: (method: string, params: unknown[], one: Case) => Promise<Outcome>): Path => {
    const ids = new Ids();
    return { name, ids, call: (one) => send(one.procedure, ids.resolve(one.params) as unknown[], one) };
  };
  const json = jsonRpc(`${third.url}/jsonrpc`);
  const named = (method: string, params: readonly unknown[]): CallParams => {
    const names = first.running.rpc.registry.find(method)?.params.map(([name]) => name) ?? [];
    return Object.fromEntries(params.map((value, index) => [names[index], value]));
  };
  return [
    path('invoke', direct(first)),
    path('XML-RPC', xmlRpc(`${second.url}/xmlrpc?nil=1`)),
    path('JSON-RPC', (method, params, { byName }) => {
      const written = toJson(params) as unknown[];
      return json(method, byName ? named(method, written) : written);
    }),
  ];
}

/** Those of all procedures, mixed. */
function allCases(): Case[] {
  const { entries } = (equal.worlds[0] as EqualWorld).server.running.rpc.registry;
  const vocabulary = vocabularyOf(
    known,
    entries.map(({ procedure }) => procedure.name),
  );
  const inOrder = entries.flatMap((entry, n) => fc.sample(casesOf(entry, vocabulary), { seed: SEED + n, numRuns: CASES }));
  const mixed = fc.shuffledSubarray(inOrder, { minLength: inOrder.length, maxLength: inOrder.length });
  return fc.sample(mixed, { seed: SEED, numRuns: 1 })[0] ?? [];
}

it(
  `all paths come to the same (SCRIP_SEED=${SEED})`,
  async () => {
    const start_ms = Date.now();
    const all = paths();
    for (const [step, one] of allCases().entries()) {
      const at = new Date(start_ms + step * STEP_ms);
      vi.setSystemTime(at);
      await Promise.all(equal.worlds.map((world) => world.setClock(at)));
      const outcomes = await Promise.all(all.map((path) => path.call(one)));
      const told = all.map(({ name, ids }, n) => [name, ids.canonical(one.procedure, outcomes[n] as Outcome)] as const);
      const [outcome] = outcomes as [Outcome];
      const differ = new Set(told.map(([, text]) => text)).size > 1;
      if (differ || ('fault' in outcome && outcome.fault === INTERNAL)) expect.fail(report(step, one, all, told));
      const what = 'fault' in outcome ? outcome.faultString.slice(0, outcome.faultString.indexOf(':')) : 'result';
      met.set(one.procedure, [...(met.get(one.procedure) ?? []), what]);
    }
    expect(equal.worlds.flatMap(({ server }) => server.takeInternal())).toEqual([]);
  },
  TIME_LIMIT_ms,
);

function report(step: number, one: Case, all: readonly Path[], told: readonly (readonly [string, string])[]): string {
  const params = JSON.stringify(toJson(all[0]?.ids.resolve(one.params)));
  return [
    `SCRIP_SEED=${SEED}, call ${step}: ${one.procedure}${one.byName ? ' (over JSON-RPC by name)' : ''} ${params}`,
    ...told.map(([name, text]) => `${name}: ${text}`),
    ...equal.worlds.flatMap(({ server }) => server.takeInternal()),
  ].join('\n');
}

it('the calls were worth it', () => {
  const all = [...met.values()].flat();
  const fruitless = [...met].filter(([, whats]) => !whats.includes('result')).map(([procedure]) => procedure);
  const results = all.filter((what) => what === 'result').length;
  console.log(
    `SCRIP_SEED=${SEED}: ${all.length} calls of ${met.size} procedures, ${results} results, ${new Set(all).size - 1} codes of faults; no result of ${fruitless.join(', ') || 'none'}`,
  );
  for (const [procedure, whats] of met) expect([procedure, whats.length]).toEqual([procedure, CASES]);
  expect((100 * fruitless.length) / met.size).toBeLessThanOrEqual(MAX_FRUITLESS_percent);
});
