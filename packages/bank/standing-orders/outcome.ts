import { unknownAvatar } from '@scrip/avatars';
import type { Fault } from '@scrip/rpc';
import { accountClosed, unknownAccount } from '../accounts/errors.ts';
import { currencyMismatch, invalidAmount, sameAccount } from '../posting/errors.ts';
import type { AttemptResult, StandingOrder } from './model.ts';
import { nextAttempt, nextPayment } from './schedule.ts';

/** Refusals after which the same payment is refused every time. */
const LASTING: ReadonlySet<string> = new Set(
  [unknownAvatar, unknownAccount, accountClosed, currencyMismatch, invalidAmount, sameAccount].map(({ code }) => code),
);

/** What becomes of an order whose payment was refused at this moment. */
export function attemptResult(order: StandingOrder, fault: Fault, now: Date): AttemptResult {
  const { occurrence, dueAt, tryAt } = order;
  const why = { fault: fault.faultString };
  if (LASTING.has(fault.spec.code)) {
    return { state: 'ended', occurrence, attempts: order.attempts + 1, dueAt, tryAt, result: 'failed', ...why };
  }
  const again = nextAttempt(order, now);
  return again ? { ...again, result: 'failed', ...why } : { ...nextPayment(order), result: 'missed', ...why };
}

/** What the owner is told of it. */
export function consequence({ result, state, dueAt, tryAt }: AttemptResult): string {
  if (result === 'missed')
    return state === 'ended' ? 'was missed, and was the last one' : `was missed; the next one is due ${dayOf(dueAt)}`;
  if (state === 'ended') return 'could not be paid, and the order has ended';
  return `could not be paid; it is tried again at ${tryAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
