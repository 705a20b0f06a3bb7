import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Clock } from '@scrip/kernel';
import { Plans } from './plans/plans.ts';
import { PlanStore } from './plans/store.ts';
import { StudioStore } from './studios/store.ts';
import { Studios } from './studios/studios.ts';
import { UserStore } from './users/store.ts';
import { Users } from './users/users.ts';

/** Studios, their plans and their users. See docs/decisions/studio-users.md. */
export interface StudioSlice {
  readonly studios: Studios;
  readonly plans: Plans;
  readonly users: Users;
  readonly clock: Clock;
}

export function createStudios(parts: {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly masterKey: MasterKey;
  readonly clock: Clock;
  /** Whether passwords are taken over plain HTTP from other machines. */
  readonly plainLogin: boolean;
}): StudioSlice {
  const { database, avatars, bank, masterKey, clock, plainLogin } = parts;
  const studios = new Studios(new StudioStore(database));
  const plans = new Plans(new PlanStore(database), bank.currencies);
  const users = new Users({ store: new UserStore(database), avatars, plans, masterKey, plainLogin });
  return { studios, plans, users, clock };
}
