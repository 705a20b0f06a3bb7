import type { AvatarKey, JournalId, Uuid } from '@scrip/kernel';
import type { OrderState } from './states.ts';

/** What was bought; only its state and times change. */
export interface Order {
  /** That of the payment, where something was paid. */
  readonly id: JournalId;
  readonly requestHash: Uuid;
  readonly productId: number;
  readonly productName: string;
  readonly collectionId: Uuid;
  readonly merchant: AvatarKey;
  readonly buyer: AvatarKey;
  /** Who gets it. */
  readonly recipient: AvatarKey;
  /** The key in-world of the vendor that sold it. */
  readonly vendorId: Uuid | null;
  readonly affiliate: AvatarKey | null;
  readonly currency: string;
  /** Minor units: what it cost in all, and how much of that was store credit. */
  readonly amount: bigint;
  readonly creditUsed: bigint;
  /** The buyer's account that paid the rest. */
  readonly accountName: string;
  readonly state: OrderState;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
  readonly refundedAt: Date | null;
  /** Null where nothing was paid back. */
  readonly refundJournal: JournalId | null;
}

export type NewOrder = Omit<Order, 'productName' | 'state' | 'createdAt' | 'deliveredAt' | 'refundedAt' | 'refundJournal'>;

/** Which orders are listed: those with this key in this column. */
export interface OrderFilter {
  readonly by: 'buyer' | 'recipient' | 'merchant' | 'collection_id';
  readonly key: Uuid;
}
