import { array, int2, int4, keyOf, nullable, present, type Row, text, uuid } from '@scrip/database';
import type { AvatarKey, GroupKey } from '@scrip/kernel';
import type { Location } from '../model.ts';

const group = nullable(keyOf<GroupKey>());

/** A Location as statements read it. Its key and its owner stand in the rows of its units too. */
export const LOCATION = {
  locationId: uuid,
  owner: keyOf<AvatarKey>(),
  locationName: text,
  incomeGroup: group,
  managerGroup: group,
  tenantGroup: group,
  minSecs: int4,
  maxSecs: int4,
  overdueSecs: int4,
  graceSecs: int4,
  refundPercent: int2,
  reminders: present(array(int4)),
  discountSecs: present(array(int4)),
  discountPercents: present(array(int4)),
};

/** Of the table under the name `l`. */
export const LOCATION_COLUMNS = `l.id AS "locationId", l.owner, l.name AS "locationName", l.income_group AS "incomeGroup",
  l.manager_group AS "managerGroup", l.tenant_group AS "tenantGroup", l.min_secs AS "minSecs", l.max_secs AS "maxSecs",
  l.overdue_secs AS "overdueSecs", l.grace_secs AS "graceSecs", l.refund_percent AS "refundPercent", l.reminders,
  l.discount_secs AS "discountSecs", l.discount_percents AS "discountPercents"`;

export function readLocation(row: Row<typeof LOCATION>): Location {
  const { incomeGroup, managerGroup, tenantGroup, minSecs, maxSecs, overdueSecs, graceSecs, refundPercent, reminders } = row;
  return {
    id: row.locationId,
    owner: row.owner,
    name: row.locationName,
    incomeGroup,
    managerGroup,
    tenantGroup,
    minSecs,
    maxSecs,
    overdueSecs,
    graceSecs,
    refundPercent,
    reminders,
    // The two lists are always written together.
    discounts: row.discountSecs.map((secs, index) => ({ secs, percent: row.discountPercents[index] ?? 0 })),
  };
}
