import { nameKey } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import { noSuchLocation, noSuchUnit, unitExists, unitLeased } from '../errors.ts';
import type { Entry } from '../history/store.ts';
import type { Within } from '../locations/store.ts';
import type { Location, Position, Price, Unit } from '../model.ts';
import { checkLabel, checkUnitName, numberOf, sortKeyOf } from './names.ts';
import { type PeriodName, periodName, priceFor, priceText } from './rates.ts';
import { type Described, type Keys, type LockedUnit, type UnitChange, UnitStore } from './store.ts';

/** A unit that is to be, or that has said where it is. */
export interface NewUnit extends Position {
  readonly name: string;
  readonly model: string;
  /** Whole major units for each period. */
  readonly rate: number;
  readonly period: PeriodName;
}

export const MAX_UNITS = 10_000;

/** Another process may add or remove the unit between two looks at it, but hardly time and again. */
const ATTEMPTS = 5;

/** The spaces of locations: what they are called, where they stand and what they cost. */
export class Units {
  readonly #store: UnitStore;

  constructor(database: Database) {
    this.#store = new UnitStore(database);
  }

  /** Names match in any case. */
  find(locationId: Uuid, name: string): Promise<Unit | undefined> {
    return this.#store.find(locationId, nameKey(name));
  }

  /** Both as they are at one moment. */
  findWithLocation(owner: Uuid, location: string, unit: string): Promise<{ location: Location; unit: Unit | undefined } | undefined> {
    return this.#store.findWithLocation(owner, nameKey(location), nameKey(unit));
  }

  /**
   * Locks a unit's row until the caller's transaction ends: the unit as it is now, the database's clock read after the lock, and
   * what the location's lists say of these avatars and of the lessee. Undefined where the unit was removed.
   */
  lock(client: Within, id: Uuid, akeys: readonly Uuid[]): Promise<LockedUnit | undefined> {
    return this.#store.lockWithLists(client, id, akeys);
  }

  /**
   * Returns its name. Raises lease.invalid_name, lease.rate_too_high, lease.unit_exists, lease.too_many_units,
   * lease.unknown_location.
   */
  async create(location: Location, actor: Uuid, wanted: NewUnit): Promise<string> {
    const unit = described(wanted, priceFor(wanted.rate, wanted.period));
    if ((await this.#add(location, actor, unit, false)) === 'taken') throw alreadyThere(location, unit.name);
    return unit.name;
  }

  /**
   * What an object in-world says of itself. A unit that is not there is created; of one that is there, all but the price is taken.
   * Raises lease.invalid_name, lease.rate_too_high, lease.too_many_units, lease.unknown_location.
   */
  async announce(location: Location, actor: Uuid, wanted: NewUnit): Promise<'added' | 'updated'> {
    const unit = described(wanted, priceFor(wanted.rate, wanted.period));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const known = await this.#store.find(location.id, unit.nameKey);
      const how = { isRenamed: false, isAnnounced: true };
      // Its name, as it is spelled now, stays too.
      const told = (now: Unit) => changed(now, described({ ...wanted, name: now.name }, now), actor);
      if (known && (await this.#store.change(known, how, told)) === 'done') return 'updated';
      if (!known && (await this.#add(location, actor, unit, true)) === 'done') return 'added';
    }
    throw new Error(`unit ${unit.name} of location ${location.id} came and went ${ATTEMPTS} times`);
  }

  /**
   * What is left out stays as it is; a new price is that of all who rent or extend from now on. Returns its name. Raises
   * lease.invalid_name, lease.rate_too_high, lease.unit_exists, lease.unknown_unit.
   */
  async update(location: Location, unit: Unit, actor: Uuid, wanted: Partial<NewUnit>): Promise<string> {
    const isRenamed = wanted.name !== undefined;
    let name = '';
    const outcome = await this.#store.change(unit, { isRenamed, isAnnounced: false }, (now) => {
      const price =
        wanted.rate === undefined && wanted.period === undefined
          ? now
          : priceFor(wanted.rate ?? Number(now.rate), wanted.period ?? periodName(now.periodSecs));
      const after = described({ ...now, ...wanted }, price);
      name = after.name;
      return changed(now, after, actor);
    });
    if (outcome === 'gone') throw noSuchUnit(location, unit.name);
    if (outcome === 'taken') throw alreadyThere(location, name);
    return name;
  }

  /** Raises lease.unit_leased and lease.unknown_unit. */
  async remove(location: Location, unit: Unit, actor: Uuid): Promise<void> {
    const entry = { locationId: location.id, type: 'unit', unit, actor, detail: 'removed' } as const;
    const removed = await this.#store.remove(unit.id, entry, ({ name, lease }) => {
      if (lease) throw unitLeased(`${JSON.stringify(name)} is leased by ${lease.lessee}; the lease must end first`);
    });
    if (!removed) throw noSuchUnit(location, unit.name);
  }

  async #add(location: Location, actor: Uuid, unit: Described & Keys, isAnnounced: boolean): Promise<'done' | 'taken'> {
    const id = newId();
    const detail = `created for ${priceText(unit)}${isAnnounced ? ', by its object' : ''}`;
    const entry = { locationId: location.id, type: 'unit', unit: { id, name: unit.name }, actor, detail } as const;
    const outcome = await this.#store.add(location, { id, ...unit }, { isAnnounced, entry, most: MAX_UNITS });
    if (outcome === 'gone') throw noSuchLocation(location.owner, location.name);
    return outcome;
  }
}

/** As it is kept, with what it is looked up and sorted by. Raises lease.invalid_name. */
function described(wanted: Omit<NewUnit, 'rate' | 'period'>, { rate, periodSecs }: Price): Described & Keys {
  const { x, y, z } = wanted;
  const name = checkUnitName(wanted.name);
  const region = checkLabel(wanted.region, 'region');
  return {
    name,
    nameKey: nameKey(name),
    sortKey: sortKeyOf(name),
    number: numberOf(name),
    model: checkLabel(wanted.model, 'model'),
    region,
    regionKey: nameKey(region),
    ...{ x, y, z, rate, periodSecs },
  };
}

/** What is to be written, and said of it in the log. */
function changed(before: Unit, after: Described & Keys, actor: Uuid): UnitChange {
  const { id, locationId } = before;
  const about = { locationId, unit: { id, name: after.name }, actor };
  const place = ({ region, x, y, z }: Position) => (region === '' ? 'nowhere' : `${region}/${x}/${y}/${z}`);
  const words = [
    before.name !== after.name && `name ${before.name} -> ${after.name}`,
    before.model !== after.model && `model ${before.model || 'none'} -> ${after.model || 'none'}`,
    place(before) !== place(after) && `position ${place(before)} -> ${place(after)}`,
  ].filter((word) => word !== false);
  const entries: Entry[] = words.length > 0 ? [{ ...about, type: 'unit', detail: words.join('; ') }] : [];
  const isPriceNew = priceText(before) !== priceText(after);
  if (isPriceNew) entries.push({ ...about, type: 'price', detail: `${priceText(before)} -> ${priceText(after)}` });
  return { unit: after, isPriceNew, entries };
}

function alreadyThere(location: Location, name: string) {
  return unitExists(`${JSON.stringify(location.name)} has another unit called ${JSON.stringify(name)}`);
}
