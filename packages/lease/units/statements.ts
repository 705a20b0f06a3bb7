import { array, bool, ceiling, int4, int8, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import { LISTED, listedColumns } from '../access/admission.ts';
import { LOCATION, LOCATION_COLUMNS } from '../locations/columns.ts';
import type { Unit } from '../model.ts';
import { UNIT, UNIT_COLUMNS, UNIT_IF_ANY } from './columns.ts';
import { tooManyUnits } from './errors.ts';

/** What its owner and managers say of a unit. */
export type Described = Pick<Unit, 'name' | 'model' | 'region' | 'x' | 'y' | 'z' | 'rate' | 'periodSecs' | 'number'>;

/** What names and regions are looked up and sorted by. */
export interface Keys {
  readonly nameKey: string;
  readonly sortKey: string;
  readonly regionKey: string;
}

// Objects in-world announce their units all the time, and leases lock them: all of this is SQL.

export const FIND = statement({
  name: 'lease-unit',
  text: `SELECT ${UNIT_COLUMNS}, u.owner, u.location_id AS "locationId" FROM lease_unit u 
         WHERE u.location_id = $1 AND u.name_key = ANY ($2::text[]) ORDER BY array_position($2::text[], u.name_key) LIMIT 1`,
  params: [uuid, array(text)],
  row: UNIT,
});

/** In one statement, so that both are of one moment. */
export const FIND_WITH_LOCATION = statement({
  name: 'lease-unit-with-location',
  text: `SELECT ${LOCATION_COLUMNS}, ${UNIT_COLUMNS}
         FROM lease_location l LEFT JOIN lease_unit u ON u.location_id = l.id AND u.name_key = ANY ($3::text[])
         WHERE l.owner = $1 AND l.name_key = ANY ($2::text[])
         ORDER BY array_position($2::text[], l.name_key), array_position($3::text[], u.name_key) LIMIT 1`,
  params: [uuid, array(text), array(text)],
  row: { ...LOCATION, ...UNIT_IF_ANY },
});

/** The clock is read after the row is locked, and is not qualified by its schema: tests put their own in front. */
export const LOCK = statement({
  name: 'lease-unit-lock',
  text: `WITH unit AS (SELECT * FROM lease_unit WHERE id = $1 AND removed_at IS NULL FOR UPDATE)
    SELECT ${UNIT_COLUMNS}, u.owner, u.location_id AS "locationId", clock_timestamp() AS now FROM unit u`,
  params: [uuid],
  row: { ...UNIT, now: timestamptz },
});

/** As `LOCK`, with what the location's lists say of some avatars and of the lessee. */
export const LOCK_WITH_LISTS = statement({
  name: 'lease-unit-lock-with-lists',
  text: `WITH unit AS (SELECT * FROM lease_unit WHERE id = $1 AND removed_at IS NULL FOR UPDATE)
    SELECT ${UNIT_COLUMNS}, u.owner, u.location_id AS "locationId", clock_timestamp() AS now,
      ${listedColumns('u.location_id', '$2::uuid[] || u.lessee')} FROM unit u`,
  params: [uuid, array(uuid)],
  row: { ...UNIT, ...LISTED, now: timestamptz },
});

export const TAKEN = statement({
  name: 'lease-unit-taken',
  text: 'SELECT FROM lease_unit WHERE location_id = $1 AND name_key = $2 AND id <> $3',
  params: [uuid, text, uuid],
});

export const CEILING = ceiling({
  name: 'lease-units-at-location',
  things: 'units',
  count: 'SELECT count(*)::int AS n FROM lease_unit WHERE location_id = $1 AND removed_at IS NULL',
  params: [uuid],
  full: tooManyUnits,
});

/** What may change, in the order of the statements; `values` gives them. */
const DESCRIBED = [text, text, text, nullable(int4), text, text, text, int4, int4, int4, int8, int4] as const;

export function values(unit: Described & Keys) {
  const { name, nameKey, sortKey, number, model, region, regionKey, x, y, z, rate, periodSecs } = unit;
  return [name, nameKey, sortKey, number, model, region, regionKey, x, y, z, rate, periodSecs] as const;
}

export const INSERT = statement({
  name: 'lease-unit-insert',
  text: `INSERT INTO lease_unit (id, location_id, owner, name, name_key, sort_key, number, model, region, region_key, x, y, z, rate,
      period_secs, announced_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, CASE WHEN $16 THEN clock_timestamp() END)`,
  params: [uuid, uuid, uuid, ...DESCRIBED, bool],
});

export const UPDATE = statement({
  name: 'lease-unit-update',
  text: `UPDATE lease_unit SET name = $3, name_key = CASE WHEN name = $3 THEN name_key ELSE $4 END, sort_key = $5, number = $6, model = $7, region = $8, region_key = $9, x = $10,
      y = $11, z = $12, rate = $13, period_secs = $14, revision = revision + $15::int,
      announced_at = CASE WHEN $16 THEN clock_timestamp() ELSE announced_at END
    WHERE id = $1 AND location_id = $2`,
  params: [uuid, uuid, ...DESCRIBED, int4, bool],
});

export const REMOVE = statement({
  name: 'lease-unit-remove',
  text: 'UPDATE lease_unit SET name_key = NULL, removed_at = clock_timestamp() WHERE id = $1',
  params: [uuid],
});
