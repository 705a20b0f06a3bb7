import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { Contents } from '../requests/model.ts';
import type { User } from '../users/model.ts';
import type { Attributes } from '../words.ts';

/** A request as it stands to somebody who would answer it. */
export interface Sought extends Contents {
  readonly id: Uuid;
  readonly requester: Uuid;
  readonly requesterAvatar: AvatarKey | null;
  readonly isFriend: boolean;
  readonly isExpired: boolean;
  readonly isAnswered: boolean;
}

export interface Reply {
  readonly user: User;
  /** As the caller named it. */
  readonly requestId: string;
  readonly accepted: boolean;
  readonly extra: Attributes;
}

/** How a friend has answered. */
export interface Answer {
  readonly request: Uuid;
  /** Who answered. */
  readonly user: User;
  readonly accepted: boolean;
  readonly extra: Attributes;
  readonly createdAt: Date;
}
