import { nullable, type Queryable, statement, uuid } from '@scrip/database';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { insertRecord, type NewLogRecord, RECORD, recordValues } from '../history/records.ts';
import type { PresentLease } from '../model.ts';

const SET_PAYER = statement({
  name: 'lease-set-payer',
  text: `WITH changed AS (UPDATE lease_unit SET payer = $2 WHERE id = $1) ${insertRecord(3)}`,
  params: [uuid, nullable(uuid), ...RECORD],
});

/** With what is refunded of the former lessee's purchases; what others paid stays theirs. The alternate payer was the former lessee's. */
const SET_LESSEE = statement({
  name: 'lease-set-lessee',
  text: `WITH passed_on AS (UPDATE lease_unit SET lessee = $4, payer = NULL WHERE id = $1),
      refunds AS (UPDATE lease_purchase SET refund_to = $4 WHERE lease_id = $2 AND refund_to = $3)
    ${insertRecord(5)}`,
  params: [uuid, uuid, uuid, uuid, ...RECORD],
});

/** In the caller's transaction, in which the unit is locked. */
export async function setPayer(client: Queryable, unitId: Uuid, payer: AvatarKey | null, record: NewLogRecord): Promise<void> {
  await SET_PAYER.run(client, unitId, payer, ...recordValues(record));
}

/** As `setPayer`; `former` is the lease under its former lessee. */
export async function setLessee(
  client: Queryable,
  unitId: Uuid,
  former: Pick<PresentLease, 'id' | 'lessee'>,
  lessee: AvatarKey,
  record: NewLogRecord,
): Promise<void> {
  await SET_LESSEE.run(client, unitId, former.id, former.lessee, lessee, ...recordValues(record));
}
