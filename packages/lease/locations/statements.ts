import { array, ceiling, int2, int4, nullable, statement, text, uuid } from '@scrip/database';
import type { Location } from '../model.ts';
import { LOCATION, LOCATION_COLUMNS } from './columns.ts';
import { tooManyLocations } from './errors.ts';

/** Nearly every call about leases looks its location up. */
export const FIND = statement({
  name: 'lease-location',
  text: `SELECT ${LOCATION_COLUMNS} FROM lease_location l WHERE l.owner = $1 AND l.name_key = ANY ($2::text[])
         ORDER BY array_position($2::text[], l.name_key) LIMIT 1`,
  params: [uuid, array(text)],
  row: LOCATION,
});

export const LOCK = statement({
  name: 'lease-location-lock',
  text: `SELECT ${LOCATION_COLUMNS} FROM lease_location l WHERE l.id = $1 AND l.name_key IS NOT NULL FOR NO KEY UPDATE`,
  params: [uuid],
  row: LOCATION,
});

export const TAKEN = statement({
  name: 'lease-location-taken',
  text: 'SELECT FROM lease_location WHERE owner = $1 AND name_key = $2 AND id <> $3',
  params: [uuid, text, uuid],
});
export const CEILING = ceiling({
  name: 'lease-locations-of-owner',
  things: 'locations',
  count: 'SELECT count(*)::int AS n FROM lease_location WHERE owner = $1 AND name_key IS NOT NULL',
  params: [uuid],
  full: tooManyLocations,
});

/** Whoever creates locations of one owner waits for this, so it is SQL. */
export const INSERT = statement({
  name: 'lease-location-insert',
  text: `INSERT INTO lease_location (id, owner, name, name_key, income_group, manager_group, tenant_group, min_secs, max_secs,
      overdue_secs, grace_secs, refund_percent, reminders, discount_secs, discount_percents)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
  params: [
    uuid,
    uuid,
    text,
    text,
    nullable(uuid),
    nullable(uuid),
    nullable(uuid),
    int4,
    int4,
    int4,
    int4,
    int2,
    array(int4),
    array(int4),
    array(int4),
  ],
});

/**
 * The terms are the location's, but the times that come of them stand with each lease. A reminder that is due and not yet
 * sent stays; others are worked out as `nextReminder` does when a lease is extended, the moment at which it becomes overdue included.
 */
export const NEW_TERMS = statement({
  name: 'lease-location-new-terms',
  text: `UPDATE lease_unit SET revision = revision + 1, ends_at = paid_until + make_interval(secs => $2::int),
      remind_at = CASE WHEN remind_at <= clock_timestamp() THEN remind_at ELSE (
        SELECT min(at) FROM (
          SELECT paid_until - make_interval(secs => ahead) AS at FROM unnest($3::int[]) AS ahead
          UNION ALL SELECT paid_until WHERE $2::int > 0) AS reminder
        WHERE at > clock_timestamp()) END
    WHERE location_id = $1 AND removed_at IS NULL`,
  params: [uuid, int4, array(int4)],
});

/** In this order: a unit that somebody rents meanwhile is waited for, and then is not vacant. */
export const REMOVE_UNITS = statement({
  name: 'lease-location-remove-units',
  text: `UPDATE lease_unit SET name_key = NULL, removed_at = clock_timestamp()
    WHERE location_id = $1 AND removed_at IS NULL AND lease_id IS NULL`,
  params: [uuid],
});
export const REMOVE = statement({
  name: 'lease-location-remove',
  text: 'UPDATE lease_location SET name_key = NULL, removed_at = clock_timestamp() WHERE id = $1',
  params: [uuid],
});

export const WITHOUT_INCOME_GROUP = statement({
  name: 'lease-location-without-income-group',
  text: `WITH changed AS (UPDATE lease_location SET income_group = NULL WHERE income_group = $1 RETURNING id),
      agreed AS (UPDATE lease_unit SET revision = revision + 1 WHERE location_id IN (SELECT id FROM changed) AND removed_at IS NULL)
    SELECT id FROM changed`,
  params: [uuid],
  row: { id: uuid },
});

/** What INSERT takes. */
export function insertValues({ id, owner, ...location }: Location, nameKey: string) {
  const { name, incomeGroup, managerGroup, tenantGroup, minSecs, maxSecs, overdueSecs, graceSecs, refundPercent, reminders } = location;
  const groups = [incomeGroup, managerGroup, tenantGroup] as const;
  const discounts = [location.discounts.map(({ secs }) => secs), location.discounts.map(({ percent }) => percent)] as const;
  return [id, owner, name, nameKey, ...groups, minSecs, maxSecs, overdueSecs, graceSecs, refundPercent, reminders, ...discounts] as const;
}
