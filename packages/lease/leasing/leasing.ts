import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database, Job } from '@scrip/database';
import { Due } from '../due/due.ts';
import { Endings } from '../endings/endings.ts';
import type { Estate } from '../estate.ts';
import { Purchases } from '../rents/purchases.ts';
import { Quotes } from '../rents/quotes.ts';
import { Tenants } from '../tenants/tenants.ts';
import { Changes } from './changes.ts';
import { Store } from './store.ts';

/** Leases: who has which unit for how long, and the money for it. */
export class Leasing {
  readonly changes: Changes;
  readonly quotes: Quotes;
  readonly purchases: Purchases;
  readonly endings: Endings;
  readonly tenants: Tenants;
  readonly due: Due;
  readonly jobs: readonly Job[];

  constructor(database: Database, avatars: Avatars, bank: Bank, estate: Estate) {
    const store = new Store(database);
    this.changes = new Changes(bank.deals, estate, store);
    this.quotes = new Quotes(bank, estate, store);
    this.purchases = new Purchases(avatars, bank, estate, this.quotes, this.changes, store);
    this.endings = new Endings(avatars, bank, this.changes, store);
    this.tenants = new Tenants(avatars, estate, this.changes, store);
    this.due = new Due(database, avatars, store);
    this.jobs = [
      { name: 'remind lessees', every_ms: 10_000, run: () => this.due.remind() },
      { name: 'expire leases', every_ms: 5_000, run: () => this.due.expire() },
    ];
  }
}
