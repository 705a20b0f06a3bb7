import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { Limits } from './grants/limits.ts';

/** What a token says, once its signature has been checked. */
export interface Capability {
  /** The name of its kind. */
  readonly kind: string;
  /** Who holds it: an avatar's key; `operator` for an operator's. */
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
