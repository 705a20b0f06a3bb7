import type { Uuid } from '@scrip/kernel';

/** A customer who is in a performer's room. */
export interface Presence {
  readonly id: bigint;
  readonly site: Uuid;
  /** The user_id of the avatar. */
  readonly performer: number;
  /** As the room shows it. */
  readonly nickname: string;
  readonly nicknameKey: string;
  /** Of the nickname that was asked for. */
  readonly wishedKey: string;
  /** The site's own number of a registered customer; null for a guest. */
  readonly customerId: number | null;
  /** Whose ceiling counts. */
  readonly holder: Uuid;
}

/** How a site names one of its customers in a room. */
export interface Named {
  readonly site: Uuid;
  readonly performer: number;
  /** 0 for a guest. */
  readonly customerId: number;
  readonly nickname: string;
}

export interface Joining extends Named {
  /** Empty where it is not known. */
  readonly ipAddress: string;
  /** The new ceiling; undefined leaves the one that counts in another room as it is. */
  readonly credits: number | undefined;
}
