import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Limits } from './grants/limits.ts';

/** What a token says, once its signature has been checked. */
export interface Capability {
  /** The name of its kind. */
  readonly kind: string;
  /** Who holds it: an avatar's key; `operator`, or `operator:NAME`, for an operator's. */
  readonly sub: string;
  /** Who gave it: an avatar's key; the holder itself for a login. */
  readonly grantor: string;
  readonly limits: Limits;
  readonly jti: Uuid;
  /** The jtis of the capabilities that it was derived from, nearest first. */
  readonly parents: readonly Uuid[];
  readonly issuedAt: Date;
  /**
   * The same by the clock of the database, which all servers share. What revokes all that an avatar has until a moment hits what is
   * not later than that.
   */
  readonly moment: Date;
  readonly expiresAt: Date;
  /** The login that it was given on, or that what it was derived from was given on: it ends with that. */
  readonly login?: Uuid;
  /** The keys that signed it, what it was derived from and what it was given on: it is invalid once one of them is retired. */
  readonly kids: readonly string[];
}

export interface Issued {
  readonly token: string;
  readonly jti: Uuid;
  readonly expiresAt: Date;
  /** As `Capability` has them. */
  readonly kids: readonly string[];
}

/** What is revoked: one capability, all that an avatar granted to others, or all that it holds or granted. */
export type Revocation = { readonly jti: Uuid; readonly until?: Date } | { readonly grantor: AvatarKey } | { readonly avatar: AvatarKey };

export interface IssueOrder {
  /** The name of a declared kind. */
  readonly kind: string;
  /** Who is to hold it: an avatar's key, or an operator (OPERATOR, `operatorNamed`). */
  readonly sub: string;
  /** Who gives it: an avatar's key (the holder's own for a login), or an operator. */
  readonly grantor: string;
  readonly limits?: Limits;
  /** Seconds; clamped to 1 and the kind's longest life (30 days for all that avatars hold). */
  readonly validForSecs: number;
  /** What it is derived from, and dies with. */
  readonly parent?: Capability;
  /** The login that it is given on, and ends with where that is revoked. */
  readonly givenOn?: Capability;
  /** Asked last, in the transaction in which nobody revokes anything of the holder: raises where it is not to be issued after all. */
  readonly confirm?: (client: PoolClient) => Promise<void>;
  /** Writes what belongs to it, in the same transaction. */
  readonly alongside?: (client: PoolClient, capability: Capability) => Promise<void>;
}
