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
