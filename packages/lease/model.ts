import type { AvatarKey, GroupKey, Uuid } from '@scrip/kernel';

/** A place with units for rent, under a name of its owner's. */
export interface Location extends Terms {
  readonly id: Uuid;
  readonly owner: AvatarKey;
  readonly name: string;
  /** Its members share the income by their percentages; null: the owner's `working` gets it. */
  readonly incomeGroup: GroupKey | null;
  /** Its members may look, its officers may do what managers may but change the settings. */
  readonly managerGroup: GroupKey | null;
  /** Only its members, and those on the allow list, may rent here. */
  readonly tenantGroup: GroupKey | null;
}

/** On what terms the units of a location are let. Times are in seconds. */
export interface Terms {
  /** The least that can be bought at once. */
  readonly minSecs: number;
  /** The longest that a lease may be paid ahead. */
  readonly maxSecs: number;
  /** How long a lease may be overdue before it expires. */
  readonly overdueSecs: number;
  /** The one free extension of each lease; 0 where there is none. */
  readonly graceSecs: number;
  /** How much of what is paid ahead goes back where the lessee ends a lease early. */
  readonly refundPercent: number;
  /** How long before the end of what is paid the lessee is reminded, the longest first. */
  readonly reminders: readonly number[];
  /** In rising order of their seconds. */
  readonly discounts: readonly Discount[];
}

/** Whoever buys at least so many seconds at once gets so many percent off. */
export interface Discount {
  readonly secs: number;
  readonly percent: number;
}

/** Where a unit stands in-world; an empty region where nobody has said so. Metres within the region. */
export interface Position {
  readonly region: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Whole major units for each period of 3600, 86400, 604800 or 2592000 seconds. */
export interface Price {
  readonly rate: bigint;
  readonly periodSecs: number;
}

/** A space that can be rented, and who has it. */
export interface Unit extends Position, Price {
  readonly id: Uuid;
  readonly locationId: Uuid;
  readonly owner: AvatarKey;
  readonly name: string;
  /** The digits after the last `#` of the name. */
  readonly number: number | null;
  readonly model: string;
  /** Rises with every change of the price or of the location's terms: what was agreed was agreed for one revision. */
  readonly revision: number;
  /** When the object in-world last said where it is; null where it never did. */
  readonly announcedAt: Date | null;
  readonly lease: PresentLease | null;
}

/** A unit and its location, as they are, or were, at one moment. */
export interface Premises {
  readonly location: Location;
  readonly unit: Unit;
}

export interface PresentLease {
  readonly id: Uuid;
  readonly lessee: AvatarKey;
  /** Another avatar who may extend it and pay for that. */
  readonly payer: AvatarKey | null;
  readonly leasedAt: Date;
  /** What has been paid, or given free, ends here; past it the lease is overdue. */
  readonly paidUntil: Date;
  /** When it expires if nobody extends it. */
  readonly endsAt: Date;
  readonly remindAt: Date | null;
  readonly graceUsed: boolean;
}

/** What a manager may be allowed at a location. `see` comes with each of the others. */
export const MANAGER_RIGHTS = ['see', 'units', 'prices', 'access', 'leases', 'settings'] as const;
export type ManagerRight = (typeof MANAGER_RIGHTS)[number];
