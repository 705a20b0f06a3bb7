import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Estate } from '../estate/estate.ts';
import { Changes } from './changes.ts';
import { Due } from './due.ts';
import { Endings } from './endings.ts';
import { Purchases } from './purchases.ts';
import { Quotes } from './quotes.ts';
import { Store } from './store.ts';
import { Tenants } from './tenants.ts';

/** Leases: who has which unit for how long, and the money for it. */
export class Leasing {
  readonly changes: Changes;
  readonly quotes: Quotes;
  readonly purchases: Purchases;
  readonly endings: Endings;
  readonly tenants: Tenants;
  readonly due: Due;
  readonly jobs: readonly Job[];

  constructor(of: { database: Database; avatars: Avatars; groups: Groups; bank: Bank; estate: Estate }) {
    const { database, estate } = of;
    const store = new Store(database);
    this.changes = new Changes(database, estate, store);
    this.quotes = new Quotes({ ...of, store });
    this.purchases = new Purchases({ ...of, quotes: this.quotes, changes: this.changes, store });
    this.endings = new Endings({ ...of, changes: this.changes, store });
    this.tenants = new Tenants({ ...of, changes: this.changes, store });
    this.due = new Due({ ...of, store });
    this.jobs = [
      { name: 'remind lessees', every_ms: 10_000, run: () => this.due.remind() },
      { name: 'expire leases', every_ms: 5_000, run: () => this.due.expire() },
    ];
  }
}
