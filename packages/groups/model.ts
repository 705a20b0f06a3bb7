import type { AvatarKey, GroupKey } from '@scrip/kernel';

export interface Group {
  readonly gkey: GroupKey;
  readonly name: string;
  /** The avatar whose group it is. */
  readonly creator: AvatarKey;
}

export interface Member {
  readonly akey: AvatarKey;
  /** Against the sum of the group's weights; see members/shares.ts. */
  readonly weight: bigint;
  readonly officer: boolean;
}
