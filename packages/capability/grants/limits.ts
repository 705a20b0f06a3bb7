import { decimalOf, isUuid, nameKey, type OwnerKey } from '@scrip/kernel';
import { forbidden } from '../errors.ts';
import { inMillionths } from './millionths.ts';

/** What a capability is restricted to; a member that is not there restricts nothing. Amounts are major units, of no more decimals than spending is counted in. */
export interface Limits {
  /** Names of the accounts that it reaches. */
  readonly accounts?: readonly string[];
  /** Keys of the avatars and groups that it may pay. */
  readonly payees?: readonly OwnerKey[];
  /** The most that one payment may be. */
  readonly maxEach?: number;
  /** The most that all payments together may be; the bank counts it down by the capability's jti. */
  readonly total?: number;
}

/** How many accounts or payees one capability can name. */
export const MAX_LISTED = 16;
/** The largest spending total, in major units: its millionths still fit into the 64 bits that it is counted in. */
export const MAX_TOTAL = 9_000_000_000_000;
const MAX_NAME_LENGTH = 63;
const MEMBERS: ReadonlySet<string> = new Set(['accounts', 'payees', 'maxEach', 'total'] satisfies (keyof Limits)[]);

/** Whether a token's claim has the shape of limits; an unknown member is a limit that we would not keep. */
export function isLimits(value: unknown): value is Limits {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  if (Object.keys(value).some((name) => !MEMBERS.has(name))) return false;
  const { accounts, payees, maxEach, total } = value as Record<string, unknown>;
  return (
    isList(accounts, (name) => name.length <= MAX_NAME_LENGTH) && isList(payees, isUuid) && isAmount(maxEach) && isAmount(total, MAX_TOTAL)
  );
}

function isList(value: unknown, fits: (element: string) => boolean): boolean {
  if (value === undefined) return true;
  return Array.isArray(value) && value.length <= MAX_LISTED && value.every((element) => typeof element === 'string' && fits(element));
}

function isAmount(value: unknown, max = Number.MAX_SAFE_INTEGER): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'number' || value < 0 || value > max) return false;
  const decimal = decimalOf(value);
  return decimal !== undefined && inMillionths(decimal) !== undefined;
}

export function isLimited({ limits }: { readonly limits: Limits }): boolean {
  return Object.keys(limits).length > 0;
}

/** The parent's limits with `wanted` put over them; raises auth.forbidden where that would be more than the parent has. */
export function narrowLimits(parent: Limits, wanted: Limits): Limits {
  if (!isLimits(wanted)) {
    throw forbidden(
      `limits are up to ${MAX_LISTED} accounts, up to ${MAX_LISTED} payees' keys, and amounts from 0 with up to six decimals (maxEach; total, up to ${MAX_TOTAL})`,
    );
  }
  const accounts = subset('accounts', parent.accounts, wanted.accounts, nameKey);
  // In the spelling that payments are compared in.
  const keys = wanted.payees?.map((akey) => akey.toLowerCase());
  const payees = subset('payees', parent.payees, keys, (akey) => akey);
  const maxEach = atMost('maxEach', parent.maxEach, wanted.maxEach);
  const total = atMost('total', parent.total, wanted.total);
  return {
    ...(accounts && { accounts }),
    ...(payees && { payees }),
    ...(maxEach !== undefined && { maxEach }),
    ...(total !== undefined && { total }),
  };
}

function subset(
  what: string,
  parent: readonly string[] | undefined,
  wanted: readonly string[] | undefined,
  key: (element: string) => string,
): readonly string[] | undefined {
  if (!wanted || !parent) return wanted ?? parent;
  const held = new Set(parent.map(key));
  const extra = wanted.find((element) => !held.has(key(element)));
  if (extra !== undefined) throw forbidden(`${what}: ${JSON.stringify(extra)} is not among those of the capability that is narrowed`);
  return wanted;
}

function atMost(what: string, parent: number | undefined, wanted: number | undefined): number | undefined {
  if (wanted === undefined || parent === undefined) return wanted ?? parent;
  if (wanted > parent) throw forbidden(`${what}: ${wanted} is more than the ${parent} of the capability that is narrowed`);
  return wanted;
}
