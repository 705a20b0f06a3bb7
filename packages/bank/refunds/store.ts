import { array, type Database, enumOf, int8, nullable, type Queryable, statement, uuid } from '@scrip/database';
import { type AccountId, type JournalId, MAX_MINOR } from '@scrip/kernel';
import { ACCOUNT_STATES, available, legKey } from '../ledger/model.ts';
import { REFUNDED } from '../ledger/statements.ts';
import type { Purse } from './turn.ts';

const PURSES = statement({
  name: 'refunds-purses',
  text: `SELECT id, state, floor, posted_debits AS "postedDebits", posted_credits AS "postedCredits", held_debits AS "heldDebits"
         FROM account WHERE id = ANY($1::uuid[])`,
  params: [array(uuid)],
  row: {
    id: uuid,
    state: enumOf('account_state', ACCOUNT_STATES),
    floor: nullable(int8),
    postedDebits: int8,
    postedCredits: int8,
    heldDebits: int8,
  },
});

const GIVEN = statement({
  name: 'refunds-given',
  text: 'SELECT coalesce(sum(amount), 0)::bigint AS amount FROM refund WHERE journal_id = $1',
  params: [uuid],
  row: { amount: int8 },
});

/** What accounts can give back now. */
export interface StatedPurse extends Purse {
  readonly isClosed: boolean;
}

/** Reads what refunds are planned on. */
export class RefundStore {
  readonly #pool: Database['pool'];

  constructor({ pool }: Database) {
    this.#pool = pool;
  }

  /** What can leave each account now, its overdraft included, in minor units. */
  async purses(accounts: readonly AccountId[]): Promise<Map<AccountId, StatedPurse>> {
    const rows = await PURSES.all(this.#pool, accounts);
    return new Map(
      rows.map(({ id, state, floor, ...totals }) => {
        const free = floor === null ? MAX_MINOR : available(totals) - floor;
        return [id, { free, isOpen: state === 'open', isClosed: state === 'closed' }];
      }),
    );
  }

  /** How much has been paid back of each transfer of these journals, by `legKey`. */
  async refunded(originals: readonly JournalId[], on: Queryable = this.#pool): Promise<ReadonlyMap<string, bigint>> {
    const rows = await REFUNDED.all(on, originals);
    return new Map(rows.map(({ original_id, leg, amount }) => [legKey(original_id, leg), amount]));
  }

  /** How much a journal has paid back, in minor units. */
  async given(journal: JournalId): Promise<bigint> {
    return (await GIVEN.first(this.#pool, journal))?.amount ?? 0n;
  }
}
