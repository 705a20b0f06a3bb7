import type { AvatarKey, JournalId, Uuid } from '@scrip/kernel';
import type { DeliveryState } from './states.ts';

/** One handing over of an order. */
export interface Delivery {
  readonly id: Uuid;
  readonly orderId: JournalId;
  readonly state: DeliveryState;
  /** How often a script took it. */
  readonly attempts: number;
  /** What the script said that could not hand it over. */
  readonly note: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/** What a script needs to know to hand something over. */
export interface PulledDelivery extends Pick<Delivery, 'id' | 'orderId' | 'attempts'> {
  readonly productId: number;
  readonly productName: string;
  readonly recipient: AvatarKey;
}
