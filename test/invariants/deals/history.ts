import type { Uuid } from '@scrip/kernel';
import type { World } from '../../testkit/world.ts';
import { readBooks } from './books.ts';
import { DealView } from './deals.ts';
import { openStage } from './opening.ts';
import { type Breach, breaches } from './rules.ts';
import type { Stage } from './stage.ts';
import { GROUPS } from './steps/groups.ts';
import { LEASES } from './steps/leases.ts';
import { MONEY } from './steps/money.ts';
import { SALES } from './steps/sales.ts';
import { unwind } from './unwinding.ts';

const STEPS = [...SALES, ...LEASES, ...MONEY, ...GROUPS];
const LENGTH = { least: 30, most: 80 };

export interface Played {
  readonly seed: number;
  readonly breaches: readonly Breach[];
  readonly trace: readonly string[];
  readonly met: ReadonlyMap<string, number>;
}

/** Plays what a seed decides, ends whatever is still open, and looks at what everybody has. `template` is an avatar with a password. */
export async function playHistory(world: World, template: Uuid, seed: number): Promise<Played> {
  const { rows } = await world.database.pool.query('SELECT clock_timestamp() AS now FROM pg_sleep(0.002)');
  const stage = await openStage(world, template, seed);
  await act(stage);
  await unwind(stage);
  const view = new DealView(await readBooks(world.database, rows[0].now));
  return { seed, breaches: breaches(view, stage.made.covered), trace: stage.made.trace, met: stage.made.met };
}

async function act(stage: Stage): Promise<void> {
  const { random } = stage;
  for (let left = random.whole(LENGTH.least, LENGTH.most); left > 0; left--) {
    const step = random.weighted(STEPS);
    // Two of them at once, now and then.
    if (random.chance(0.1)) await Promise.all([step.act(stage.fork()), random.weighted(STEPS).act(stage.fork())]);
    else await step.act(stage);
  }
}
