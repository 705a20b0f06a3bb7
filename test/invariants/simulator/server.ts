import { isUnavailable, isWriteConflict, riderStatement, uuid } from '@scrip/database';
import { Fault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Random } from '../../faults/random.ts';
import { Batcher, decide, type Outcome, type Posting, postWithin } from './ledger.ts';
import { settlement } from './orders.ts';
import { type Client, type Network, Pool } from './pool.ts';
import type { Postgres } from './postgres.ts';
import type { Attempt, Record, Reply, Request } from './record.ts';
import { DUE } from './sql.ts';

/** A server that is not what it should be, to see whether anybody notices. */
export interface Flaws {
  readonly decide?: typeof decide;
  /** What the server makes of a request, each time that it comes. */
  readonly posting?: (posting: Posting, attempt: Attempt) => Posting;
  /** What it tells the client instead. */
  readonly reply?: (reply: Reply) => Reply;
  /** Stands between the ledger and its connection. */
  readonly wire?: (client: Client) => Pick<Client, 'query' | 'on' | 'off' | 'release'>;
}

export interface Surroundings {
  readonly database: Postgres;
  readonly record: Record;
  readonly network: Network;
  readonly flaws: Flaws;
}

const POOL_SIZE = 4;
const NOTICE = riderStatement({
  name: 'simulated-notice',
  text: 'INSERT INTO notice (journal_id) SELECT * FROM unnest($1::uuid[])',
  columns: [uuid],
});
/** How often the work of a slice is tried in all when it meets another transaction. */
const ATTEMPTS = 6;

type Connections = ConstructorParameters<typeof Batcher>[0]['pool'];

/** A server process: the real batcher over a pool of its own. When it is killed it hears and says nothing any more. */
export class Server {
  readonly #in: Surroundings;
  readonly #random: Random;
  readonly #pool: Pool;
  readonly #connections: Connections;
  readonly #batcher: Batcher;
  readonly #name: string;
  isUp = true;

  constructor(name: string, surroundings: Surroundings, random: Random) {
    this.#name = name;
    this.#in = surroundings;
    this.#random = random;
    const { database, network, flaws } = surroundings;
    const { timeline } = database;
    this.#pool = new Pool(database, random, network, POOL_SIZE);
    const connect = async () => {
      const client = await this.#pool.connect();
      return flaws.wire?.(client) ?? client;
    };
    // As much of the driver's pool and client as the ledger uses.
    this.#connections = { connect } as unknown as Connections;
    const say = (_details: object, what: string) => timeline.note(`${name} says: ${what}`);
    this.#batcher = new Batcher(
      { pool: this.#connections },
      { info: say, warn: say, error: say },
      {
        now_ms: () => timeline.now_ms,
        sleep: (time_ms) => timeline.sleep(time_ms),
        random: () => random.next(),
        decide: flaws.decide ?? decide,
      },
    );
  }

  kill(): void {
    this.#in.database.timeline.note(`${this.#name} is killed`);
    this.isUp = false;
    // Mostly its sockets are closed by the system; where its host is gone too, the database waits for a while.
    this.#pool.abandon(() => (this.#random.chance(0.8) ? this.#random.next() * 20 : this.#random.whole(500, 10_000)));
  }

  /** Never rejects; never resolves where the server is killed before. */
  async handle(request: Request, attempt: Attempt): Promise<Reply> {
    const { flaws, database, record } = this.#in;
    const riders = request.notices === 1 ? [NOTICE.row(request.journal.id)] : [];
    const asked: Posting = { journal: request.journal, riders };
    const posting = flaws.posting?.(asked, attempt) ?? asked;
    const outcome = await (request.within ? this.#within(posting) : this.#batcher.submit(posting)).then(replyOf, failureOf);
    const reply = flaws.reply?.(outcome) ?? outcome;
    if (!this.isUp) return new Promise(() => {});
    if (reply.kind === 'accepted' && !database.tables.journal.has(posting.journal.id)) {
      record.incident('ack_early', `${request.name} was acknowledged before it was in the books`);
    }
    return reply;
  }

  /** Gives back what has expired, every so often; the others do the same at the same time. */
  async expire(until_ms: number): Promise<void> {
    const { timeline } = this.#in.database;
    while (this.isUp && timeline.now_ms < until_ms) {
      await timeline.sleep(this.#random.whole(200, 900));
      const due = this.isUp ? await this.#due() : [];
      await Promise.all(due.map((hold) => this.#expireOne(hold)));
    }
  }

  async #due(): Promise<readonly { journal_id: string; leg: number }[]> {
    let client: PoolClient | undefined;
    let rows: { journal_id: string; leg: number }[] = [];
    try {
      client = await this.#connections.connect();
      rows = (await client.query<{ journal_id: string; leg: number }>(DUE)).rows;
    } catch {
      // It is tried again the next time.
    }
    client?.release();
    return rows;
  }

  async #expireOne({ journal_id, leg }: { journal_id: string; leg: number }): Promise<void> {
    const { record, database } = this.#in;
    const held = record.requests.find(({ journal }) => journal.id === journal_id && journal.transfers[leg]?.hold);
    if (!held) return record.incident('journal_unasked', `a hold of ${journal_id}`);
    const draft = settlement(held.journal, leg, 'expire', 0n);
    const name = `${draft.kind} of ${held.name}/${leg}`;
    const earlier = record.requests.find((one) => one.name === name);
    const journal = { ...held.journal, ...draft };
    const request = earlier ?? record.add({ name, journal, notices: 0, within: false, awaited: false, attempts: [] });
    const attempt: Attempt = { server: -1, sent_ms: database.timeline.now_ms };
    request.attempts.push(attempt);
    const reply = await this.handle(request, attempt);
    attempt.answered_ms = database.timeline.now_ms;
    attempt.reply = reply;
  }

  /** A slice's own transaction with money in it, which may take its time while it holds the locks. */
  async #within(posting: Posting): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#withinOnce(posting);
      } catch (error) {
        if (attempt === ATTEMPTS || !isWriteConflict(error)) throw error;
        await this.#in.database.timeline.sleep(this.#random.next() * 4 * 2 ** attempt);
      }
    }
  }

  async #withinOnce(posting: Posting): Promise<Outcome> {
    const { timeline } = this.#in.database;
    const client = await this.#connections.connect();
    const ignore = () => {};
    client.on('error', ignore);
    let sound = false;
    try {
      await client.query('BEGIN');
      const [outcome] = await postWithin(client, [posting], this.#in.flaws.decide);
      await timeline.sleep(this.#random.chance(0.2) ? this.#random.whole(300, 1_500) : this.#random.next() * 20);
      const { command } = await client.query('COMMIT');
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
      sound = true;
      return outcome as Outcome;
    } finally {
      client.off('error', ignore);
      client.release(!sound);
    }
  }
}

function replyOf(outcome: Outcome): Reply {
  return outcome.accepted ? { kind: 'accepted', replay: outcome.replay } : { kind: 'refused', why: outcome.refusal.why };
}

function failureOf(error: Error): Reply {
  const unknown = isUnavailable(error) || isWriteConflict(error) || (error instanceof Fault && error.spec.kind === 'unavailable');
  return unknown ? { kind: 'unknown' } : { kind: 'failed', text: error.stack ?? error.message };
}
