import {
  array,
  bytea,
  type Database,
  enumOf,
  int4,
  nullable,
  type Rider,
  riderStatement,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { OUTBOX_KINDS, OUTBOX_STATES, type OutboxKind, type OutboxState } from '../model.ts';

/** As the table has it. */
export interface OutboxRow {
  readonly id: Uuid;
  readonly kind: OutboxKind;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly linkSealed: Uint8Array | null;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly lastError: string;
  readonly createdAt: Date;
}

export type NewOutboxRow = Pick<OutboxRow, 'id' | 'kind' | 'recipient' | 'subject' | 'body' | 'linkSealed'>;

const KIND = enumOf('outbox_kind', OUTBOX_KINDS);

const WRITE = riderStatement({
  name: 'outbox-write',
  text: `INSERT INTO outbox (id, kind, recipient, subject, body, link_sealed)
         SELECT * FROM unnest($1::uuid[], $2::outbox_kind[], $3::text[], $4::text[], $5::text[], $6::bytea[])`,
  columns: [uuid, KIND, text, text, text, nullable(bytea)],
});

/**
 * Takes what is due for so many seconds, and counts the attempt. One that was taken before and is due again belonged to a process
 * that died. Nothing stays locked while it is sent.
 */
const CLAIM = statement({
  name: 'outbox-claim',
  text: `WITH due AS MATERIALIZED (
           SELECT id FROM outbox
           WHERE state IN ('queued', 'sending') AND try_at <= (SELECT clock_timestamp()) AND kind = ANY($1::outbox_kind[])
           ORDER BY try_at LIMIT $2::int FOR UPDATE SKIP LOCKED
         )
         UPDATE outbox SET state = 'sending', attempts = attempts + 1, try_at = clock_timestamp() + make_interval(secs => $3::int)
         FROM due WHERE outbox.id = due.id
         RETURNING outbox.id, kind, recipient, subject, body, link_sealed AS "linkSealed", state, attempts, last_error AS "lastError",
           created_at AS "createdAt"`,
  params: [array(KIND), int4, int4],
  row: {
    id: uuid,
    kind: KIND,
    recipient: text,
    subject: text,
    body: text,
    linkSealed: nullable(bytea),
    state: enumOf('outbox_state', OUTBOX_STATES),
    attempts: int4,
    lastError: text,
    createdAt: timestamptz,
  },
});

/** Whoever got it through says so, also after another process has taken it. The link goes, with the text around it. */
const SENT = statement({
  name: 'outbox-sent',
  text: `UPDATE outbox SET state = 'sent', sent_at = clock_timestamp(), last_error = '', link_sealed = NULL,
           body = CASE WHEN link_sealed IS NULL THEN body ELSE '' END
         WHERE id = $1 AND state <> 'sent'`,
  params: [uuid],
});

/** Only by the process that made this attempt. */
const TRY_AGAIN = statement({
  name: 'outbox-try-again',
  text: `UPDATE outbox SET state = 'queued', try_at = clock_timestamp() + make_interval(secs => $3::int), last_error = $4
         WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
  params: [uuid, int4, int4, text],
});

const GIVE_UP = statement({
  name: 'outbox-give-up',
  text: `UPDATE outbox SET state = 'failed', last_error = $3 WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
  params: [uuid, int4, text],
});

/** What is being sent has its turn already. A body that is empty went with its link. */
const RESEND = statement({
  name: 'outbox-resend',
  text: `UPDATE outbox SET state = 'queued', attempts = 0, try_at = clock_timestamp(), last_error = '', sent_at = NULL
         WHERE id = $1 AND state <> 'sending' AND body <> ''`,
  params: [uuid],
});

/** Notices are many, and nobody asks for one that arrived yesterday. Mails stay. */
const FORGET = statement({
  name: 'outbox-forget',
  text: `DELETE FROM outbox WHERE kind = 'http' AND state = 'sent' AND sent_at < clock_timestamp() - interval '1 day'`,
});

/** Writes one row in the caller's transaction. */
export function rowRider({ id, kind, recipient, subject, body, linkSealed }: NewOutboxRow): Rider {
  return WRITE.row(id, kind, recipient, subject, body, linkSealed);
}

/** The only place where the outbox touches the database, beside the riders. */
export class OutboxStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Oldest first, those after `after`; undefined where there is no such row. */
  async list(after: Uuid | undefined, limit: number): Promise<OutboxRow[] | undefined> {
    const { outbox } = this.#database.prisma;
    if (after !== undefined && !(await outbox.findUnique({ where: { id: after }, select: { id: true } }))) return undefined;
    return outbox.findMany({
      ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
  }

  find(id: Uuid): Promise<OutboxRow | null> {
    return this.#database.prisma.outbox.findUnique({ where: { id } });
  }

  async resend(id: Uuid): Promise<boolean> {
    return (await RESEND.run(this.#database.pool, id)) === 1;
  }

  /** The longest waiting first; they are the caller's for so many seconds. */
  claim(kinds: readonly OutboxKind[], most: number, secs: number): Promise<OutboxRow[]> {
    return CLAIM.all(this.#database.pool, kinds, most, secs);
  }

  async forget(): Promise<void> {
    await FORGET.run(this.#database.pool);
  }

  async sent(id: Uuid): Promise<void> {
    await SENT.run(this.#database.pool, id);
  }

  async tryAgain({ id, attempts }: OutboxRow, pause_secs: number, why: string): Promise<void> {
    await TRY_AGAIN.run(this.#database.pool, id, attempts, pause_secs, why);
  }

  async giveUp({ id, attempts }: OutboxRow, why: string): Promise<void> {
    await GIVE_UP.run(this.#database.pool, id, attempts, why);
  }
}
