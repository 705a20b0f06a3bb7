import type { Avatars } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Uuid } from '@scrip/kernel';
import { noSuchLocation, noSuchUnit } from './errors.ts';
import { History } from './history/history.ts';
import { Listing } from './listings/listings.ts';
import { Locations } from './locations/locations.ts';
import { People } from './managers/people.ts';
import type { Location, Unit } from './model.ts';
import { Units } from './units/units.ts';

/** Locations and units: what there is to rent, on what terms, and who may do what about it. */
export class Estate {
  readonly locations: Locations;
  readonly units: Units;
  readonly listing: Listing;
  readonly people: People;
  readonly history: History;

  constructor({ database, avatars, groups }: { database: Database; avatars: Avatars; groups: Groups }) {
    this.locations = new Locations(database, groups);
    this.units = new Units(database);
    this.listing = new Listing(database, avatars);
    this.people = new People(database, groups);
    this.history = new History(database, avatars);
  }

  /** Names match in any case, here and below. */
  find(owner: Uuid, locationName: string): Promise<Location | undefined> {
    return this.locations.find(owner, locationName);
  }

  /** Raises lease.unknown_location. */
  async get(owner: Uuid, locationName: string): Promise<Location> {
    const location = await this.find(owner, locationName);
    if (location) return location;
    throw noSuchLocation(owner, locationName);
  }

  /**
   * A unit and its location as they are at one moment: as long as the unit's revision is what it was, so are its price
   * and the location's terms. Undefined where there is no such location.
   */
  findUnit(owner: Uuid, locationName: string, unitName: string): Promise<{ location: Location; unit: Unit | undefined } | undefined> {
    return this.units.findWithLocation(owner, locationName, unitName);
  }

  /** As `findUnit`; raises lease.unknown_location and lease.unknown_unit. */
  async unitWithLocation(owner: Uuid, locationName: string, unitName: string): Promise<{ location: Location; unit: Unit }> {
    const found = await this.findUnit(owner, locationName, unitName);
    if (!found) throw noSuchLocation(owner, locationName);
    const { location, unit } = found;
    if (!unit) throw noSuchUnit(location, unitName);
    return { location, unit };
  }
}
