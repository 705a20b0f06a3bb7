import type { Capability, Limits } from '@scrip/capability';
import type { AvatarKey, Uuid } from '@scrip/kernel';

/** An object that its owner has enrolled: it signs its requests. */
export interface Enrolled {
  readonly key: Uuid;
  readonly owner: AvatarKey;
  readonly name: string;
  readonly limits: Limits;
  /** Counts the secrets that it had. */
  readonly generation: number;
  /** What its capabilities are derived from. */
  readonly root: Capability;
  readonly enrolledAt: Date;
  /** Undefined: until it is revoked. */
  readonly expiresAt: Date | undefined;
  readonly isRevoked: boolean;
  /** Whether an operator lets it hand over payouts and tell of deposits. Enrolling it again ends that, another secret does not. */
  readonly isDispenser: boolean;
}
