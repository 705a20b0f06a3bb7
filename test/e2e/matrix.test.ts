import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type EqualWorld, type EqualWorlds, startEqualWorlds } from '../conformance/protocols-agree/equal-worlds.ts';
import { Ids } from '../conformance/protocols-agree/outcomes.ts';
import type { TestServer } from '../testkit/server.ts';
import { direct, type Outcome } from '../testkit/transports.ts';
import { needsTool } from './clients/run.ts';
import { COOL, logIn, must } from './demo-world.ts';
import { CALLS, COLONS, type Known, type MatrixCall } from './matrix/calls.ts';
import { type OpenWay, WAYS, type Way } from './matrix/ways.ts';

// The same 60 calls, in the same order, by every way that we give people to call a server. Each way has a server of its own,
// and the databases of all are copies of one. So what a call finds is the same everywhere, and all answers can be compared:
// random ids by the order in which they appeared, times because clocks stand still, and texts of the relay as values of the
// types that the reference tells. No payment here leaves an odd unit, which random ids would draw for one of the payees.

const TIME_LIMIT_ms = 120_000;
const STEP_ms = 5;
const DIFFERS = 'DIFFERS';

let equal: EqualWorlds;
let start: Known;

beforeAll(async () => {
  equal = await startEqualWorlds(WAYS.length, async (server) => {
    const invoke = direct(server);
    const cool = await logIn(invoke, COOL);
    const [chair] = await must<number[]>(invoke, 'vend.productsInCollection', [cool], COOL.akey, 'Furniture');
    await must(invoke, 'bank.transfer', [cool], COOL.akey, 1, 'savings', 'working', COLONS);
    start = { operator: server.operator, chadKey: await must(invoke, 'general.getAvatarKey', 'Chad'), chair: chair ?? 0 };
  });
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await equal?.stop();
});

/** One way, with what it learnt so far. */
class Walk {
  readonly name: string;
  readonly #way: OpenWay;
  readonly #server: TestServer;
  readonly #ids = new Ids();
  readonly #known: Record<string, string | number> = { ...start };

  constructor(way: Way, server: TestServer) {
    this.name = way.name;
    this.#server = server;
    this.#way = way.open(server);
  }

  /** What came of it, and the same as a text that is equal where the meaning is. */
  async step({ method, params, keep }: MatrixCall): Promise<{ outcome: string; told: string }> {
    const entry = this.#server.running.rpc.registry.find(method);
    if (!entry) throw new Error(`no procedure is named ${method}`);
    const outcome = await this.#way.call(entry, params(this.#known));
    if (keep !== undefined && 'result' in outcome) this.#known[keep] = outcome.result as string | number;
    return { outcome: wordOf(outcome), told: this.#ids.canonical(method, outcome) };
  }

  async end(): Promise<void> {
    await this.#way.end?.();
  }
}

function wordOf(outcome: Outcome): string {
  return 'result' in outcome ? 'result' : outcome.faultString.slice(0, outcome.faultString.indexOf(':'));
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

it('has 60 calls, which are told apart', () => {
  expect(CALLS).toHaveLength(60);
  expect(new Set(CALLS.map(({ what }) => what)).size).toBe(CALLS.length);
});

it('all ways come to the same', { timeout: TIME_LIMIT_ms }, async ({ skip }) => {
  for (const { tool } of WAYS) if (tool) needsTool(tool, skip);
  const walks = WAYS.map((way, n) => new Walk(way, (equal.worlds[n] as EqualWorld).server));
  const rows: string[][] = [];
  const differ: string[] = [];
  try {
    for (const [n, one] of CALLS.entries()) {
      const at = new Date(Date.now() + STEP_ms);
      vi.setSystemTime(at);
      await Promise.all(equal.worlds.map((world) => world.setClock(at)));
      const met = await Promise.all(walks.map((walk) => walk.step(one)));
      const first = met[0]?.told;
      rows.push([String(n + 1), one.method, one.what, ...met.map(({ outcome, told }) => (told === first ? outcome : DIFFERS))]);
      if (met.some(({ outcome, told }) => told !== first || outcome !== one.outcome)) {
        differ.push(`${one.method}, ${one.what}: ${one.outcome} is wanted`, ...met.map(({ told }, i) => `  ${walks[i]?.name}: ${told}`));
      }
    }
  } finally {
    await Promise.all(walks.map((walk) => walk.end()));
  }
  console.log(table([['', 'call', 'what', ...walks.map(({ name }) => name)], ...rows]));
  expect(differ).toEqual([]);
  expect(equal.worlds.flatMap(({ server }) => server.takeInternal())).toEqual([]);
});
