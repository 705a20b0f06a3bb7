import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Capabilities } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { Estate } from './estate.ts';
import { Leasing } from './leasing/leasing.ts';

/** Spaces for rent: what is offered where, and who has it. */
export interface Lease {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly bank: Bank;
  /** Locations and units, their settings, and their history. */
  readonly estate: Estate;
  /** Leases, and the money for them. */
  readonly leasing: Leasing;
  /** What is done beside the calls; the server runs it. */
  readonly jobs: readonly Job[];
}

export interface LeaseOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly bank: Bank;
}

export function createLease({ database, avatars, capabilities, groups, bank }: LeaseOptions): Lease {
  const estate = new Estate({ database, avatars, groups });
  const leasing = new Leasing(database, avatars, bank, estate);
  return { avatars, capabilities, groups, bank, estate, leasing, jobs: leasing.jobs };
}
