import { type AvatarKey, NIL_UUID, type Uuid } from '@scrip/kernel';
import type { Capability } from '../model.ts';
import type { Operator } from '../operators/operator.ts';
import type { Principal } from '../rights/holders.ts';
import { isRecorded } from './grants.ts';

/** A capability that has a row, and whether what is spent has to fit into the total of that very one. */
export interface Recorded {
  readonly jti: Uuid;
  readonly counted: boolean;
}

/** A whole login, which has no row: nothing is counted on it, but it may have been revoked. */
export type Unrecorded = Pick<Capability, 'jti' | 'moment'> & { readonly holder: AvatarKey };

/** The capabilities that money is moved on. */
export interface Chain {
  /** With all that they were derived from. */
  readonly recorded: readonly Recorded[];
  readonly unrecorded: readonly Unrecorded[];
}

/** What the ledger looks at when money moves: the login, the grant, and all that they were derived from. */
export function chainOf({ login, via }: Principal): Chain {
  const used = via === 'own' ? [login] : [login, via];
  return {
    recorded: used
      .filter(isRecorded)
      .flatMap(({ jti, parents, limits }) => [
        { jti, counted: limits.total !== undefined },
        ...parents.map((parent) => ({ jti: parent, counted: false })),
      ]),
    unrecorded: isRecorded(login) ? [] : [{ jti: login.jti, holder: login.sub, moment: login.moment }],
  };
}

/**
 * As `chainOf`, for what an operator moves: the capability and those that it was derived from, of which none has a row here and
 * nothing is counted.
 */
export function operatorChain({ capability }: Operator): Chain {
  const { jti, parents, moment } = capability;
  return { recorded: [], unrecorded: [jti, ...parents].map((one) => ({ jti: one, holder: NIL_UUID, moment })) };
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

/**
 * The jtis of those whole logins that are revoked, as an array that is null where none is: $2 their jtis, $3 their holders, $4
 * their moments. The ledger asks for it in a statement after its locks on accounts. Whoever revokes waits for the transactions that
 * may have asked before, so these logins need no locks of their own.
 */
export const REVOKED_LOGINS_SQL = `SELECT array_agg(jti) FROM (
    SELECT l.jti FROM unnest($2::uuid[]) AS l (jti) JOIN revocation r ON r.scope = 'jti' AND r.subject = l.jti
    UNION ALL
    SELECT l.jti FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS l (jti, holder, moment)
    JOIN revocation r ON r.scope = 'avatar' AND r.subject = l.holder AND r.revoked_at >= l.moment
  ) AS revoked`;
