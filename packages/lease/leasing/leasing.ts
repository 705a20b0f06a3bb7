import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Estate } from '../estate/estate.ts';

export class Leasing {
  readonly jobs: readonly Job[] = [];

  constructor(_of: { database: Database; avatars: Avatars; groups: Groups; bank: Bank; estate: Estate }) {}
}
