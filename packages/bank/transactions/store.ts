import { array, type Database, int2, int8, nullable, oneOf, type Row, statement, text, timestamptz, uuid } from '@scrip/database';
import { type Currency, isUuid, type JournalId, type OwnerKey } from '@scrip/kernel';
import type { Leg, Transaction, TransactionDetails } from './model.ts';

const LEG = {
  journal_id: uuid,
  leg: int2,
  amount: int8,
  state: oneOf<Leg['state']>(),
  refunded: int8,
  in_world: nullable(uuid),
  sent_to: nullable(text),
  from_id: uuid,
  from_owner: uuid,
  from_name: text,
  to_id: uuid,
  to_owner: uuid,
  to_name: text,
  code: text,
  scale: int2,
};

/** The transfers of journals; `condition` says of which. */
const legsOf = (
  condition: string,
) => `SELECT m.journal_id, m.leg, m.amount, m.state, m.in_world, s.account_name AS sent_to, u.code, u.scale,
           f.id AS from_id, f.owner AS from_owner, f.name AS from_name, t.id AS to_id, t.owner AS to_owner, t.name AS to_name,
           coalesce((SELECT sum(amount) FROM refund r WHERE r.original_id = m.journal_id AND r.leg = m.leg), 0)::bigint AS refunded
         FROM (SELECT journal_id, leg, counter_id AS debit_id, account_id AS credit_id, amount, 'moved' AS state, NULL::uuid AS in_world
               FROM entry WHERE journal_id ${condition} AND amount > 0
               UNION ALL
               SELECT journal_id, h.leg, h.debit_id, h.credit_id, h.amount, h.state::text, p.akey
               FROM hold h LEFT JOIN payout p USING (journal_id, leg) WHERE journal_id ${condition}) m
         JOIN account f ON f.id = m.debit_id
         JOIN account t ON t.id = m.credit_id
         JOIN currency u ON u.code = t.currency
         LEFT JOIN sent_to s ON s.journal_id = m.journal_id AND s.leg = m.leg`;

/** Without a reader ($2 is null) it is all of them. */
const LEGS = statement({
  name: 'bank-transaction-legs',
  text: `${legsOf('= $1')} WHERE $2::uuid IS NULL OR f.owner = $2 OR t.owner = $2 ORDER BY m.leg`,
  params: [uuid, nullable(uuid)],
  row: LEG,
});

const LEGS_OF_MANY = statement({
  name: 'bank-transactions-legs',
  text: `${legsOf('= ANY($1::uuid[])')} ORDER BY m.journal_id, m.leg`,
  params: [array(uuid)],
  row: LEG,
});

const REFUNDS = statement({
  name: 'bank-transaction-refunds',
  text: `SELECT r.journal_id AS id, j.created_at AS time, sum(r.amount)::bigint AS amount
         FROM refund r JOIN journal j ON j.id = r.journal_id
         WHERE r.original_id = $1 AND r.leg = ANY($2::smallint[])
         GROUP BY r.journal_id, j.created_at ORDER BY j.created_at, r.journal_id LIMIT $3`,
  params: [uuid, array(int2), int8],
  row: { id: uuid, time: timestamptz, amount: int8 },
});

/** Reads transactions as those see them who have a part in them. */
export class TransactionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** As `reader` may see it: their own transfers in it; without a reader, all. Undefined where there are none, or no such transaction. */
  async find(id: string, reader: OwnerKey | undefined): Promise<Transaction | undefined> {
    if (!isUuid(id)) return undefined;
    const key = id.toLowerCase();
    const { pool, prisma } = this.#database;
    const [journal, legs] = await Promise.all([
      prisma.journal.findUnique({ where: { id: key }, select: { kind: true, comment: true, principal: true, createdAt: true } }),
      LEGS.all(pool, key, reader ?? null),
    ]);
    // A draw may have left all of it with the payer; nobody has a part in that.
    if (!journal || (legs.length === 0 && reader !== undefined)) return undefined;
    const { createdAt: time, kind, comment, principal } = journal;
    return { id: key, time, kind, comment, principal, legs: legs.map(legOf) };
  }

  /** All transfers of several transactions, in order; of one that is not there there are none. */
  async legsOf(ids: readonly JournalId[]): Promise<ReadonlyMap<JournalId, readonly Leg[]>> {
    const legs = new Map<JournalId, Leg[]>(ids.map((id) => [id, []]));
    for (const row of await LEGS_OF_MANY.all(this.#database.pool, ids)) legs.get(row.journal_id)?.push(legOf(row));
    return legs;
  }

  /** What was paid back of these transfers of a transaction, oldest first. */
  refunds(id: JournalId, legs: readonly number[], most: number): Promise<TransactionDetails['refunds']> {
    return REFUNDS.all(this.#database.pool, id, legs, most);
  }

  /** The transaction that this one pays back. */
  async refundedBy(id: JournalId): Promise<JournalId | undefined> {
    return (await this.#database.prisma.refund.findFirst({ where: { journalId: id }, select: { originalId: true } }))?.originalId;
  }
}

function legOf(row: Row<typeof LEG>): Leg {
  const currency: Currency = { code: row.code, scale: row.scale };
  return {
    leg: row.leg,
    from: { id: row.from_id, owner: row.from_owner, name: row.from_name, currency },
    to: { id: row.to_id, owner: row.to_owner, name: row.to_name, currency },
    amount: row.amount,
    state: row.state,
    refunded: row.refunded,
    inWorld: row.in_world,
    sentTo: row.sent_to,
  };
}
