import type { Bug } from './planting.ts';
import type { Violation } from './record.ts';
import { type Finished, runHistory } from './run.ts';

export interface Catch {
  readonly bug: Bug;
  /** How many histories it took, the last one included. */
  readonly histories: number;
  /** Undefined where no history showed it. */
  readonly caught: { readonly seed: number; readonly by: Violation } | undefined;
  /** What the same history shows without the bug, over a database that lacks the same constraints: nothing, or the catch is none. */
  readonly control: Finished | undefined;
}

/** Runs histories until one of the checks that should see a bug sees it. */
export async function hunt(bug: Bug, firstSeed: number, limit: number): Promise<Catch> {
  for (let nth = 0; nth < limit; nth++) {
    const seed = firstSeed + nth;
    const { violations } = await runHistory(seed, bug.plant);
    const by = violations.find(({ check }) => bug.seenBy.includes(check));
    if (!by) continue;
    const drops = bug.plant.database?.drops ?? [];
    return { bug, histories: nth + 1, caught: { seed, by }, control: await runHistory(seed, { database: { drops } }) };
  }
  return { bug, histories: limit, caught: undefined, control: undefined };
}

export function table(catches: readonly Catch[]): string {
  const rows = catches.map(({ bug, histories, caught }) => [
    bug.name,
    caught?.by.check ?? 'NOT CAUGHT',
    String(caught?.seed ?? ''),
    String(histories),
  ]);
  const all = [['planted bug', 'caught by', 'seed', 'histories'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
