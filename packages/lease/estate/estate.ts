import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';

export class Estate {
  constructor(_of: { database: Database; avatars: Avatars; groups: Groups; bank: Bank }) {}
}
