import { enumOf } from '@scrip/database';

/** Of payments that an in-world dispenser hands over. */
export const PAYOUT_STATES = ['queued', 'pulled', 'accepted', 'done', 'failed', 'unknown'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];
/** How a payout ends. */
export type PayoutEnd = Extract<PayoutState, 'done' | 'failed'>;

export const PAYOUT_STATE = enumOf('payout_state', PAYOUT_STATES);

export function isEnd(state: PayoutState): state is PayoutEnd {
  return state === 'done' || state === 'failed';
}
