import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import { type Capabilities, Creations } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { Access } from './access/store.ts';
import { Due } from './due/due.ts';
import { DueStore } from './due/store.ts';
import { REFUND_CHECKS } from './endings/audit.ts';
import { Endings } from './endings/endings.ts';
import { RefundPlans } from './endings/plans.ts';
import { EndingStore } from './endings/store.ts';
import { History } from './history/store.ts';
import { Changes } from './leasing/changes.ts';
import { LeaseStore } from './leasing/store.ts';
import { Listings } from './listings/store.ts';
import { Locations } from './locations/locations.ts';
import { Managers } from './managers/store.ts';
import { Purchases } from './rents/purchases.ts';
import { Quotes } from './rents/quotes.ts';
import { Tenants } from './tenants/tenants.ts';
import { UnitStore } from './units/store.ts';
import { Units } from './units/units.ts';

/** Spaces for rent: what is offered where, and who has it. */
export interface Lease {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly bank: Bank;
  /** What was made under a request id. */
  readonly creations: Creations;
  readonly locations: Locations;
  readonly units: Units;
  readonly listings: Listings;
  /** Who may rent where. */
  readonly access: Access;
  readonly managers: Managers;
  /** What changed, and who did it. */
  readonly history: History;
  /** Leases, and the answers about them. */
  readonly leases: LeaseStore;
  readonly changes: Changes;
  readonly quotes: Quotes;
  readonly purchases: Purchases;
  readonly endings: Endings;
  readonly tenants: Tenants;
  /** What the passing of time does to leases. */
  readonly due: Due;
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
  const locations = new Locations(database, groups);
  const unitStore = new UnitStore(database);
  const units = new Units(unitStore);
  const listings = new Listings(database, avatars);
  const access = new Access(database, groups);
  const managers = new Managers(database, groups);
  const history = new History(database, avatars);
  const leases = new LeaseStore(database);
  const changes = new Changes({ deals: bank.deals, units, unitStore, leases });
  const quotes = new Quotes(bank, access, leases);
  const due = new Due(database, avatars, new DueStore(database));
  const purchases = new Purchases({ avatars, bank, access, quotes, changes, due, leases });
  const endingStore = new EndingStore(database);
  const endings = new Endings({ avatars, bank, changes, leases, plans: new RefundPlans(bank, endingStore), store: endingStore });
  bank.alsoAudit(...REFUND_CHECKS);
  const tenants = new Tenants(avatars, access, changes, leases);
  const jobs = [
    { name: 'remind lessees', every_ms: 10_000, run: () => due.remind() },
    { name: 'expire leases', every_ms: 5_000, run: () => due.expire() },
  ];
  const offered = { locations, units, listings, access, managers, history };
  const creations = new Creations(database);
  return { avatars, capabilities, bank, creations, ...offered, leases, changes, quotes, purchases, endings, tenants, due, jobs };
}
