import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What a fault can use, beside the world: its own random numbers, and how it learns what became of the payments. */
export interface Scene extends World {
  readonly random: Random;
  /**
   * Resolves with the milliseconds until a payment that was sent from now on is acknowledged for the first time, by that
   * server or by any.
   */
  nextPayment(server?: number): Promise<number>;
  /** Numbers for the verdict, in milliseconds. */
  measured(what: string, ms: number): void;
}

/** One row of the catalogue. */
export interface Fault {
  readonly name: string;
  /** What it is done to; the plan draws one. */
  readonly targets: readonly string[];
  /** Faults of one lane wait for each other; those of different lanes meet. */
  lane(target: string): string;
  /** How long it lasts, from and to; undefined where it is over at once. */
  readonly duration_ms?: readonly [number, number];
  /** How many of 20,000 payments' faults are of this kind. */
  readonly share: number;
  /** Whether it ends a process: those are counted. */
  readonly kills?: 'server' | 'PostgreSQL' | 'backend';
  /** Why it can not be done here, if it can not. */
  impossible?(scene: Scene): string | undefined;
  /** Does it and undoes it; resolves when everything is as it was, with what is worth telling. */
  strike(scene: Scene, target: string, duration_ms: number): Promise<string>;
}

export const DATABASE_LANE = () => 'database';

/** `server 1` -> 1 */
export function numberOf(target: string): number {
  return Number(target.split(' ').at(-1));
}
