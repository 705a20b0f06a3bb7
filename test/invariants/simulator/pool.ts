import type { Random } from '../../faults/random.ts';
import { lostConnection, refusedConnection } from './failure.ts';
import type { Postgres } from './postgres.ts';
import type { Answer, Session } from './session.ts';
import type { Timeline } from './timeline.ts';

/** What becomes of a packet on the network. */
export interface Network {
  delay_ms(): number;
  /** Whether the connection breaks at this packet. */
  breaks(): boolean;
}

interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

type Reply = { readonly error: Error | undefined; readonly answer: Answer };

/** As the real pool. */
const CONNECT_TIMEOUT_MS = 3_000;
const ANSWER_TIMEOUT_MS = 6_000;

/** The server's side of a connection, as the driver shows it: statements are sent without waiting, answers come in their order. */
export class Client {
  readonly #pool: Pool;
  readonly #session: Session;
  readonly #listeners = new Set<(error: Error) => void>();
  readonly #waiting: Query[] = [];
  #packet: { readonly at_ms: number; readonly queries: Query[] } | undefined;
  #arrival_ms = 0;
  #inbox: Reply[] = [];
  isBroken = false;

  constructor(pool: Pool, session: Session) {
    this.#pool = pool;
    this.#session = session;
    session.onEnd(() => pool.timeline.after(pool.network.delay_ms(), () => this.break()));
  }

  query(config: string | { text: string; values?: readonly unknown[] }): Promise<Answer> {
    if (this.isBroken) return Promise.reject(new Error('Client has encountered a connection error and is not queryable'));
    const { text, values = [] } = typeof config === 'string' ? { text: config } : config;
    return new Promise((resolve, reject) => {
      const query = { text, values, resolve, reject };
      this.#waiting.push(query);
      this.#send(query);
    });
  }

  on(_event: 'error', listener: (error: Error) => void): void {
    this.#listeners.add(listener);
  }

  off(_event: 'error', listener: (error: Error) => void): void {
    this.#listeners.delete(listener);
  }

  release(destroy?: boolean | Error): void {
    if (destroy) this.break();
    this.#pool.takeBack(this);
  }

  /** What was sent and not answered fails, all at once; the database learns of it later, or when it has carried everything out. */
  break(): void {
    if (this.isBroken) return;
    this.isBroken = true;
    this.#session.endAfterwards();
    this.#pool.gone(this);
    for (const { reject } of this.#waiting.splice(0)) reject(lostConnection());
    for (const listener of [...this.#listeners]) listener(lostConnection());
  }

  /** The process that it belongs to is no more: nobody hears anything, and the database notices after a while. */
  abandon(after_ms: number): void {
    this.isBroken = true;
    this.#pool.timeline.after(after_ms, () => this.#session.end());
  }

  #send(query: Query): void {
    const { timeline, network } = this.#pool;
    if (this.#packet?.at_ms === timeline.now_ms) {
      this.#packet.queries.push(query);
      return;
    }
    const packet = { at_ms: timeline.now_ms, queries: [query] };
    this.#packet = packet;
    this.#arrival_ms = Math.max(this.#arrival_ms, timeline.now_ms + network.delay_ms());
    timeline.after(this.#arrival_ms - timeline.now_ms, () => {
      if (this.#packet === packet) this.#packet = undefined;
      const cut = network.breaks();
      // In the middle of it: what is behind the break does not arrive.
      const arriving = cut ? packet.queries.slice(0, this.#pool.random.whole(0, packet.queries.length)) : packet.queries;
      if (!this.isBroken || !cut) for (const one of arriving) this.#deliver(one);
      if (cut) this.break();
    });
    timeline.after(ANSWER_TIMEOUT_MS, () => {
      if (this.#waiting.includes(query)) this.break();
    });
  }

  #deliver({ text, values }: Query): void {
    this.#session.submit({ text, values, reply: (error, answer) => this.#answer({ error, answer }) });
  }

  /** Answers that are on their way at the same time arrive together. */
  #answer(reply: Reply): void {
    this.#inbox.push(reply);
    if (this.#inbox.length > 1) return;
    const { timeline, network, random } = this.#pool;
    timeline.after(network.delay_ms(), () => {
      const replies = this.#inbox;
      this.#inbox = [];
      if (this.isBroken) return;
      const cut = network.breaks();
      const arriving = cut ? replies.slice(0, random.whole(0, replies.length - 1)) : replies;
      for (const { error, answer } of arriving) {
        const query = this.#waiting.shift();
        if (error) query?.reject(error);
        else query?.resolve(answer);
      }
      if (cut) this.break();
    });
  }
}

/** A server's connections: so many at once, and those who want one more wait. */
export class Pool {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly network: Network;
  readonly #database: Postgres;
  readonly #size: number;
  readonly #idle: Client[] = [];
  readonly #all = new Set<Client>();
  readonly #waiting: ((client: Client | undefined) => void)[] = [];
  #opening = 0;
  #isAbandoned = false;

  constructor(database: Postgres, random: Random, network: Network, size: number) {
    this.timeline = database.timeline;
    this.random = random;
    this.network = network;
    this.#database = database;
    this.#size = size;
  }

  async connect(): Promise<Client> {
    if (this.#isAbandoned) return new Promise(() => {});
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size + this.#opening < this.#size) return this.#open();
    const given = await new Promise<Client | 'open' | 'timeout'>((resolve) => {
      const take = (client: Client | undefined) => resolve(client ?? 'open');
      this.#waiting.push(take);
      this.timeline.after(CONNECT_TIMEOUT_MS, () => {
        const at = this.#waiting.indexOf(take);
        if (at >= 0) this.#waiting.splice(at, 1);
        resolve('timeout');
      });
    });
    if (given === 'timeout') throw new Error('timeout exceeded when trying to connect');
    return given === 'open' ? this.#open() : given;
  }

  takeBack(client: Client): void {
    if (client.isBroken) return;
    const next = this.#waiting.shift();
    if (next) next(client);
    else this.#idle.push(client);
  }

  gone(client: Client): void {
    this.#all.delete(client);
    const at = this.#idle.indexOf(client);
    if (at >= 0) this.#idle.splice(at, 1);
    this.#waiting.shift()?.(undefined);
  }

  /** Every connection, as when the process is killed. */
  abandon(after_ms: () => number): void {
    this.#isAbandoned = true;
    for (const client of this.#all) client.abandon(after_ms());
  }

  async #open(): Promise<Client> {
    this.#opening += 1;
    await this.timeline.sleep(this.network.delay_ms());
    this.#opening -= 1;
    if (!this.#database.isUp) {
      this.#waiting.shift()?.(undefined);
      throw refusedConnection();
    }
    const client = new Client(this, this.#database.open());
    this.#all.add(client);
    return client;
  }
}
