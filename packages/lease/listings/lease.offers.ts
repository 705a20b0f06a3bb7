import { afterText, type Procedure, pageLimit, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { SHOWN_TERMS, shownTerms } from '../locations/settings.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { periodName, weekRate } from '../units/rates.ts';

const { reminders: _told, ...OFFERED_TERMS } = SHOWN_TERMS;

const UNIT = t.struct({
  unit_name: t.string(),
  model: t.string(),
  region_coords: t.string(),
  rate: t.int(),
  period: t.string(),
  week_rate: t.int(),
  vacant: t.int(),
});

const OFFERS = t.struct({
  currency: t.string(),
  members_only: t.int(),
  ...OFFERED_TERMS,
  units: t.array(UNIT),
  cursor: t.string(),
});

export const offers = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.offers',
    summary: 'Lists what a location offers: its units with their prices, and the terms.',
    notes: [
      'Anybody who is logged in may ask. Units that are leased are listed too, with vacant 0; who has them is not told. rate is in whole major units of',
      'the currency for each period, week_rate the same a week. members_only is 1 where only members of a group and those on a list may rent.',
      'discounts and the other terms are those of lease.createLocation. In the order of the names.',
    ].join('\n'),
    params: {
      ...params.ofLocation,
      cursor: params.cursor,
      limit: pageLimit(1_000),
      after: afterText('unit_name'),
    },
    result: OFFERS,
    resultDoc: 'The terms, a page of units, and the cursor of the next page: empty on the last one.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.offered),
    async handler({ cursor, limit, after }, { location }) {
      const [page, membersOnly] = await Promise.all([
        lease.listings.offers(location.id, after === '' ? cursor : after, limit),
        lease.access.isRestricted(location),
      ]);
      const { reminders: _told, ...terms } = shownTerms(location);
      return {
        currency: lease.bank.currencies.default.code,
        members_only: membersOnly ? 1 : 0,
        ...terms,
        units: page.units.map((unit) => ({
          unit_name: unit.name,
          model: unit.model,
          region_coords: unit.coords,
          rate: Number(unit.rate),
          period: periodName(unit.periodSecs),
          week_rate: weekRate(unit),
          vacant: unit.isVacant ? 1 : 0,
        })),
        cursor: page.cursor,
      };
    },
  });
