import { nameProblem } from '@scrip/avatars';
import { type Currency, type Decimal, formatMinor, MAX_MINOR, nameKey, tidyName, toScale } from '@scrip/kernel';
import { type Partner, WHOLE } from '../model.ts';
import { invalidName, invalidPrice, invalidShares } from './errors.ts';

const MAX_NAME = 63;
export const MAX_CATEGORIES = 20;
export const MAX_PARTNERS = 50;
/** Where nothing else is said: the documents give every product at least one category. */
const ELSEWHERE = 'Other';

/** Control and format characters and line breaks: two names that look alike would differ. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** The name as it will be kept; raises vend.invalid_name. */
export function checkCollectionName(name: string): string {
  const tidy = tidyName(name);
  const problem = nameProblem(tidy);
  if (problem) throw invalidName(`${quoted(name)} can not be a collection's name: ${problem}`);
  return tidy;
}

/** As `checkCollectionName`, for what never stands in a CSV: commas are welcome. */
export function checkLabel(name: string, what: 'product' | 'category' | 'region'): string {
  const tidy = tidyName(name);
  const problem =
    (tidy === '' && 'it is empty') ||
    (tidy.length > MAX_NAME && `it has ${tidy.length} characters, and ${MAX_NAME} is the most`) ||
    (INVISIBLE.test(tidy) && 'it holds an invisible character') ||
    // `Kinda/128/64/22` has to be read again.
    (what === 'region' && tidy.includes('/') && 'it holds a slash');
  if (problem) throw invalidName(`${quoted(name)} can not be the name of a ${what}: ${problem}`);
  return tidy;
}

/** Each once, in the order in which they were named; at least one. Raises vend.invalid_name. */
export function checkCategories(categories: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const category of categories) {
    const tidy = checkLabel(category, 'category');
    if (!found.has(nameKey(tidy))) found.set(nameKey(tidy), tidy);
  }
  return found.size === 0 ? [ELSEWHERE] : [...found.values()];
}

/** A price in major units as minor units. Raises vend.invalid_price. */
export function priceToMinor(price: Decimal, { code, scale }: Currency): bigint {
  const minor = toScale(price, scale);
  if (minor === undefined || minor < 0n) {
    const unit = formatMinor(1n, scale);
    throw invalidPrice(`the price is ${price}; 0 or a multiple of ${unit} is needed, which is the smallest amount of ${code}`);
  }
  if (minor > MAX_MINOR) throw invalidPrice(`the price is ${price}; ${formatMinor(MAX_MINOR, scale)} is the most`);
  return minor;
}

/** A percentage from 0 to 100 with at most two decimals, in hundredths of a percent. Raises vend.invalid_shares. */
export function shareOf(percent: number, whose: string): number {
  const [, units, decimals = ''] = DECIMAL.exec(String(percent)) ?? [];
  const share = Number(`${units}${decimals.padEnd(2, '0')}`);
  if (units !== undefined && decimals.length <= 2 && share <= WHOLE) return share;
  throw invalidShares(`the share of ${whose} is ${percent} %; 0 to 100 with at most two decimals is needed`);
}

/** Hundredths of a percent as a percentage. */
export function percentOf(share: number): number {
  return share / 100;
}

/** What the creator and the partners get of each sale, together. */
export function sharedOf({ creatorShare, partners }: { readonly creatorShare: number; readonly partners: readonly Partner[] }): number {
  return partners.reduce((sum, { share }) => sum + share, creatorShare);
}

/** Raises vend.invalid_shares where more than the whole price would be given away. */
export function mustLeaveEnough(commission: number, shared: number): void {
  if (commission + shared <= WHOLE) return;
  const parts = `${percentOf(commission)} % for the affiliate and ${percentOf(shared)} % for the creator and the partners`;
  throw invalidShares(`${parts} are ${percentOf(commission + shared)} % in all; 100 % is the most`);
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, MAX_NAME));
}
