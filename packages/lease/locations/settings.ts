import { type TypeOf, t } from '@scrip/rpc';
import type { Location, Terms } from '../model.ts';
import type { Settings } from './locations.ts';
import { DEFAULT_TERMS, MAX_DISCOUNTS, MAX_REMINDERS } from './terms.ts';

const group = t.string({ max: 255 });
const secs = t.int({ min: 0 });
const atLeastOne = t.int({ min: 1 });

const TERMS = {
  min_secs: atLeastOne,
  max_secs: atLeastOne,
  overdue_secs: secs,
  grace_secs: secs,
  refund_percent: t.int({ min: 0, max: 100 }),
  reminders: t.array(atLeastOne, { max: MAX_REMINDERS }),
  discounts: t.array(t.struct({ secs: atLeastOne, percent: t.int({ min: 1, max: 100 }) }), { max: MAX_DISCOUNTS }),
};

/** The settings of a location as callers say them; what is left out stays as it is. */
export const SETTINGS = t.struct({
  income_group: t.optional(group),
  manager_group: t.optional(group),
  tenant_group: t.optional(group),
  min_secs: t.optional(TERMS.min_secs),
  max_secs: t.optional(TERMS.max_secs),
  overdue_secs: t.optional(TERMS.overdue_secs),
  grace_secs: t.optional(TERMS.grace_secs),
  refund_percent: t.optional(TERMS.refund_percent),
  reminders: t.optional(TERMS.reminders),
  discounts: t.optional(TERMS.discounts),
});

/** The terms as they are shown. */
export const SHOWN_TERMS = TERMS;

const { minSecs, maxSecs, overdueSecs, graceSecs, refundPercent, reminders } = DEFAULT_TERMS;

/** What the settings mean, for the notes of the procedures that take them. */
export const SETTINGS_NOTES = [
  'Settings, all of which may be left out (in brackets: those of a new location); times are in seconds:',
  'income_group: key or name of a group of the owner, whose members share the income by their percentages (none: the `working` account of the owner gets',
  'it). Should the group be dissolved, the owner gets the income again. What is refunded comes back from each member by what they got. A',
  'member who has spent it holds up the refund until the owner covers it (lease.terminate). So refund_percent has to be said where a group',
  'gets the income.',
  'manager_group: its members may look, its officers may do all that managers may but change the settings (none). Only the owner sets it.',
  'tenant_group: only its members, and those on the allow list, may rent (none: anybody may); if it is dissolved, only those on the list may.',
  `min_secs: the least that can be bought at once (${minSecs}). max_secs: how far ahead a lease can be paid (${maxSecs}).`,
  `overdue_secs: how long a lease may be overdue before it expires (${overdueSecs}). grace_secs: the one free extension of each lease (${graceSecs}).`,
  `refund_percent: how much of what is unused goes back to a lessee who ends a lease early (${refundPercent}).`,
  'Neither overdue time nor the free extension costs anything: where short times are sold, both should be short too. Refunds are pro rata of',
  'what was paid, discount included: where long times are cheaper, a lower refund_percent keeps lessees from buying long and ending soon.',
  `reminders: so long before the end the lessee is told, at most ${MAX_REMINDERS} times (${reminders.join(', ')}).`,
  `discounts: structs of secs and percent, at most ${MAX_DISCOUNTS}: who buys at least secs at once gets percent off (none).`,
  'An empty group is none.',
].join('\n');

export function readSettings(wire: TypeOf<typeof SETTINGS>): Settings {
  const { income_group, manager_group, tenant_group, min_secs, max_secs, overdue_secs, grace_secs, refund_percent } = wire;
  return {
    ...(income_group !== undefined && { incomeGroup: income_group }),
    ...(manager_group !== undefined && { managerGroup: manager_group }),
    ...(tenant_group !== undefined && { tenantGroup: tenant_group }),
    ...(min_secs !== undefined && { minSecs: min_secs }),
    ...(max_secs !== undefined && { maxSecs: max_secs }),
    ...(overdue_secs !== undefined && { overdueSecs: overdue_secs }),
    ...(grace_secs !== undefined && { graceSecs: grace_secs }),
    ...(refund_percent !== undefined && { refundPercent: refund_percent }),
    ...(wire.reminders && { reminders: wire.reminders }),
    ...(wire.discounts && { discounts: wire.discounts }),
  };
}

export function shownTerms(terms: Terms) {
  return {
    min_secs: terms.minSecs,
    max_secs: terms.maxSecs,
    overdue_secs: terms.overdueSecs,
    grace_secs: terms.graceSecs,
    refund_percent: terms.refundPercent,
    reminders: [...terms.reminders],
    discounts: terms.discounts.map(({ secs, percent }) => ({ secs, percent })),
  };
}

export function shownGroups({ incomeGroup, managerGroup, tenantGroup }: Location) {
  return { income_group: incomeGroup ?? '', manager_group: managerGroup ?? '', tenant_group: tenantGroup ?? '' };
}
