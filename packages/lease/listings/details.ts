import { rowsOrText, t } from '@scrip/rpc';

const DETAILS = t.tuple(t.string(), t.string(), t.string(), t.int(), t.string(), t.string(), t.int(), t.int());

/** One unit, or one text. */
export const one = rowsOrText<string | number>(DETAILS);
/** A list of units, or one text. */
export const many = rowsOrText(t.array(DETAILS));

const FIELDS = 'unit_name, model, region_coords, is_leased, leased_akey, lease_name, week_rate and secs_remaining';
export const ONE_DOC = `For \`std\` an array of ${FIELDS}; for \`compact\` one text of the same eight, separated by commas.`;
export const MANY_DOC = `For \`std\` arrays of ${FIELDS}; for \`compact\` one text of the same, eight fields a unit, all separated by commas.`;

export const DETAILS_NOTES = [
  'region_coords are region and metres as `Kinda/128/64/22`, empty where no region is known. is_leased is 1 or 0; leased_akey and lease_name are key',
  'and name of the lessee, empty where it is 0. week_rate is the price in whole major units a week, rounded, whatever the period of the unit is.',
  'secs_remaining is how long it is paid for: below zero where overdue, 0 where vacant.',
].join('\n');
