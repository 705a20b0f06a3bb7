import type { Uuid } from '@scrip/kernel';
import type { User } from '../users/model.ts';
import type { Attributes } from '../words.ts';

/** What a request asks for, beside what its attributes mean to the app. */
export interface Contents {
  /** Minor units of `currency`; 0: no money. */
  readonly amount: bigint;
  /** Empty where no money is asked for. */
  readonly currency: string;
  /** Null: no product. */
  readonly productId: number | null;
}

/** A user's wish, for all of their friends to see. */
export interface GiftRequest extends Contents {
  readonly id: Uuid;
  readonly extra: Attributes;
  readonly expiresAt: Date;
}

/** As a friend sees it. */
export interface ReceivedRequest extends GiftRequest {
  /** Who asks. */
  readonly user: User;
}

/** As the document writes it: 32 hexadecimal digits. */
export function wireId(id: Uuid): string {
  return id.replaceAll('-', '');
}

/** Undefined for what can be no request's. */
export function idOfWire(text: string): Uuid | undefined {
  const [, a, b, c, d, e] = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(text.toLowerCase()) ?? [];
  return a === undefined ? undefined : `${a}-${b}-${c}-${d}-${e}`;
}
