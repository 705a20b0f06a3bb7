import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextState, type OrderEvent, type OrderState } from './states.ts';

describe('states of orders', () => {
  const EVENTS: OrderEvent[] = ['handed over', 'not handed over', 'redeliver', 'refund'];
  it.each<[OrderState, (OrderState | undefined)[]]>([
    ['queued', ['delivered', 'failed', 'queued', 'refunded']],
    ['delivered', ['delivered', 'delivered', 'delivered', 'refunded']],
    ['failed', ['delivered', 'failed', 'queued', 'refunded']],
    ['refunded', ['refunded', 'refunded', undefined, 'refunded']],
  ])('%s', (state, expected) => {
    expect(EVENTS.map((event) => nextState(state, event))).toEqual(expected);
  });

  it('never leaves a refund, and never forgets a delivery but for a refund', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
        let state: OrderState = 'queued';
        let seen: OrderState[] = [];
        for (const event of events) {
          state = nextState(state, event) ?? state;
          seen = [...seen, state];
        }
        const refund = seen.indexOf('refunded');
        const delivered = seen.indexOf('delivered');
        if (refund >= 0) expect(new Set(seen.slice(refund))).toEqual(new Set(['refunded']));
        if (delivered >= 0) expect(seen.slice(delivered).every((one) => one === 'delivered' || one === 'refunded')).toBe(true);
      }),
    );
  });
});
