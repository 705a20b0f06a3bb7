import type { AvatarKey, Uuid } from '@scrip/kernel';
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
  readonly expiresAt: Date;
}

export interface Issued {
  readonly token: string;
  readonly jti: Uuid;
  readonly expiresAt: Date;
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
  /** The login that it is given on, which must be good still; it does not die with that. */
  readonly givenOn?: Capability;
}
