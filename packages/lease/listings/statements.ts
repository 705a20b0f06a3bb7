import {
  array,
  bool,
  int4,
  int8,
  keyOf,
  nullable,
  pagedList,
  present,
  type Row,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import type { AvatarKey } from '@scrip/kernel';

/** Numbers in names sort by their value; names that differ in nothing but leading zeros still have one order. */
const ORDER = 'ORDER BY sort_key, name_key COLLATE "C"';
const COORDS = `CASE WHEN region = '' THEN '' ELSE region || '/' || x || '/' || y || '/' || z END AS coords`;
const OF_LOCATION = 'FROM lease_unit WHERE location_id = $1 AND removed_at IS NULL';

export const LOCATION_NAMES = statement({
  name: 'lease-location-names',
  text: 'SELECT name FROM lease_location WHERE owner = $1 AND name_key IS NOT NULL ORDER BY name_key COLLATE "C"',
  params: [uuid],
  row: { name: text },
});

export const UNIT_NAMES = statement({
  name: 'lease-unit-names',
  text: `SELECT name ${OF_LOCATION} ${ORDER} OFFSET $2::int LIMIT $3::int`,
  params: [uuid, int4, nullable(int4)],
  row: { name: text },
});

const DETAILS = {
  name: text,
  model: text,
  /** Region and position, as `Kinda/128/64/22`; empty where no region is known. */
  coords: text,
  lessee: nullable(keyOf<AvatarKey>()),
  rate: int8,
  periodSecs: int4,
  /** Whole seconds, negative where overdue; 0 for a vacant unit. */
  secsRemaining: int4,
};
/** What the document's lists say of a unit. */
export type ListedUnit = Readonly<Row<typeof DETAILS>>;

const SELECT_DETAILS = `SELECT name, model, ${COORDS}, lessee, rate, period_secs AS "periodSecs",
  coalesce(floor(extract(epoch FROM paid_until - clock_timestamp())), 0)::int AS "secsRemaining" ${OF_LOCATION}`;

export const DETAILS_PAGE = statement({
  name: 'lease-unit-details',
  text: `${SELECT_DETAILS} ${ORDER} OFFSET $2::int LIMIT $3::int`,
  params: [uuid, int4, nullable(int4)],
  row: DETAILS,
});
export const DETAILS_BY_NAME = statement({
  name: 'lease-unit-details-by-name',
  text: `${SELECT_DETAILS} AND name_key = ANY ($2::text[]) ORDER BY array_position($2::text[], name_key) LIMIT 1`,
  params: [uuid, array(text)],
  row: DETAILS,
});
export const DETAILS_BY_NUMBER = statement({
  name: 'lease-unit-details-by-number',
  text: `${SELECT_DETAILS} AND number = $2::int ${ORDER} LIMIT 1`,
  params: [uuid, int4],
  row: DETAILS,
});

const OFFER = { name: text, model: text, coords: text, rate: int8, periodSecs: int4, isVacant: bool };
/** A unit as it is offered: one whose lease is over can be rented, whether or not the job has ended the lease yet. */
export type OfferedUnit = Readonly<Row<typeof OFFER>>;

export const OFFERS = statement({
  name: 'lease-offers',
  text: `SELECT name, model, ${COORDS}, rate, period_secs AS "periodSecs", coalesce(ends_at <= clock_timestamp(), true) AS "isVacant" ${OF_LOCATION}
         AND (sort_key, name_key COLLATE "C") > ($2, $3) AND sort_key >= $2 ${ORDER} LIMIT $4::int`,
  params: [uuid, text, text, int4],
  row: OFFER,
});

const COUNTS = { total: int4, leased: int4, overdue: int4 };
/** How many units there are; overdue ones are leased. */
export type Stats = Readonly<Row<typeof COUNTS>>;

const COUNT = `SELECT count(*)::int AS total, count(lease_id)::int AS leased,
  (count(*) FILTER (WHERE paid_until < clock_timestamp()))::int AS overdue FROM lease_unit WHERE removed_at IS NULL`;

export const STATS = statement({ name: 'lease-stats', text: `${COUNT} AND owner = $1`, params: [uuid], row: COUNTS });
export const STATS_AT = statement({ name: 'lease-stats-at', text: `${COUNT} AND location_id = $1`, params: [uuid], row: COUNTS });
export const STATS_IN = statement({
  name: 'lease-stats-in',
  text: `${COUNT} AND owner = $1 AND region_key = $2`,
  params: [uuid, text],
  row: COUNTS,
});

const LEASE = {
  id: present(uuid),
  lessee: keyOf<AvatarKey>(),
  payer: nullable(keyOf<AvatarKey>()),
  leasedAt: present(timestamptz),
  paidUntil: present(timestamptz),
  endsAt: timestamptz,
  owner: keyOf<AvatarKey>(),
  locationName: text,
  unitName: text,
  region: text,
  /** Below zero where it is overdue. */
  secsRemaining: int4,
  /** What the free extension would add; 0 where there is none any more. */
  freeSecs: int4,
};
/** A lease and where it is, for those who have it or pay for it. */
export type ListedLease = Readonly<Row<typeof LEASE>>;

/** Two indexes, each for one of the two parts that an avatar may have in a lease. */
export const LEASES = pagedList({
  name: 'lease-my-leases',
  params: [uuid],
  row: LEASE,
  after: uuid,
  order: ['u.paid_until', 'u.id'],
  place: (after) => `lease_unit u WHERE (u.lessee = $1 OR u.payer = $1) AND u.lease_id = ${after}`,
  text: ({
    behind,
    order,
    slice,
  }) => `SELECT u.lease_id AS id, u.lessee, u.payer, u.leased_at AS "leasedAt", u.paid_until AS "paidUntil", u.ends_at AS "endsAt",
    u.owner, l.name AS "locationName", u.name AS "unitName", u.region,
    floor(extract(epoch FROM u.paid_until - clock_timestamp()))::int AS "secsRemaining",
    CASE WHEN u.grace_used THEN 0 ELSE l.grace_secs END AS "freeSecs"
  FROM lease_unit u JOIN lease_location l ON l.id = u.location_id
  WHERE (u.lessee = $1 OR u.payer = $1) AND u.ends_at > clock_timestamp() AND ${behind} ${order} ${slice}`,
});
