import type { Uuid } from '@scrip/kernel';

export interface Group {
  readonly gkey: Uuid;
  readonly name: string;
  /** Key of the avatar whose group it is. */
  readonly creator: Uuid;
}

export interface Member {
  readonly akey: Uuid;
  /** Against the sum of the group's weights; see shares.ts. */
  readonly weight: bigint;
  readonly officer: boolean;
}

/** Seen from the member. */
export interface Membership extends Group {
  readonly weight: bigint;
  /** Of all members' weights. */
  readonly sum: bigint;
  readonly officer: boolean;
}

/** What a change makes of the members, and the answer to it. */
export interface Change<T> {
  readonly members: readonly Member[];
  readonly result: T;
}
