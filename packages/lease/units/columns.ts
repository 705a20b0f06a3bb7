import { bool, int4, int8, keyOf, nullable, type Row, text, timestamptz, uuid } from '@scrip/database';
import type { AvatarKey } from '@scrip/kernel';
import type { PresentLease, Unit } from '../model.ts';

const avatar = nullable(keyOf<AvatarKey>());

/** The lease of a unit as statements read it: null where nobody has the unit. */
const LEASE = {
  leaseId: nullable(uuid),
  lessee: avatar,
  payer: avatar,
  leasedAt: nullable(timestamptz),
  paidUntil: nullable(timestamptz),
  endsAt: nullable(timestamptz),
  remindAt: nullable(timestamptz),
  graceUsed: bool,
};

/** A Unit as statements read it, but for what it shares with its location. */
const OWN = {
  id: uuid,
  name: text,
  number: nullable(int4),
  model: text,
  region: text,
  x: int4,
  y: int4,
  z: int4,
  rate: int8,
  periodSecs: int4,
  revision: int4,
  announcedAt: nullable(timestamptz),
  ...LEASE,
};

/** A Unit as statements read it. */
export const UNIT = { ...OWN, owner: keyOf<AvatarKey>(), locationId: uuid };

/** What an outer join gives of a unit, which is not there where its id is null. */
export const UNIT_IF_ANY = {
  ...OWN,
  id: nullable(OWN.id),
  name: nullable(OWN.name),
  model: nullable(OWN.model),
  region: nullable(OWN.region),
  x: nullable(OWN.x),
  y: nullable(OWN.y),
  z: nullable(OWN.z),
  rate: nullable(OWN.rate),
  periodSecs: nullable(OWN.periodSecs),
  revision: nullable(OWN.revision),
  graceUsed: nullable(OWN.graceUsed),
};

/** Of the table under the name `u`, but for what it shares with its location: owner and locationId. */
export const UNIT_COLUMNS = `u.id, u.name, u.number, u.model, u.region, u.x, u.y, u.z, u.rate, u.period_secs AS "periodSecs",
  u.revision, u.announced_at AS "announcedAt", u.lease_id AS "leaseId", u.lessee, u.payer, u.leased_at AS "leasedAt",
  u.paid_until AS "paidUntil", u.ends_at AS "endsAt", u.remind_at AS "remindAt", u.grace_used AS "graceUsed"`;

export function isUnit<T extends { readonly id: string | null }>(row: T): row is T & Row<typeof OWN> {
  return row.id !== null;
}

export function readUnit(row: Row<typeof UNIT>): Unit {
  const { id, locationId, owner, name, number, model, region, x, y, z, rate, periodSecs, revision, announcedAt } = row;
  return { id, locationId, owner, name, number, model, region, x, y, z, rate, periodSecs, revision, announcedAt, lease: readLease(row) };
}

/** A constraint keeps the columns of a lease null together. */
function readLease({
  leaseId: id,
  lessee,
  payer,
  leasedAt,
  paidUntil,
  endsAt,
  remindAt,
  graceUsed,
}: Row<typeof LEASE>): PresentLease | null {
  if (id === null || lessee === null || leasedAt === null || paidUntil === null || endsAt === null) return null;
  return { id, lessee, payer, leasedAt, paidUntil, endsAt, remindAt, graceUsed };
}
