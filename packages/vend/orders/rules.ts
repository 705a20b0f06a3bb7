import { apportion, type Uuid } from '@scrip/kernel';
import { type Product, WHOLE } from '../model.ts';

/** Who a product's price is shared with, in hundredths of a percent; the merchant gets the rest. */
export interface Sharing {
  readonly merchant: Uuid;
  readonly creator: Uuid;
  /** Counts only where the creator is not the merchant. */
  readonly creatorShare: number;
  /** Avatars or groups. */
  readonly partners: readonly { readonly key: Uuid; readonly share: number }[];
  /** Who sold it; undefined where that was nobody who gets a commission. */
  readonly affiliate: Uuid | undefined;
  readonly commission: number;
}

export interface Share {
  readonly key: Uuid;
  readonly role: 'affiliate' | 'partner' | 'creator' | 'merchant';
  /** Minor units. */
  readonly amount: bigint;
}

/**
 * Shares a price exactly (largest remainder). Those whose share is zero are left out. A commission that was raised past
 * what partners and creator leave is cut to that: the buyer is not to blame.
 */
export function split(price: bigint, { merchant, creator, creatorShare, partners, affiliate, commission }: Sharing): Share[] {
  const ofCreator = creator === merchant ? 0 : creatorShare;
  const given = partners.reduce((sum, { share }) => sum + share, ofCreator);
  if (given > WHOLE) throw new Error(`${given} hundredths of a percent of a price are shared`);
  const ofAffiliate = affiliate === undefined ? 0 : Math.min(commission, WHOLE - given);
  const parts = [
    { key: affiliate ?? merchant, role: 'affiliate', share: ofAffiliate } as const,
    ...partners.map(({ key, share }) => ({ key, role: 'partner', share }) as const),
    { key: creator, role: 'creator', share: ofCreator } as const,
    { key: merchant, role: 'merchant', share: WHOLE - given - ofAffiliate } as const,
  ].filter(({ share }) => share > 0);
  const amounts = apportion(
    price,
    parts.map(({ share }) => BigInt(share)),
  );
  return parts.map(({ key, role }, index) => ({ key, role, amount: amounts[index] as bigint }));
}

/** What a sale is shared by, of a product. */
type Priced = Pick<Product, 'price' | 'currency' | 'collectionId' | 'creator' | 'creatorShare' | 'partners'>;

/** Whether a product's price would be shared as it was: one that was changed since has to be looked at again. */
export function isSharedAlike(before: Priced, after: Priced): boolean {
  const text = ({ price, currency, collectionId, creator, creatorShare, partners }: Priced) =>
    JSON.stringify([String(price), currency, collectionId, creator, creatorShare, partners.map(({ key, share }) => [key, share])]);
  return text(before) === text(after);
}

/** A price less a VIP's discount (hundredths of a percent), rounded up to a whole minor unit: only 100 % makes it nothing. */
export function discounted(price: bigint, discount: number): bigint {
  const left = price * BigInt(WHOLE - discount);
  return (left + BigInt(WHOLE - 1)) / BigInt(WHOLE);
}

export const ORDER_STATES = ['queued', 'delivered', 'failed', 'refunded'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What happens to an order: a script handed it over or could not, somebody asks for it again, or the merchant pays it back. */
export type OrderEvent = 'handed over' | 'not handed over' | 'redeliver' | 'refund';

/** What is missing here is refused. A refund is final: what scripts say of the order after it changes nothing. */
const NEXT: Readonly<Record<OrderState, Readonly<Partial<Record<OrderEvent, OrderState>>>>> = {
  queued: { 'handed over': 'delivered', 'not handed over': 'failed', redeliver: 'queued', refund: 'refunded' },
  delivered: { 'handed over': 'delivered', 'not handed over': 'delivered', redeliver: 'delivered', refund: 'refunded' },
  failed: { 'handed over': 'delivered', 'not handed over': 'failed', redeliver: 'queued', refund: 'refunded' },
  refunded: { 'handed over': 'refunded', 'not handed over': 'refunded', refund: 'refunded' },
};

/** The state of an order after this; undefined where it is refused. */
export function nextState(state: OrderState, event: OrderEvent): OrderState | undefined {
  return NEXT[state][event];
}

export type DeliveryState = 'queued' | 'delivered' | 'failed';

/**
 * The state of a delivery after a script has spoken. Scripts may speak late or twice, when another has spoken already: that it was
 * handed over stays true whatever another one says.
 */
export function acknowledged(state: DeliveryState, ok: boolean): DeliveryState {
  if (ok) return 'delivered';
  return state === 'queued' ? 'failed' : state;
}
