import type { AvatarKey, Uuid } from '@scrip/kernel';

/** A site that sends customers into rooms. */
export interface RoomSite {
  readonly id: Uuid;
  readonly name: string;
  /** Whose account pays the tips. */
  readonly owner: AvatarKey;
  readonly accountName: string;
  readonly keyHash: Uuid;
  /** Empty where it gets no notices. */
  readonly noticesUrl: string;
}
