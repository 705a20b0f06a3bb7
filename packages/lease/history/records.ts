import { enumOf, int4, int8, nullable, type Queryable, statement, text, timestamptz, uuid } from '@scrip/database';
import { type AvatarKey, type JournalId, newId, type Uuid } from '@scrip/kernel';
import type { Unit } from '../model.ts';

/** `new`, `extend`, `terminated` and `expire` are the document's; the others are ours. */
export const LOG_TYPES = [
  'new',
  'extend',
  'terminated',
  'expire',
  'transfer',
  'payer',
  'unit',
  'price',
  'location',
  'access',
  'manager',
] as const;
export type LogType = (typeof LOG_TYPES)[number];

/** A change at a location, as it is written down. */
export interface NewLogRecord {
  readonly locationId: Uuid;
  readonly type: LogType;
  /** Left out where the change is about the whole location. */
  readonly unit?: Pick<Unit, 'id' | 'name'>;
  readonly leaseId?: Uuid;
  /** The lessee, or whom the change is about; left out where it is about nobody. */
  readonly akey?: AvatarKey;
  /** Who did it; null where the server did. */
  readonly actor: AvatarKey | null;
  /** Minor units: what was paid, or for `terminated` what went back. */
  readonly amount?: bigint;
  readonly durationSecs?: number;
  /** The payment; where nothing was paid, what a retry of the request is found by. */
  readonly journalId?: JournalId;
  /** Of the request that may be retried: a retry asks for the same. */
  readonly requestHash?: Uuid;
  /** What the lease was paid until then. */
  readonly paidUntil?: Date;
  /** In words, for people. */
  readonly detail: string;
}

/** What `insertRecord` takes. */
export const RECORD = [
  uuid,
  uuid,
  enumOf('lease_log_type', LOG_TYPES),
  nullable(uuid),
  text,
  nullable(uuid),
  nullable(uuid),
  nullable(uuid),
  int8,
  int4,
  nullable(uuid),
  nullable(uuid),
  nullable(timestamptz),
  text,
] as const;

/**
 * Ends a statement that changes something with the record of it, so that both are one step on the wire too. The parameters of
 * the record, `RECORD`, come behind those of the change; `first` is the number of the first of them. The clock is not qualified by its
 * schema: tests put their own in front.
 */
export function insertRecord(first: number): string {
  const slots = RECORD.map((_type, index) => `$${first + index}`);
  return `INSERT INTO lease_log (id, location_id, at, type, unit_id, unit_name, lease_id, akey, actor, amount, duration_secs, journal_id,
    request_hash, paid_until, detail)
  VALUES (${slots.slice(0, 2).join(', ')}, clock_timestamp(), ${slots.slice(2).join(', ')})`;
}

/** The values of `RECORD`. */
export function recordValues(record: NewLogRecord) {
  const { locationId, type, unit, leaseId, akey, actor, amount, durationSecs, journalId, requestHash, paidUntil, detail } = record;
  return [
    newId(),
    locationId,
    type,
    unit?.id ?? null,
    unit?.name ?? '',
    leaseId ?? null,
    akey ?? null,
    actor,
    amount ?? 0n,
    durationSecs ?? 0,
    journalId ?? null,
    requestHash ?? null,
    paidUntil ?? null,
    detail,
  ] as const;
}

const ADD = statement({ name: 'lease-log-add', text: insertRecord(1), params: RECORD });

/** Writes what changed, in the transaction of the change. */
export async function writeRecord(client: Queryable, record: NewLogRecord): Promise<void> {
  await ADD.run(client, ...recordValues(record));
}
