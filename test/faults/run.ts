import { setTimeout as sleep } from 'node:timers/promises';
import { readBooks } from './books.ts';
import { Client } from './client.ts';
import type { Scene } from './fault.ts';
import { Recorder, type Request } from './history.ts';
import { Onlooker } from './onlooker.ts';
import { check } from './oracle.ts';
import type { Step } from './plan.ts';
import { Random } from './random.ts';
import { countRequests, type Verdict } from './verdict.ts';
import { startWorld, type World } from './world.ts';

export const CLIENTS = 32;
const POLL_MS = 20;
const ATTEMPTS = 3;
/** Nothing that was broken stays so for longer than this. */
const RECOVERY_MS = 60_000;

export interface RunOptions {
  readonly seed: number;
  readonly plan: readonly Step[];
  /** How many have to be acknowledged before it ends. */
  readonly payments: number;
  /** Ends early, whatever is left of the plan. */
  readonly over?: () => boolean;
  say(text: string): void;
}

interface Waiting {
  readonly server: number | undefined;
  readonly since_ms: number;
  resolve(ms: number): void;
}

/** One run: clients pay through both servers while the plan is carried out; then everything is held against the books. */
export async function run(options: RunOptions): Promise<Verdict> {
  const recorder = new Recorder();
  const started_ms = performance.now();
  const world = await startWorld(recorder);
  try {
    return await new Run(options, recorder, world, started_ms).verdict();
  } finally {
    await world.stop();
  }
}

class Run {
  readonly #options: RunOptions;
  readonly #recorder: Recorder;
  readonly #world: World;
  readonly #started_ms: number;
  readonly #onlooker: Onlooker;
  readonly #waiting = new Set<Waiting>();
  readonly #struck = new Map<string, number>();
  readonly #kills = { server: 0, PostgreSQL: 0, backend: 0 };
  readonly #skipped = new Map<string, string>();
  readonly #measured = new Map<string, number[]>();
  readonly #shelf: Request[] = [];
  readonly #deals: Request[] = [];
  #acknowledged = 0;

  constructor(options: RunOptions, recorder: Recorder, world: World, started_ms: number) {
    this.#options = options;
    this.#recorder = recorder;
    this.#world = world;
    this.#started_ms = started_ms;
    this.#onlooker = new Onlooker(world.postgres, recorder);
  }

  async verdict(): Promise<Verdict> {
    const random = new Random(this.#options.seed);
    const clients = Array.from({ length: CLIENTS }, (_, number) => this.#client(number, random.fork()));
    const paying = clients.map((client) => client.run());
    const looking = this.#onlooker.run();
    // An error of the harness itself must not leave clients behind that go on paying.
    try {
      await this.#carryOut(random.fork());
      while (this.#acknowledged < this.#options.payments && !this.#over()) await sleep(POLL_MS);
    } finally {
      for (const client of clients) client.stop();
      await Promise.all(paying);
      this.#onlooker.stop();
      await looking;
    }
    for (const problem of await this.#world.audit()) this.#recorder.incidents.push(`operator.audit: ${problem}`);
    const books = await readBooks(this.#world.postgres.url);
    return {
      ...countRequests(this.#recorder.requests),
      violations: check(this.#recorder, books),
      history: this.#recorder,
      struck: this.#struck,
      kills: this.#kills,
      skipped: this.#skipped,
      measured: this.#measured,
      logs: this.#world.servers.map((server) => server.lastLines),
      duration_ms: performance.now() - this.#started_ms,
    };
  }

  #client(number: number, random: Random): Client {
    const { people, shops, wires } = this.#world;
    return new Client({
      number,
      self: people[number % people.length] as (typeof people)[number],
      people,
      ports: wires.client.map((wire) => wire.port),
      random,
      recorder: this.#recorder,
      shops,
      shelf: this.#shelf,
      deals: this.#deals,
      onAcknowledged: (id, server, sent_ms, fresh) => {
        if (id !== '') this.#onlooker.acknowledged(id);
        if (!fresh) return;
        this.#acknowledged += 1;
        for (const waiting of this.#waiting) {
          if (sent_ms < waiting.since_ms || (waiting.server ?? server) !== server) continue;
          this.#waiting.delete(waiting);
          waiting.resolve(Math.round(performance.now() - waiting.since_ms));
        }
      },
    });
  }

  #over(): boolean {
    return this.#options.over?.() ?? false;
  }

  /** Lane by lane: faults of one lane wait for each other, and each for its number of payments. */
  async #carryOut(random: Random): Promise<void> {
    const lanes = new Map<string, Step[]>();
    for (const step of this.#options.plan) {
      const lane = step.fault.lane(step.target);
      lanes.set(lane, [...(lanes.get(lane) ?? []), step]);
    }
    const scene: Scene = {
      ...this.#world,
      random,
      nextPayment: (server) => this.#nextPayment(server),
      measured: (what, ms) => this.#measured.set(what, [...(this.#measured.get(what) ?? []), ms]),
    };
    await Promise.all([...lanes.values()].map((steps) => this.#lane(steps, scene)));
  }

  async #lane(steps: readonly Step[], scene: Scene): Promise<void> {
    for (const step of steps) {
      while (this.#acknowledged < step.at && !this.#over()) await sleep(POLL_MS);
      if (this.#over()) return;
      await this.#strike(step, scene);
    }
  }

  async #strike(step: Step, scene: Scene): Promise<void> {
    const { at, fault, target } = step;
    const impossible = fault.impossible?.(scene);
    if (impossible !== undefined) {
      this.#skipped.set(fault.name, impossible);
      return;
    }
    const begun_ms = performance.now();
    const note = await this.#insist(step, scene);
    this.#struck.set(fault.name, (this.#struck.get(fault.name) ?? 0) + 1);
    if (fault.kills) this.#kills[fault.kills] += 1;
    const [seconds, took_ms] = [(performance.now() - this.#started_ms) / 1_000, performance.now() - begun_ms];
    this.#options.say(
      `${seconds.toFixed(1).padStart(7)} s ${String(this.#acknowledged).padStart(7)} paid  ${fault.name} (planned at ${at}): ${target}, ${Math.round(took_ms)} ms; ${note}`,
    );
  }

  /** What is under way beside it may end a session that a fault needs: then it is done again from the beginning. */
  async #insist({ fault, target, duration_ms }: Step, scene: Scene): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await fault.strike(scene, target, duration_ms);
      } catch (error) {
        this.#options.say(`${fault.name} was interrupted: ${(error as Error).message}`);
        await scene.postgres.heal();
        if (attempt === ATTEMPTS) throw error;
      }
    }
  }

  #nextPayment(server?: number): Promise<number> {
    return new Promise((resolve) => {
      const waiting: Waiting = { server, since_ms: performance.now(), resolve };
      this.#waiting.add(waiting);
      const giveUp = () => {
        if (!this.#waiting.delete(waiting)) return;
        this.#recorder.incidents.push(
          `no payment was acknowledged for ${RECOVERY_MS} ms by ${server === undefined ? 'anybody' : `server ${server}`}`,
        );
        resolve(RECOVERY_MS);
      };
      setTimeout(giveUp, RECOVERY_MS).unref();
    });
  }
}
