import { type Database, isUnavailable, isWriteConflict } from '@scrip/database';
import { busy, type Log } from '@scrip/rpc';
import type { Outcome } from './model.ts';
import { type Posting, postAlone } from './store.ts';

interface Waiting {
  readonly posting: Posting;
  readonly since_ms: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** More than a batch can use; past it, callers are told to come again rather than left to wait. */
const MAX_QUEUE = 10_000;
/** Bounds the memory and the lock time of one transaction. */
const MAX_BATCH = 512;
/** How long one posting is tried again while the database is away, before its caller is told `busy`. */
const PATIENCE_MS = 5_000;

/**
 * Groups postings that arrive while a batch is on its way into the next batch: one transaction, one wait for the disk,
 * whatever their number. There is no timer, so a single posting never waits for company.
 *
 * A posting is answered only after COMMIT succeeded. Where the connection breaks first, nobody knows whether it did;
 * the same postings are sent again and the journal ids tell which were in the books already.
 */
export class Batcher {
  readonly #database: Database;
  readonly #log: Log;
  #queue: Waiting[] = [];
  #running = false;
  #idle: (() => void)[] = [];

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** Rejects with `busy` where the outcome is unknown or the queue is full; a retry under the same request id is safe. */
  submit(posting: Posting): Promise<Outcome> {
    if (this.#queue.length >= MAX_QUEUE) return Promise.reject(busy(`${MAX_QUEUE} payments are waiting already; retry in a second`));
    return new Promise((resolve, reject) => {
      this.#queue.push({ posting, since_ms: performance.now(), resolve, reject });
      void this.#pump();
    });
  }

  /** Resolves when everything that was submitted is answered. */
  async drain(): Promise<void> {
    while (this.#running) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async #pump(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#queue.length > 0) await this.#run(this.#queue.splice(0, MAX_BATCH));
    this.#running = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #run(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#post(batch.map((waiting) => waiting.posting));
      for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index] as Outcome);
    } catch (error) {
      if (isUnavailable(error) || isWriteConflict(error)) await this.#again(batch, error);
      else if (batch.length > 1) await this.#oneByOne(batch, error);
      else batch[0]?.reject(error);
    }
  }

  async #post(postings: readonly Posting[]): Promise<readonly Outcome[]> {
    const client = await this.#database.pool.connect();
    // A connection that breaks between two statements says so by an event; the statements themselves fail too.
    const ignore = () => {};
    client.on('error', ignore);
    let sound = false;
    try {
      const outcomes = await postAlone(client, postings);
      sound = true;
      return outcomes;
    } finally {
      client.off('error', ignore);
      // Whatever state its transaction is in goes with the connection.
      client.release(!sound);
    }
  }

  async #again(batch: readonly Waiting[], error: unknown): Promise<void> {
    const now_ms = performance.now();
    const patient = batch.filter((waiting) => now_ms - waiting.since_ms < PATIENCE_MS);
    for (const waiting of batch) {
      if (!patient.includes(waiting)) {
        waiting.reject(
          busy('the database does not answer, and may have booked this or not; a retry under the same request id can not pay twice'),
        );
      }
    }
    this.#log.warn({ err: error, postings: batch.length, again: patient.length }, 'a batch of postings did not get through');
    if (patient.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80));
    await this.#run(patient);
  }

  /** Something in the batch can not be written at all. Alone, each posting answers for itself only. */
  async #oneByOne(batch: readonly Waiting[], error: unknown): Promise<void> {
    this.#log.error({ err: error, postings: batch.length }, 'a batch of postings failed; trying them one by one');
    for (const waiting of batch) await this.#run([waiting]);
  }
}
