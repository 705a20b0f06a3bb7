import type { Uuid } from '@scrip/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type World } from '../testkit/world.ts';
import { type Played, playHistory } from './deals/history.ts';
import { RULES } from './deals/rules.ts';

// No cycle of deals gains anybody anything: people sell, buy, rent, end, pass on and refund in any order that a seed decides, over
// the real services. SCRIP_DEALS=n plays so many histories. SCRIP_SEED=n begins at that one, and plays it alone where the number is
// not said; then it prints all that happened.
const { SCRIP_SEED, SCRIP_DEALS } = process.env;
const FIRST = Number(SCRIP_SEED ?? 1);
const HISTORIES = Number(SCRIP_DEALS ?? (SCRIP_SEED ? 1 : 12));
const TIME_LIMIT_MS = 60_000 + HISTORIES * 4_000;

let world: World;
let template: Uuid;
const met = new Map<string, number>();

beforeAll(async () => {
  world = await testWorld();
  template = (await world.person('Somebody With A Password')).akey;
});
afterAll(async () => {
  await world.check();
  await world.close();
});

function report({ seed, breaches, trace }: Played): string {
  const found = breaches.map(({ rule, detail }) => `  ${rule} (${RULES[rule]}): ${detail}`).join('\n');
  return `history ${seed} broke the rule:\n${trace.join('\n')}\n${found}\nAgain: SCRIP_SEED=${seed} npx vitest run test/invariants/deals.test.ts`;
}

describe('histories of deals', () => {
  it(
    'gain nobody anything',
    async () => {
      for (let seed = FIRST; seed < FIRST + HISTORIES; seed++) {
        const played = await playHistory(world, template, seed);
        if (HISTORIES === 1) console.log(played.trace.join('\n'));
        if (played.breaches.length > 0) expect.fail(report(played));
        for (const [what, times] of played.met) met.set(what, (met.get(what) ?? 0) + times);
      }
    },
    TIME_LIMIT_MS,
  );

  it.skipIf(SCRIP_SEED).each([
    ...['vend.buy: done', 'vend.refundOrder: done', 'vend.giveBack: done', 'lease.rent: done', 'lease.extend: done'],
    ...['lease.transfer: done', 'lease.terminate: done', 'lease.updateLocation: done', 'bank.refund: ', ': auth.forbidden'],
    // Somebody does not have what they would give back; it was given back before.
    ...[/^(lease.terminate: lease.refund_not_funded|vend.refundOrder: bank.insufficient_funds)$/, ': bank.refund_exceeded'],
  ])('have met %s', (outcome) => {
    const is = (what: string) => (typeof outcome === 'string' ? what.includes(outcome) : outcome.test(what));
    expect([...met].filter(([what]) => is(what)).length).toBeGreaterThan(0);
  });
});
