import { t } from '@scrip/rpc';
import type { Directory } from '../directory.ts';
import { type Limits, MAX_LISTED, MAX_TOTAL } from './limits.ts';

/** Limits of a capability as they travel; the same words in parameters and results. */
export interface WireLimits {
  accounts?: string[];
  payees?: string[];
  max_each?: number;
  total?: number;
}

const names = t.optional(t.array(t.string({ max: 63, min: 1 }), { max: MAX_LISTED }));

/** For reading nothing is spent, so that there is nothing else to limit. */
export const READ_LIMITS = t.struct({ accounts: names });
export const LIMITS = t.struct({
  accounts: names,
  payees: names,
  max_each: t.optional(t.int({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  total: t.optional(t.int({ min: 0, max: MAX_TOTAL })),
});

export const LIMITS_DOC = [
  `A struct with any of these members, for less: accounts (up to ${MAX_LISTED} names) is all that it reaches; payees (up to ${MAX_LISTED} keys or names`,
  'of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in whole major units.',
].join(' ');

/** Raises general.unknown_avatar where a payee's name is nobody's. */
export async function readLimits(
  directory: Pick<Directory, 'ownerKey'>,
  { accounts, payees, max_each: maxEach, total }: WireLimits,
): Promise<Limits> {
  return {
    ...(accounts && { accounts }),
    ...(payees && { payees: await Promise.all(payees.map((payee) => directory.ownerKey(payee))) }),
    ...(maxEach !== undefined && { maxEach }),
    ...(total !== undefined && { total }),
  };
}

export function wireLimits({ accounts, payees, maxEach, total }: Limits): WireLimits {
  return {
    ...(accounts && { accounts: [...accounts] }),
    ...(payees && { payees: [...payees] }),
    ...(maxEach !== undefined && { max_each: maxEach }),
    ...(total !== undefined && { total }),
  };
}
