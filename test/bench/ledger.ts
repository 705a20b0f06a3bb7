import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase, startEmbedded } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import pg from 'pg';
import { audit } from '../../packages/bank/audit/audit.ts';
import { Batcher } from '../../packages/bank/ledger/batcher.ts';
import { accountId, journalId, requestHash } from '../../packages/bank/ledger/ids.ts';
import type { Journal } from '../../packages/bank/ledger/model.ts';
import { fillBooks, makeAccounts } from './books.ts';
import { pgbench } from './pgbench.ts';
import { median, type Row } from './row.ts';

const ACCOUNTS = 10_000;
const CALLERS = 512;
const PEER_CLIENTS = 64;
const ROUNDS = 4;
const SLICE_MS = 5_000;
const ENTRIES = 5_000_000;
/** One in so many payments asks for more than any account has; one in so many is sent again under its request id. */
const REFUSED_EVERY = 20;
const REPLAYED_EVERY = 50;
const TOO_MUCH = 1n << 40n;
const log = { info() {}, warn: console.error, error: console.error };

/** The ledger without protocols and capabilities around it, in this process, beside pgbench on the same PostgreSQL. */
export async function run(say: (text: string) => void): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-bench-'));
  const embedded = await startEmbedded({ dataDir, log });
  const opened: Database[] = [];
  const open = async (name: string) => {
    const admin = new pg.Client({ connectionString: embedded.superuserUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`).finally(() => admin.end());
    const url = new URL(embedded.superuserUrl);
    url.pathname = name;
    await migrate(url.href, log);
    const database = await openDatabase({ url: url.href, log });
    opened.push(database);
    return database;
  };
  try {
    say(`preparing ${ACCOUNTS} accounts, twice, and pgbench at scale ${PEER_CLIENTS}`);
    const empty = await open('books_empty');
    const emptyOwners = await makeAccounts(empty, ACCOUNTS);
    const full = await open('books_full');
    const fullOwners = await makeAccounts(full, ACCOUNTS);
    say(`writing ${ENTRIES} entries into one of the two`);
    await fillBooks(full, fullOwners, ENTRIES);
    const peer = await pgbench(embedded.superuserUrl, PEER_CLIENTS);
    const fresh = new Load(empty, emptyOwners);
    const long = new Load(full, fullOwners);

    say('warming up');
    await fresh.run(SLICE_MS);
    const rates = { pgbench: [] as number[], spread: [] as number[], hot: [] as number[], short: [] as number[], long: [] as number[] };
    const bytes = await bytesOf(empty);
    const before = fresh.booked;
    for (let round = 1; round <= ROUNDS; round++) {
      say(`round ${round} of ${ROUNDS}`);
      // Each slice starts with its own slate: nobody pays for writing back what the one before it left dirty.
      const settle = () => empty.pool.query('CHECKPOINT');
      await settle();
      rates.pgbench.push(await peer.run(SLICE_MS / 1000));
      await settle();
      rates.spread.push(await fresh.run(SLICE_MS));
      await settle();
      rates.hot.push(await fresh.run(SLICE_MS, fresh.ids[0]));
    }
    await empty.pool.query('VACUUM');
    const perPayment = ((await bytesOf(empty)) - bytes) / (fresh.booked - before);
    // Checkpoints come as PostgreSQL makes them here: right after one, each first change of a page costs a copy of it in the
    // log, and long books have more pages.
    say('the same payments into long books');
    await long.run(2 * SLICE_MS);
    for (let round = 1; round <= ROUNDS; round++) {
      rates.short.push(await fresh.run(SLICE_MS));
      rates.long.push(await long.run(SLICE_MS));
    }
    for (const database of opened) {
      const { ok, problems } = await audit(database, []);
      if (!ok) throw new Error(`the books do not add up after the run: ${problems.join('; ')}`);
    }
    const row = (name: string, ours: number[], theirs: number[], peerName: string, target: string): Row => ({
      name,
      ours: median(ours),
      peer: median(theirs),
      peerName,
      ratio: median(ours.map((one, index) => one / (theirs[index] ?? Number.NaN))),
      unit: 'payments/s',
      target,
    });
    return [
      row('ledger in process, spread payees', rates.spread, rates.pgbench, 'pgbench TPC-B', '>= 4'),
      row('ledger in process, one hot payee', rates.hot, rates.spread, 'spread payees', '>= 1'),
      row('ledger in process, 5,000,000 entries', rates.long, rates.short, 'short books', '>= 0.83'),
      { name: 'on disk, all tables and indexes', ours: perPayment, unit: 'bytes/payment', target: '<= 600' },
    ];
  } finally {
    for (const database of opened) await database.close();
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Callers that each have one payment on its way, with refusals and replays among them. */
export class Load {
  readonly ids: readonly Uuid[];
  booked = 0;
  readonly #batcher: Batcher;
  #sent = 0;
  #last: Journal | undefined;

  constructor(database: Database, owners: readonly Uuid[]) {
    this.#batcher = new Batcher(database, log);
    this.ids = owners.map((owner) => accountId(owner, 'working'));
  }

  /** Answered payments a second: booked, refused and recognised ones. */
  async run(duration_ms: number, payee?: Uuid): Promise<number> {
    const start = performance.now();
    const end = start + duration_ms;
    let answered = 0;
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        while (performance.now() < end) {
          await this.#pay(payee);
          answered += 1;
        }
      }),
    );
    return answered / ((performance.now() - start) / 1000);
  }

  async #pay(payee: Uuid | undefined): Promise<void> {
    const at = ++this.#sent;
    const replay = at % REPLAYED_EVERY === 0 ? this.#last : undefined;
    const refused = !replay && at % REFUSED_EVERY === 1;
    const journal = replay ?? this.#journal(at, payee, refused ? TOO_MUCH : 1n);
    const outcome = await this.#batcher.submit({ journal });
    if (outcome.accepted === refused) throw new Error(`payment ${at} was ${JSON.stringify(outcome)}`);
    if (outcome.accepted && !outcome.replay) this.booked += 1;
    if (!refused) this.#last = journal;
  }

  /** Ids and hashes are worked out as for any caller: that is part of the price. */
  #journal(at: number, payee: Uuid | undefined, amount: bigint): Journal {
    const debit = this.#pick();
    let credit = payee ?? this.#pick();
    while (credit === debit) credit = this.#pick();
    const comment = `payment ${at}`;
    return {
      id: journalId(debit, comment),
      principal: debit,
      requestHash: requestHash('pay', debit, credit, String(amount), comment),
      kind: 'pay',
      comment,
      transfers: [{ debit, credit, amount }],
    };
  }

  #pick(): Uuid {
    return this.ids[Math.floor(Math.random() * this.ids.length)] as Uuid;
  }
}

/** Everything that belongs to the books, indexes and long values included. */
async function bytesOf(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ bytes: number }>(
    `SELECT sum(pg_total_relation_size(c.oid))::float8 AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r'`,
  );
  return rows[0]?.bytes ?? Number.NaN;
}
