import { type Decimal, decimalOf } from '@scrip/kernel';
import { invalidParams, t } from '@scrip/rpc';
import type { Directory } from '../directory.ts';
import { type Limits, MAX_LISTED, MAX_TOTAL } from './limits.ts';
import { inMillionths } from './millionths.ts';

/** Limits of a capability as callers name them. */
export interface WireLimits {
  accounts?: string[];
  payees?: string[];
  max_each?: Decimal;
  total?: Decimal;
}

const names = t.optional(t.array(t.string({ max: 63, min: 1 }), { max: MAX_LISTED }));

/** For reading nothing is spent, so that there is nothing else to limit. */
export const READ_LIMITS = t.struct({ accounts: names });
export const LIMITS = t.struct({
  accounts: names,
  payees: names,
  max_each: t.optional(t.amount({ min: 0 })),
  total: t.optional(t.amount({ min: 0 })),
});
/** The same words in results. */
export const LIMITS_SHOWN = t.struct({
  accounts: names,
  payees: names,
  max_each: t.optional(t.amountShown),
  total: t.optional(t.amountShown),
});

export const LIMITS_DOC = [
  `A struct with any of these members, for less: accounts (up to ${MAX_LISTED} names) is all that it reaches; payees (up to ${MAX_LISTED} keys or names`,
  'of avatars or groups) is all whom it may pay; max_each is the most in one payment, total the most in all payments together; both in major units with up to six decimals.',
].join(' ');

/** Raises general.unknown_avatar where a payee's name is nobody's, and invalid_params for an amount that can not be a limit. */
export async function readLimits(
  directory: Pick<Directory, 'ownerKey'>,
  { accounts, payees, max_each: maxEach, total }: WireLimits,
): Promise<Limits> {
  const keys: string[] = [];
  // One after the other, so that of several unknown names the first is told.
  for (const payee of payees ?? []) keys.push(await directory.ownerKey(payee));
  return {
    ...(accounts && { accounts }),
    ...(payees && { payees: keys }),
    ...(maxEach !== undefined && { maxEach: limitOf('max_each', maxEach, Number.MAX_SAFE_INTEGER) }),
    ...(total !== undefined && { total: limitOf('total', total, MAX_TOTAL) }),
  };
}

/** Capabilities carry their limits as JSON numbers, which hold some fifteen digits. */
function limitOf(name: string, amount: Decimal, max: number): number {
  const limit = Number(amount);
  if (limit <= max && decimalOf(limit) === amount && inMillionths(amount) !== undefined) return limit;
  throw invalidParams(
    `limits.${name} is ${amount}; 0 to ${max} with at most six decimals, and as many digits as a double carries, is needed`,
  );
}

export function wireLimits({ accounts, payees, maxEach, total }: Limits) {
  return {
    ...(accounts && { accounts: [...accounts] }),
    ...(payees && { payees: [...payees] }),
    ...(maxEach !== undefined && { max_each: maxEach }),
    ...(total !== undefined && { total }),
  };
}
