import { nameProblem } from '@scrip/avatars';
import { nameKey, tidyName } from '@scrip/kernel';
import { invalidName } from './errors.ts';

const MAX_INT32 = 2_147_483_647;
/** Runs of digits up to this length sort by their value. */
const SORTED_DIGITS = 12;

/** A location's name as it will be kept: the same rules as for groups. Raises lease.invalid_name. */
export function checkLocationName(name: string): string {
  const tidy = tidyName(name);
  const problem = nameProblem(tidy);
  if (problem) throw refused(name, "a location's name", problem);
  return tidy;
}

/** A unit's name as it will be kept: as a location's, but `#` may stand before its number. Raises lease.invalid_name. */
export function checkUnitName(name: string): string {
  const tidy = tidyName(name);
  const problem = separatorIn(tidy) ?? nameProblem(tidy.replaceAll('#', '.'));
  if (problem) throw refused(name, "a unit's name", problem);
  return tidy;
}

/**
 * The name of a region or a model as it will be kept; it may be empty. A slash would end the region in the coordinates that
 * are shown. Raises lease.invalid_name.
 */
export function checkLabel(label: string, what: 'region' | 'model'): string {
  const tidy = tidyName(label);
  if (tidy === '') return tidy;
  const slash = what === 'region' && tidy.includes('/') ? 'it holds a slash' : undefined;
  const problem = separatorIn(tidy) ?? slash ?? nameProblem(tidy.replaceAll('#', '.'));
  if (problem) throw refused(label, `a ${what}`, problem);
  return tidy;
}

/** What units are listed by, compared by code points: each run of digits as a number of twelve digits. */
export function sortKeyOf(unitName: string): string {
  return nameKey(unitName).replace(/[0-9]+/g, (digits) => digits.padStart(SORTED_DIGITS, '0'));
}

/** The digits after the last `#`; null where there are none, or more than an int holds. */
export function numberOf(unitName: string): number | null {
  const [, digits] = /#([0-9]+)[^#]*$/.exec(unitName) ?? [];
  const number = Number(digits);
  return digits !== undefined && number <= MAX_INT32 ? number : null;
}

function separatorIn(tidy: string): string | undefined {
  return /,|::/.test(tidy) ? 'it holds a comma or `::`' : undefined;
}

function refused(name: string, what: string, problem: string) {
  return invalidName(`${JSON.stringify(name.slice(0, 63))} can not be ${what}: ${problem}`);
}
