import { keepNothing } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { type Groups, unknownGroup } from '@scrip/groups';
import { type AvatarKey, type GroupKey, nameKey, newId } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { noSuchLocation } from '../errors.ts';
import type { Location, Terms } from '../model.ts';
import { checkLocationName } from '../names.ts';
import { differences } from './differences.ts';
import { invalidTerms, locationExists, locationNotEmpty } from './errors.ts';
import { LocationStore } from './store.ts';
import { checkTerms, DEFAULT_TERMS } from './terms.ts';

/** What is to be said of a location; what is left out stays as it is. */
export interface Settings extends Partial<Terms> {
  /** Keys, or names of groups that the owner created; empty for none. As in what follows. */
  readonly incomeGroup?: string;
  readonly managerGroup?: string;
  readonly tenantGroup?: string;
}

export const MAX_LOCATIONS = 100;

const GROUPS = ['incomeGroup', 'managerGroup', 'tenantGroup'] as const;
type NamedGroups = { readonly [K in (typeof GROUPS)[number]]?: GroupKey | null };

/** What there is to rent somebody's units at: names, terms and groups of locations. */
export class Locations {
  readonly #store: LocationStore;
  readonly #groups: Groups;

  constructor(database: Database, groups: Groups) {
    this.#store = new LocationStore(database);
    this.#groups = groups;
    groups.onDissolve(async (gkey, within) => {
      const detail = `income_group ${gkey} -> none, since the group was dissolved`;
      await this.#store.forgetIncomeGroup(within, gkey, (locationId) => ({ locationId, type: 'location', actor: null, detail }));
      return undefined;
    });
  }

  /** Names match in any case. */
  find(owner: AvatarKey, name: string): Promise<Location | undefined> {
    return this.#store.find(owner, name);
  }

  /** As `find`; raises lease.unknown_location. */
  async get(owner: AvatarKey, name: string): Promise<Location> {
    const location = await this.find(owner, name);
    if (location) return location;
    throw noSuchLocation(owner, name);
  }

  /**
   * Raises lease.invalid_name, lease.invalid_terms, lease.location_exists, lease.too_many_locations, general.unknown_group.
   */
  async create(owner: AvatarKey, actor: AvatarKey, name: string, settings: Settings, keep = keepNothing): Promise<Location> {
    const { terms, groups } = await this.#read(owner, settings);
    if (groups.incomeGroup) mustSayWhatIsRefunded(terms);
    const noGroups = { incomeGroup: null, managerGroup: null, tenantGroup: null };
    const location = {
      id: newId(),
      owner,
      name: checkLocationName(name),
      ...noGroups,
      ...groups,
      ...checkTerms({ ...DEFAULT_TERMS, ...terms }),
    };
    const record = { locationId: location.id, type: 'location', actor, detail: `created as ${location.name}` } as const;
    const outcome = await this.#store.add(location, nameKey(location.name), record, MAX_LOCATIONS, {
      before: (client) => this.#mustStay(client, groups),
      keep,
    });
    if (outcome === 'taken') throw alreadyThere(location);
    return location;
  }

  /**
   * The times of leases that follow from the terms move in the same step. An empty name is the one that it has. Raises
   * lease.invalid_name, lease.invalid_terms, lease.location_exists, lease.unknown_location, general.unknown_group.
   */
  async update(location: Location, actor: AvatarKey, settings: Settings, newName: string): Promise<Location> {
    const { terms, groups } = await this.#read(location.owner, settings);
    const name = newName === '' ? location.name : checkLocationName(newName);
    const before = (client: PoolClient) => this.#mustStay(client, groups);
    const outcome = await this.#store.change(location, nameKey, before, (now) => {
      if (groups.incomeGroup && groups.incomeGroup !== now.incomeGroup) mustSayWhatIsRefunded(terms);
      const after = { ...now, ...checkTerms({ ...now, ...terms }), ...groups, ...(newName !== '' && { name }) };
      const { words, isAgreed } = differences(now, after);
      if (words.length === 0) return undefined;
      return { location: after, isAgreed, record: { locationId: now.id, type: 'location', actor, detail: words.join('; ') } };
    });
    if (outcome === 'gone') throw noSuchLocation(location.owner, location.name);
    if (outcome === 'taken') throw alreadyThere({ ...location, name });
    return outcome;
  }

  /** With all of its units, none of which may be leased. Raises lease.location_not_empty and lease.unknown_location. */
  async remove(location: Location, actor: AvatarKey): Promise<void> {
    const record = { locationId: location.id, type: 'location', actor, detail: 'removed' } as const;
    const removed = await this.#store.remove(location.id, record, (leased) => {
      if (leased > 0)
        throw locationNotEmpty(`${JSON.stringify(location.name)} has leased units, ${leased} of them; their leases must end first`);
    });
    if (!removed) throw noSuchLocation(location.owner, location.name);
  }

  /** Takes the settings apart, and finds the groups. */
  async #read(
    owner: AvatarKey,
    { incomeGroup, managerGroup, tenantGroup, ...terms }: Settings,
  ): Promise<{ terms: Partial<Terms>; groups: NamedGroups }> {
    const named = { incomeGroup, managerGroup, tenantGroup };
    const groups: { -readonly [K in keyof NamedGroups]: NamedGroups[K] } = {};
    for (const which of GROUPS) {
      const keyOrName = named[which];
      if (keyOrName !== undefined) groups[which] = keyOrName === '' ? null : (await this.#groups.get(keyOrName, owner)).gkey;
    }
    return { terms, groups };
  }

  /** Locks the groups, so that none is dissolved before the location says that it has it. In the order of their keys, or two calls might wait for each other. */
  async #mustStay(client: PoolClient, groups: NamedGroups): Promise<void> {
    const keys = new Set(Object.values(groups).filter((gkey) => gkey !== null));
    for (const gkey of [...keys].sort()) {
      if (!(await this.#groups.lock(gkey, client))) throw unknownGroup(`the group ${gkey} is not there any more`);
    }
  }
}

/** A refund needs what each member got, who may have spent it by then: nobody promises that without having said so. */
function mustSayWhatIsRefunded({ refundPercent }: Partial<Terms>): void {
  if (refundPercent === undefined) {
    throw invalidTerms(
      'income_group comes without refund_percent; it has to be said too, because each member gives back their part of a refund, and may have spent it',
    );
  }
}

function alreadyThere({ owner, name }: Pick<Location, 'owner' | 'name'>) {
  return locationExists(`${owner} has another location called ${JSON.stringify(name)}`);
}
