import { type Database, isUnavailable, isWriteConflict } from '@scrip/database';
import { busy, type Log } from '@scrip/rpc';
import { decide } from './decide.ts';
import type { Outcome, Posting } from './model.ts';
import type { Patience } from './statements.ts';
import { postAlone } from './store.ts';

interface Waiting {
  readonly posting: Posting;
  readonly since_ms: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** More than a batch can use; past it, callers are told to come again rather than left to wait. */
const MAX_QUEUE = 10_000;
/** Both bound the memory and the lock time of one transaction. */
const MAX_BATCH = 512;
const MAX_BATCH_ACCOUNTS = 4_000;
/** How long one posting is tried again while the database is away, before its caller is told `busy`. */
const PATIENCE_MS = 5_000;
/** How long a batch waits for an account that another transaction holds. */
const LOCK_WAIT_MS = 400;

/** What a batcher takes from the process around it. A simulation puts its own in their place. */
export interface Runtime {
  /** Of a clock that never goes back. */
  now_ms(): number;
  sleep(time_ms: number): Promise<void>;
  /** From 0 to just below 1. */
  random(): number;
  readonly decide: typeof decide;
}

const PROCESS: Runtime = {
  now_ms: () => performance.now(),
  sleep: (time_ms) => new Promise((resolve) => setTimeout(resolve, time_ms)),
  random: Math.random,
  decide,
};

/**
 * Groups postings that arrive while a batch is on its way into the next batch: one transaction, one wait for the disk,
 * whatever their number. There is no timer, so a single posting never waits for company.
 *
 * There are two lanes. The fast one passes over accounts and grants that another transaction holds; their postings go to the
 * slow lane, which waits for the locks. So an account that is stuck holds up nobody but those who pay from it or to it.
 *
 * A posting is answered only after COMMIT succeeded. Where the connection breaks first, nobody knows whether it did;
 * the same postings are sent again and the journal ids tell which were in the books already.
 */
export class Batcher {
  readonly #slow: Lane;
  readonly #fast: Lane;
  readonly #runtime: Runtime;

  constructor(database: Pick<Database, 'pool'>, log: Log, runtime = PROCESS) {
    this.#slow = new Lane(database, log, runtime, 'wait');
    this.#fast = new Lane(database, log, runtime, 'skip', this.#slow);
    this.#runtime = runtime;
  }

  /** Rejects with `busy` where the outcome is unknown or the queue is full; a retry under the same request id is safe. */
  submit(posting: Posting): Promise<Outcome> {
    if (this.#fast.length + this.#slow.length >= MAX_QUEUE) {
      return Promise.reject(busy(`${MAX_QUEUE} payments are waiting already; retry in a second`));
    }
    const since_ms = this.#runtime.now_ms();
    return new Promise((resolve, reject) => this.#fast.add([{ posting, since_ms, resolve, reject }]));
  }

  /** Resolves when everything that was submitted is answered. */
  async drain(): Promise<void> {
    await this.#fast.drain();
    await this.#slow.drain();
  }
}

class Lane {
  readonly #database: Pick<Database, 'pool'>;
  readonly #log: Log;
  readonly #runtime: Runtime;
  readonly #patience: Patience;
  readonly #slower: Lane | undefined;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(database: Pick<Database, 'pool'>, log: Log, runtime: Runtime, patience: Patience, slower?: Lane) {
    this.#database = database;
    this.#log = log;
    this.#runtime = runtime;
    this.#patience = patience;
    this.#slower = slower;
  }

  get length(): number {
    return this.#queue.length;
  }

  add(waiting: readonly Waiting[]): void {
    this.#queue.push(...waiting);
    this.#running ??= this.#pump();
  }

  async drain(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #pump(): Promise<void> {
    while (this.#queue.length > 0) await this.#run(this.#queue.splice(0, this.#fitting()));
    this.#running = undefined;
  }

  /** How many of those who wait make up the next batch. */
  #fitting(): number {
    let accounts = 0;
    let count = 0;
    while (count < MAX_BATCH && count < this.#queue.length) {
      accounts += 2 * ((this.#queue[count] as Waiting).posting.journal.transfers.length + 1);
      if (count > 0 && accounts > MAX_BATCH_ACCOUNTS) break;
      count++;
    }
    return count;
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    try {
      const passedOver = await this.#post(batch, this.#patience);
      if (passedOver.length > 0) this.#slower?.add(passedOver);
    } catch (error) {
      if (isLockTimeout(error)) await this.#passBy(batch, error);
      else if (isUnavailable(error) || isWriteConflict(error)) await this.#again(batch, error);
      else if (batch.length > 1) await this.#oneByOne(batch, error);
      else batch[0]?.reject(error);
    }
  }

  /** Answers those that were decided, and returns those that were passed over. */
  async #post(batch: readonly Waiting[], patience: Patience): Promise<Waiting[]> {
    const client = await this.#database.pool.connect();
    // A connection that breaks between two statements says so by an event; the statements themselves fail too.
    const ignore = () => {};
    client.on('error', ignore);
    let sound = false;
    let outcomes: readonly (Outcome | undefined)[];
    try {
      const postings = batch.map((waiting) => waiting.posting);
      outcomes = await postAlone(client, postings, patience, patience === 'wait' ? LOCK_WAIT_MS : undefined, this.#runtime.decide);
      sound = true;
    } finally {
      client.off('error', ignore);
      // Whatever state its transaction is in goes with the connection.
      client.release(!sound);
    }
    return batch.filter((waiting, index) => {
      const outcome = outcomes[index];
      if (outcome) waiting.resolve(outcome);
      return !outcome;
    });
  }

  async #again(batch: readonly Waiting[], error: unknown): Promise<void> {
    const patient = this.#patient(batch, error);
    if (patient.length === 0) return;
    await this.#pause();
    await this.#run(patient);
  }

  /** One of the accounts stays locked. Those who have nothing to do with it get through now, the others join the end of the lane. */
  async #passBy(batch: readonly Waiting[], error: unknown): Promise<void> {
    const stuck = await this.#post(batch, 'skip').catch(() => batch);
    const patient = this.#patient(stuck, error);
    if (stuck.length === batch.length) await this.#pause();
    this.#queue.push(...patient);
  }

  /** Tells those who have waited long enough to come again; returns the others. */
  #patient(batch: readonly Waiting[], error: unknown): Waiting[] {
    const now_ms = this.#runtime.now_ms();
    const patient: Waiting[] = [];
    for (const waiting of batch) {
      if (now_ms - waiting.since_ms < PATIENCE_MS) patient.push(waiting);
      else {
        waiting.reject(
          busy('the database does not answer, and may have booked this or not; a retry under the same request id can not pay twice'),
        );
      }
    }
    if (batch.length > 0) {
      this.#log.warn({ err: error, postings: batch.length, again: patient.length }, 'a batch of postings did not get through');
    }
    return patient;
  }

  /** Something in the batch can not be written at all. Alone, each posting answers for itself only. */
  async #oneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    this.#log.error({ err: error, postings: batch.length }, 'a batch of postings failed; trying them one by one');
    for (const waiting of batch) await this.#run([waiting]);
  }

  #pause(): Promise<void> {
    return this.#runtime.sleep(20 + this.#runtime.random() * 80);
  }
}

function isLockTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '55P03';
}
