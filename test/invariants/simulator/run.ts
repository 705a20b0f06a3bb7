import { createHash } from 'node:crypto';
import { Random } from '../../faults/random.ts';
import { type ClientSetting, client, operator } from './actors.ts';
import { GENESIS } from './cast.ts';
import { chaosOf, unleash } from './chaos.ts';
import { checkAll } from './checks.ts';
import { type Defects, Postgres } from './postgres.ts';
import { Record, type Violation } from './record.ts';
import { type Flaws, Server, type Surroundings } from './server.ts';
import type { Tables } from './tables.ts';
import { Timeline } from './timeline.ts';

/** What is not as it should be in the system that is simulated; nothing for the system as it is. */
export interface Plant {
  readonly database?: Defects;
  readonly server?: Flaws;
  readonly client?: Pick<ClientSetting, 'resend'>;
}

export interface Finished {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
  /** Of the trace and the books: two runs are the same if theirs are. */
  readonly hash: string;
  readonly requests: number;
  readonly events: number;
  readonly met: ReadonlyMap<string, number>;
}

const MAX_EVENTS = 60_000;
/** For what is still on its way when every client has its answers. */
const TAIL_MS = 300;

/** One history from its first request to the checks of what is left. */
export async function runHistory(seed: number, plant: Plant = {}): Promise<Finished> {
  const random = new Random(seed);
  const timeline = new Timeline();
  const record = new Record();
  const chaos = chaosOf(random.fork(), () => timeline.now_ms);
  const database = new Postgres(timeline, random.fork(), GENESIS, chaos.trouble, plant.database ?? {});
  const surroundings: Surroundings = { database, record, network: chaos.network, flaws: plant.server ?? {} };
  const servers: Server[] = [];
  const start = (at: number) => {
    const server = new Server(`server ${at}`, surroundings, random.fork());
    servers[at] = server;
    void server.expire(chaos.until_ms);
  };
  for (let at = random.whole(1, 3); at > 0; at--) start(at - 1);
  unleash(chaos, random.fork(), database, servers, start);

  const hopRandom = random.fork();
  const hop = { loss: chaos.loss, delay_ms: () => 0.2 + hopRandom.next() * 3 };
  const think_ms = random.pick([4, 30, 120]);
  const settings = Array.from({ length: random.whole(2, 5) }, (_, number): ClientSetting => {
    const orders = random.whole(3, 10);
    return { number, orders, think_ms, timeline, random: random.fork(), record, servers, hop, ...plant.client };
  });
  let working = 0;
  const begin = (work: Promise<void>) => {
    working += 1;
    void work.then(
      () => (working -= 1),
      (error) => record.incident('simulator', String(error?.stack ?? error)),
    );
  };
  for (const setting of settings) begin(client(setting));
  if (random.chance(0.6)) begin(operator(database, random.fork(), chaos.network, random.whole(1, 6)));

  const finished = await timeline.run(() => working === 0, MAX_EVENTS);
  if (!finished) record.incident('endless', `${working} of those who work in it had no end after ${timeline.events} events`);
  const end_ms = timeline.now_ms + TAIL_MS;
  await timeline.run(() => timeline.now_ms > end_ms && database.isQuiet(), MAX_EVENTS);

  const { trace, events, met } = timeline;
  return {
    seed,
    violations: checkAll(record, database),
    trace,
    hash: hashOf(trace, database.tables),
    requests: record.requests.length,
    events,
    met,
  };
}

function hashOf(trace: readonly string[], tables: Tables): string {
  const hash = createHash('sha256').update(trace.join('\n'));
  for (const name of ['account', 'journal', 'entry', 'hold', 'refund', 'capability_grant'] as const) {
    for (const row of tables[name].values()) hash.update(Object.values(row).join());
  }
  return hash.digest('hex').slice(0, 16);
}
