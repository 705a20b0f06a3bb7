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
 * What is revoked of the capabilities without rows, as one row: $2 are their jtis and their holders. The ledger asks for it in a
 * statement after its locks on accounts. Whoever revokes waits for the transactions that may have asked before, so these capabilities
 * need no locks of their own. The array comes out of a subquery because its length would be a reason to plan the statement anew each
 * time, which costs more than the look-up.
 */
export const REVOKED_SQL = `SELECT array_agg(subject) FILTER (WHERE scope = 'jti') AS jtis, array_agg(subject) FILTER (WHERE scope = 'avatar') AS avatars,
           array_agg(revoked_at) FILTER (WHERE scope = 'avatar') AS moments
         FROM revocation WHERE scope IN ('jti', 'avatar') AND subject = ANY((SELECT $2::uuid[])::uuid[])`;

/** What REVOKED_SQL is asked about. */
export function subjectsOf(capabilities: readonly Unrecorded[]): Uuid[] {
  return [...new Set(capabilities.flatMap(({ jti, holder }) => [jti, holder]))];
}

/** What REVOKED_SQL tells: capabilities that were revoked by their own ids, and avatars whose all were, each up to a moment. */
export interface Revoked {
  readonly jtis: readonly Uuid[] | null;
  readonly avatars: readonly Uuid[] | null;
  readonly moments: readonly Date[] | null;
}

/** The jtis of those that are revoked. */
export function revokedAmong(capabilities: readonly Unrecorded[], { jtis, avatars, moments }: Revoked): ReadonlySet<Uuid> {
  if (!jtis && !avatars) return NONE;
  const until = new Map(avatars?.map((avatar, index) => [avatar, moments?.[index]]));
  const isRevoked = ({ jti, holder, moment }: Unrecorded) => jtis?.includes(jti) || moment <= (until.get(holder) ?? BEFORE_ALL);
  return new Set(capabilities.filter(isRevoked).map(({ jti }) => jti));
}

const NONE: ReadonlySet<Uuid> = new Set();
const BEFORE_ALL = new Date(-1);
