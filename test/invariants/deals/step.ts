import type { Stage } from './stage.ts';

/** Something that somebody may do in a history, as often as its weight says. */
export interface Step {
  readonly weight: number;
  act(stage: Stage): Promise<unknown>;
}
