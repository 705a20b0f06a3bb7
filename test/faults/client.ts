import { setTimeout as sleep } from 'node:timers/promises';
import { Caller } from './caller.ts';
import type { Outcome, Protocol, Recorder, Request } from './history.ts';
import { OPERATIONS } from './operations.ts';
import type { Order } from './orders.ts';
import { INTERNAL, outcomeOf } from './outcomes.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Shop } from './shops.ts';

/** How long an answer is waited for. Some are impatient: their retry races with the first attempt, which still runs. */
const PATIENCE_MS = [1_500, 6_000] as const;
/** Longer than it takes to notice that a server is back, or those who ask keep the processor from bringing it back. */
const PAUSE_MS = [20, 250] as const;
/** After the last fault is over; what is unanswered then stays so. */
export const LAST_PATIENCE_MS = 60_000;
/** Of all that was acknowledged, and of what is about leases and products, which is asked about for longer. */
const [REMEMBERED, DEALS_REMEMBERED] = [200, 600];
/** What can be done once is mostly tried twice at the same time. */
const ONCE: readonly (string | undefined)[] = ['free', 'redeemed'];
/** Comments that a careless writer of arrays, XML or JSON would spoil. */
const TEXTS = ['', 'plain', 'it\'s "quoted"', 'a,b {c}', 'back\\slash', 'NULL', 'für 漢字 😀', '<b>&amp;</b>', '%s $1 --'];

export interface ClientOptions {
  readonly number: number;
  readonly self: Person;
  readonly people: readonly Person[];
  /** Where the servers are reached, one port for each. */
  readonly ports: readonly number[];
  readonly random: Random;
  readonly recorder: Recorder;
  readonly shops: readonly Shop[];
  /** What was acknowledged lately, to all clients; and of that what is about leases and products. */
  readonly shelf: Request[];
  readonly deals: Request[];
  /** Told of every acknowledgement: which server gave it, and when the attempt was sent (performance.now). */
  onAcknowledged(id: string, server: number, sent_ms: number, fresh: boolean): void;
}

/** Pays and pays, retries what it got no answer to until it gets one, and asks again about what was answered. */
export class Client {
  readonly #options: ClientOptions;
  /** Two for each server: a request can be sent twice at the same time. */
  readonly #callers: readonly (readonly [Caller, Caller])[];
  readonly #done: Request[] = [];
  readonly #refused: Request[] = [];
  #count = 0;
  #deadline_ms = Number.POSITIVE_INFINITY;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#callers = options.ports.map((port) => [new Caller(port), new Caller(port)]);
  }

  /** Goes on until it is told to stop; then resolves when its last request is answered. */
  async run(): Promise<void> {
    while (this.#deadline_ms === Number.POSITIVE_INFINITY) await this.#step();
    for (const pair of this.#callers) for (const caller of pair) caller.close();
  }

  stop(): void {
    this.#deadline_ms = performance.now() + LAST_PATIENCE_MS;
  }

  async #step(): Promise<void> {
    const { random } = this.#options;
    const share = random.next();
    const [done, refused] = [this.#done, this.#refused];
    if (share < 0.06 && done.length > 0) await this.#askAgain(random.pick(done));
    // Another request under an id that is in the books: a conflict.
    else if (share < 0.08 && done.length > 0) await this.#settle(this.#intend(random.pick(done).requestId));
    // Another request under an id that was only ever refused: as if it were new.
    else if (share < 0.11 && refused.length > 0) await this.#settle(this.#intend(refused.pop()?.requestId as string));
    else await this.#begin(this.#intend(), share < 0.16);
  }

  async #begin(request: Request, twice: boolean): Promise<void> {
    const wanted = twice || (ONCE.includes(request.effect.deal?.what) && this.#options.random.chance(0.6));
    await (wanted ? this.#twice(request) : this.#settle(request));
  }

  #intend(requestId?: string): Request {
    const { number, self, people, shops, random, recorder, shelf: done, deals } = this.#options;
    this.#count += 1;
    const comment = `${number}/${this.#count} ${random.pick(TEXTS)}`.trimEnd();
    const id = requestId ?? `client ${number}, request ${this.#count}`;
    let [order, operation]: [Order | undefined, string] = [undefined, ''];
    const draw = { random, self, people, shops, requestId: id, comment, done, deals };
    while (!order) {
      const drawn = random.weighted(OPERATIONS);
      operation = drawn.name;
      order = drawn.draw(draw);
    }
    return recorder.intend({ ...order, operation, client: number, principal: self.akey, requestId: id });
  }

  /** A retry of what was answered, through the other protocol. */
  async #askAgain(request: Request): Promise<void> {
    const before = request.attempts.find((attempt) => attempt.outcome?.kind === 'acknowledged');
    await this.#settle(request, before?.protocol === 'json' ? 'xml' : 'json');
  }

  /** Through both protocols and both servers at the same time, then until it is known what came of it. */
  async #twice(request: Request): Promise<void> {
    const first = this.#attempt(request, 'json', 0, 0);
    const second = this.#attempt(request, 'xml', this.#callers.length - 1, 1);
    const outcomes = await Promise.all([first, second]);
    if (outcomes.some((outcome) => outcome.kind === 'unknown')) await this.#settle(request);
    else this.#remember(request);
  }

  async #settle(request: Request, protocol?: Protocol): Promise<void> {
    const { random } = this.#options;
    // As a client's library would: the protocols take turns from one request to the next.
    let next: Protocol = protocol ?? (this.#count % 2 === 0 ? 'json' : 'xml');
    for (;;) {
      const outcome = await this.#attempt(request, next, random.whole(0, this.#callers.length - 1), 0);
      if (outcome.kind !== 'unknown') return this.#remember(request);
      if (performance.now() > this.#deadline_ms) return;
      await sleep(random.whole(...PAUSE_MS));
      next = random.pick(['json', 'xml']);
    }
  }

  async #attempt(request: Request, protocol: Protocol, server: number, line: 0 | 1): Promise<Outcome> {
    const { self, random, recorder, onAcknowledged } = this.#options;
    const caller = this.#callers[server]?.[line] as Caller;
    const attempt = recorder.send(request, protocol, server);
    const sent_ms = performance.now();
    const params = [[self.login], ...request.params];
    const answer = await caller.call(protocol, request.method, params, random.whole(...PATIENCE_MS));
    const outcome = outcomeOf(answer, request);
    const fresh = !request.attempts.some((one) => one.outcome?.kind === 'acknowledged');
    recorder.answer(attempt, outcome);
    if (outcome.kind === 'acknowledged') onAcknowledged(outcome.id, server, sent_ms, fresh);
    if (answer.kind === 'fault' && answer.fault === INTERNAL) {
      recorder.incidents.push(`${request.method} under ${JSON.stringify(request.requestId)} at server ${server}: ${answer.text}`);
    }
    return outcome;
  }

  #remember(request: Request): void {
    const acknowledged = request.attempts.some((attempt) => attempt.outcome?.kind === 'acknowledged');
    const { shelf, deals } = this.#options;
    if (acknowledged) {
      for (const list of [this.#done, shelf]) keep(list, request, REMEMBERED);
      if (request.effect.deal) keep(deals, request, DEALS_REMEMBERED);
    } else if (request.attempts.every((attempt) => attempt.outcome?.kind === 'refused')) keep(this.#refused, request, REMEMBERED);
  }
}

function keep(list: Request[], request: Request, most: number): void {
  if (list.includes(request)) return;
  list.push(request);
  if (list.length > most) list.shift();
}
