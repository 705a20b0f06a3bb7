import type { AccountId, AvatarKey, Decimal, OwnerKey, Uuid } from '@scrip/kernel';
import type { Schedule, Step } from './schedule.ts';

export const STANDING_ORDER_STATES = ['active', 'ended', 'cancelled'] as const;

/** What was ordered; it never changes. */
export interface Mandate {
  readonly id: Uuid;
  readonly owner: AvatarKey;
  readonly requestHash: Uuid;
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly payee: OwnerKey;
  readonly payeeAccount: string;
  /** Major units. */
  readonly amount: Decimal;
  readonly comment: string;
  readonly everyDays: number;
  readonly times: number;
  /** The login that started it, which it ends with; null for those from before that was kept. */
  readonly login: Uuid | null;
}

export interface StandingOrder extends Mandate, Schedule {
  readonly tryAt: Date;
  readonly paid: number;
  readonly missed: number;
  /** Why the last attempt failed; empty where it did not. */
  readonly lastFault: string;
  readonly state: (typeof STANDING_ORDER_STATES)[number];
  readonly createdAt: Date;
}

/** What became of one attempt. */
export interface AttemptResult extends Step {
  readonly result: 'paid' | 'missed' | 'failed';
  readonly fault: string;
}
