import type { Uuid } from '@scrip/kernel';
import type { DeliveryState, OrderState } from './rules.ts';

/** What was bought; only its state and times change. */
export interface Order {
  /** That of the payment, where something was paid. */
  readonly id: Uuid;
  readonly requestHash: Uuid;
  readonly productId: number;
  readonly productName: string;
  readonly collectionId: Uuid;
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  /** Who gets it. */
  readonly recipient: Uuid;
  /** The key in-world of the vendor that sold it. */
  readonly vendorId: Uuid | null;
  readonly affiliate: Uuid | null;
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
  readonly refundJournal: Uuid | null;
}

export type NewOrder = Omit<Order, 'productName' | 'state' | 'createdAt' | 'deliveredAt' | 'refundedAt' | 'refundJournal'>;

/** One handing over of an order. */
export interface Delivery {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly productId: number;
  readonly state: DeliveryState;
  /** How often a script took it. */
  readonly attempts: number;
  /** What the script said that could not hand it over. */
  readonly note: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export type Pulled = Pick<Delivery, 'id' | 'orderId' | 'productId' | 'attempts'> & Pick<Order, 'productName' | 'recipient'>;

/** Whose orders are listed: by one of these columns. */
export interface Whose {
  readonly of: 'buyer' | 'recipient' | 'merchant' | 'collection_id';
  readonly key: Uuid;
}
