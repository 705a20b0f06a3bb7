import {
  array,
  type Database,
  int4,
  keyOf,
  nullable,
  present,
  type Queryable,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { AvatarKey, Uuid } from '@scrip/kernel';

const lessee = present(keyOf<AvatarKey>());

/** Ends the leases of the units in `$1`. */
export const VACATE = `UPDATE lease_unit SET lease_id = NULL, lessee = NULL, payer = NULL, leased_at = NULL, paid_until = NULL, ends_at = NULL,
  remind_at = NULL, grace_used = false WHERE id = ANY($1::uuid[])`;

const EXPIRE = statement({ name: 'lease-expire', text: VACATE, params: [array(uuid)] });

const LOG_EXPIRY = statement({
  name: 'lease-log-expiry',
  text: `INSERT INTO lease_log (id, location_id, at, type, unit_id, unit_name, lease_id, akey, amount, duration_secs, paid_until, detail)
    SELECT gen_random_uuid(), location_id, clock_timestamp(), 'expire', id, name, lease_id, lessee, 0, 0, paid_until, ''
    FROM lease_unit WHERE id = ANY($1::uuid[])`,
  params: [array(uuid)],
});

const DUE = {
  unitId: uuid,
  unitName: text,
  locationName: text,
  owner: keyOf<AvatarKey>(),
  leaseId: present(uuid),
  lessee,
  paidUntil: present(timestamptz),
  endsAt: present(timestamptz),
  reminders: present(array(int4)),
  /** The database's clock. */
  now: timestamptz,
};
/** A lease that a job has to do something about. */
export type DueLease = Readonly<Row<typeof DUE>>;

const DUE_COLUMNS = `u.id AS "unitId", u.name AS "unitName", l.name AS "locationName", u.owner, u.lease_id AS "leaseId", u.lessee,
  u.paid_until AS "paidUntil", u.ends_at AS "endsAt", l.reminders, clock_timestamp() AS now`;

// Planned anew for each run: how many are due differs widely.

/** The clock in a subquery is read once, so that the index ends where what is due ends. Here and below. */
const EXPIRED = statement({
  text: 'SELECT id, lessee FROM lease_unit WHERE ends_at <= (SELECT clock_timestamp()) ORDER BY ends_at LIMIT $1::int',
  params: [int4],
  row: { id: uuid, lessee },
});

/** Passed over where another process has it; one that it had is not over any more. */
const CLAIM_EXPIRED = statement({
  text: `SELECT ${DUE_COLUMNS} FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
    WHERE u.id = ANY($1::uuid[]) AND u.ends_at <= clock_timestamp() FOR UPDATE OF u SKIP LOCKED`,
  params: [array(uuid)],
  row: DUE,
});

const CLAIM_REMINDED = statement({
  text: `SELECT ${DUE_COLUMNS} FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
    WHERE u.remind_at <= (SELECT clock_timestamp()) ORDER BY u.remind_at LIMIT $1::int FOR UPDATE OF u SKIP LOCKED`,
  params: [int4],
  row: DUE,
});

const REMIND_NEXT = statement({
  text: `UPDATE lease_unit u SET remind_at = n.remind_at FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, remind_at)
    WHERE u.id = n.id`,
  params: [array(uuid), array(nullable(timestamptz))],
});

/** Leases that the passing of time does something to. What takes a client is part of the caller's transaction. */
export class DueStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Ends leases whose time is over, and writes that into the log. */
  async expire(client: Queryable, unitIds: readonly Uuid[]): Promise<void> {
    await LOG_EXPIRY.run(client, unitIds);
    await EXPIRE.run(client, unitIds);
  }

  /** Units whose leases are over, as seen without a lock. */
  expired(most: number): Promise<{ id: Uuid; lessee: AvatarKey }[]> {
    return EXPIRED.all(this.#database.pool, most);
  }

  claimExpired(client: Queryable, unitIds: readonly Uuid[]): Promise<DueLease[]> {
    return CLAIM_EXPIRED.all(client, unitIds);
  }

  claimReminded(client: Queryable, most: number): Promise<DueLease[]> {
    return CLAIM_REMINDED.all(client, most);
  }

  async remindNext(client: Queryable, units: readonly { readonly unitId: Uuid; readonly remindAt: Date | null }[]): Promise<void> {
    const [ids, times] = [units.map(({ unitId }) => unitId), units.map(({ remindAt }) => remindAt)];
    await REMIND_NEXT.run(client, ids, times);
  }
}
