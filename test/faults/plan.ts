import { CATALOGUE } from './catalogue.ts';
import type { Fault } from './fault.ts';
import { Random } from './random.ts';

export interface Step {
  /** How many payments have been acknowledged when it begins, unless its lane is still busy. */
  readonly at: number;
  readonly fault: Fault;
  readonly target: string;
  readonly duration_ms: number;
}

/** What the shares of the catalogue are meant for. */
const SHARES_OF = 20_000;
/** Nothing begins before some payments have gone well, and the last faults leave some to go well again. */
const [FIRST, LAST] = [0.01, 0.95];

/** The same for the same seed and number of payments: every fault at least once, spread evenly and in random order. */
export function makePlan(seed: number, payments: number): Step[] {
  const random = new Random(seed);
  const faults = CATALOGUE.flatMap((fault) => {
    const count = Math.max(1, Math.round((fault.share * payments) / SHARES_OF));
    // Targets take turns, from a random one on.
    const first = random.whole(0, fault.targets.length - 1);
    return Array.from({ length: count }, (_, index) => ({
      fault,
      target: fault.targets[(first + index) % fault.targets.length] as string,
    }));
  });
  return random.shuffled(faults).map(({ fault, target }, index) => {
    const place = FIRST + ((LAST - FIRST) * (index + random.next())) / faults.length;
    const duration_ms = fault.duration_ms ? random.whole(...fault.duration_ms) : 0;
    return { at: Math.floor(place * payments), fault, target, duration_ms };
  });
}

export function describePlan(plan: readonly Step[]): string {
  return plan
    .map(({ at, fault, target, duration_ms }) => {
      const lasts = duration_ms > 0 ? ` for ${duration_ms} ms` : '';
      return `${String(at).padStart(8)}  ${fault.name}: ${target}${lasts}`;
    })
    .join('\n');
}
