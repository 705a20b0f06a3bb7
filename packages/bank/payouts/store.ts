import type { Database, Queryable } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import type { HoldKey } from '../ledger/model.ts';
import type { Payout, Pulled, Standing } from './model.ts';
import { ACCEPT, COUNT, DOUBT, END, FIND, LIST, LOCK, PASS, PULL } from './statements.ts';
import type { PayoutEnd, PayoutState } from './states.ts';

/** Who pulls, for which grid, by which request. */
export interface Pull {
  readonly object: Uuid;
  readonly nonce: string;
  readonly realm: string;
  readonly holdSecs: number;
}

/** What a dispenser says of a payout. */
export interface Step extends HoldKey {
  readonly object: Uuid;
  /** Null where it knows none. */
  readonly gridTransaction: string | null;
}

/** The rows of payouts. Their money is the ledger's. */
export class PayoutStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Oldest first. */
  async list(state: PayoutState, page: Page): Promise<Payout[]> {
    const rows = await LIST.read(this.#database.pool, [state], page);
    return rows.map(({ journal_id, code, scale, ...row }) => ({ ...row, journalId: journal_id, currency: { code, scale } }));
  }

  /** What waits longest, or what the same request got before; undefined where nothing waits. */
  async pull({ object, nonce, realm, holdSecs }: Pull): Promise<Pulled | undefined> {
    const pull = () => PULL.first(this.#database.pool, object, nonce, realm, holdSecs);
    // Of two runs of one request at once one meets the other's row.
    const row = await pull().catch((error: unknown) => (violates(error, 'payout_object_key_nonce_key') ? pull() : Promise.reject(error)));
    return row && { journalId: row.journal_id, leg: row.leg, akey: row.akey, amount: row.amount, currency: row };
  }

  /** False where the object has not pulled it, or not in time. */
  async accept({ journalId, leg, object, gridTransaction }: Step, nonce: string): Promise<boolean> {
    return (await ACCEPT.run(this.#database.pool, journalId, leg, object, nonce, gridTransaction)) === 1;
  }

  /** The object does not know what became of it. False where it does not have it. */
  async doubt({ journalId, leg, object, gridTransaction }: Step): Promise<boolean> {
    return (await DOUBT.run(this.#database.pool, journalId, leg, object, gridTransaction)) === 1;
  }

  find({ journalId, leg }: HoldKey): Promise<Standing | undefined> {
    return FIND.first(this.#database.pool, journalId, leg);
  }

  lock(client: Queryable, { journalId, leg }: HoldKey): Promise<Standing | undefined> {
    return LOCK.first(client, journalId, leg);
  }

  async end(client: Queryable, { journalId, leg }: HoldKey, state: PayoutEnd, gridTransaction: string | null): Promise<void> {
    await END.run(client, journalId, leg, state, gridTransaction);
  }

  /** Queues what was not accepted in time, and marks what was not reported in time; returns how many. */
  pass(): Promise<number> {
    return PASS.run(this.#database.pool);
  }

  /** How many are on their way, by state. */
  async count(): Promise<ReadonlyMap<PayoutState, number>> {
    return new Map((await COUNT.all(this.#database.pool)).map(({ state, payouts }) => [state, Number(payouts)]));
  }
}

/** Whether a unique index refused a row. */
export function violates(error: unknown, index: string): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === index;
}
