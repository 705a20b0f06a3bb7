import type { Uuid } from '@scrip/kernel';

/** Somebody who takes part in a run. */
export interface Person {
  readonly akey: Uuid;
  readonly login: string;
  /** Has so much that nothing affordable is ever refused. */
  readonly rich: boolean;
}
