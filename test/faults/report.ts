import type { Verdict } from './verdict.ts';
import { VIOLATIONS, type Violation } from './violation.ts';

const SHOWN = 5;

/** A verdict in words, for a terminal. */
export function describeVerdict(verdict: Verdict): string {
  const { acknowledged, refused, attempts, unknown, struck, kills, skipped, measured, history, violations } = verdict;
  const killed = kills.server + kills.PostgreSQL + kills.backend;
  const faults = [...struck.values()].reduce((sum, count) => sum + count, 0);
  const numbers = (values: readonly number[]) => {
    const sorted = [...values].sort((a, b) => a - b);
    return `${sorted.length} times, median ${sorted[sorted.length >> 1]} ms, longest ${sorted.at(-1)} ms`;
  };
  return [
    `${acknowledged} payments acknowledged, ${refused} refused, in ${attempts} attempts of which ${unknown} had an unknown outcome`,
    `acknowledged: ${[...verdict.operations].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    `${faults} faults, of them ${killed} kills: ${kills.server} of servers, ${kills.PostgreSQL} of PostgreSQL, ${kills.backend} of its backends`,
    `${history.sightings.length} looks into the books meanwhile, ${Math.round(verdict.duration_ms / 1_000)} s in all`,
    ...[...measured].map(([what, values]) => `${what}, until the first new payment: ${numbers(values)}`),
    ...[...skipped].map(([fault, why]) => `skipped: ${fault}, because ${why}`),
    ...describeViolations(violations),
  ].join('\n');
}

function describeViolations(violations: readonly Violation[]): string[] {
  if (violations.length === 0) return ['nothing was lost, altered or booked twice, and everything adds up'];
  const codes = [...new Set(violations.map((violation) => violation.code))];
  return codes.flatMap((code) => {
    const details = violations.filter((violation) => violation.code === code).map((violation) => `  ${violation.detail}`);
    const more = details.length > SHOWN ? [`  and ${details.length - SHOWN} more`] : [];
    return [`VIOLATION ${code}: ${VIOLATIONS[code]}`, ...details.slice(0, SHOWN), ...more];
  });
}
