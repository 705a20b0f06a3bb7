export const DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * The state of a delivery after a script has spoken. Scripts may speak late or twice, or after another script. Once one of them said
 * that it was handed over, this stays true whatever the others say.
 */
export function acknowledged(state: DeliveryState, ok: boolean): DeliveryState {
  if (ok) return 'delivered';
  return state === 'queued' ? 'failed' : state;
}
