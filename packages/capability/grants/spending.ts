import type { Uuid } from '@scrip/kernel';
import type { Principal } from '../rights/holders.ts';
import { isRecorded } from './grants.ts';

/** The capabilities that money is moved on, and whether what is spent has to fit into the total of that very one. */
export type Chain = readonly { readonly jti: Uuid; readonly counted: boolean }[];

/** What the ledger looks at when money moves: a grant, or a login that is not whole, with all that they were derived from. */
export function chainOf({ login, via }: Principal): Chain {
  const used = [...(isRecorded(login) ? [login] : []), ...(via === 'own' ? [] : [via])];
  return used.flatMap(({ jti, parents, limits }) => [
    { jti, counted: limits.total !== undefined },
    ...parents.map((parent) => ({ jti: parent, counted: false })),
  ]);
}

/**
 * How the ledger counts what is spent, in statements of its own batches. It locks the capabilities after the accounts, as
 * whoever revokes them does: a payment that is on its way is waited for, and no later one gets through.
 */
export const SPENDING_SQL = {
  /** $1: their jtis. In one order for everybody, so that nobody waits in a circle. */
  lock: `SELECT jti, total, spent, revoked_at IS NOT NULL AS revoked
         FROM capability_grant WHERE jti = ANY($1::uuid[]) ORDER BY jti FOR NO KEY UPDATE`,
  there: `SELECT jti FROM capability_grant WHERE jti = ANY($1::uuid[]) ORDER BY jti`,
  /** $2: what is spent on each now, in millionths of a major unit. */
  spend: `UPDATE capability_grant SET spent = n.spent FROM unnest($1::uuid[], $2::bigint[]) AS n (jti, spent)
          WHERE capability_grant.jti = n.jti`,
} as const;
