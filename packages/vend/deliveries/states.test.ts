import { describe, expect, it } from 'vitest';
import { acknowledged } from './states.ts';

describe('acknowledgements', () => {
  it.each([
    ['queued', true, 'delivered'],
    ['queued', false, 'failed'],
    ['delivered', true, 'delivered'],
    ['delivered', false, 'delivered'],
    ['failed', true, 'delivered'],
    ['failed', false, 'failed'],
  ] as const)('%s, ok %s: %s', (state, ok, expected) => {
    expect(acknowledged(state, ok)).toBe(expected);
  });
});
