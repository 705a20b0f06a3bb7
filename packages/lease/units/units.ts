import { keepNothing } from '@scrip/capability';
import { type AvatarKey, nameKey, newId } from '@scrip/kernel';
import { noSuchLocation, noSuchUnit } from '../errors.ts';
import type { NewLogRecord } from '../history/records.ts';
import type { Location, Position, Premises, Price, Unit } from '../model.ts';
import { checkLabel, checkUnitName, numberOf, sortKeyOf } from '../names.ts';
import { unitExists, unitLeased } from './errors.ts';
import { type PeriodName, periodName, priceFor, priceText } from './rates.ts';
import type { Described, Keys } from './statements.ts';
import type { UnitChange, UnitStore } from './store.ts';

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

  constructor(store: UnitStore) {
    this.#store = store;
  }

  /**
   * A unit and its location as they are at one moment: as long as the unit's revision is what it was, so are its price
   * and the location's terms. Names match in any case. Undefined where there is no such location.
   */
  find(owner: AvatarKey, locationName: string, unitName: string): Promise<{ location: Location; unit: Unit | undefined } | undefined> {
    return this.#store.findWithLocation(owner, locationName, unitName);
  }

  /** As `find`; raises lease.unknown_location and lease.unknown_unit. */
  async get(owner: AvatarKey, locationName: string, unitName: string): Promise<Premises> {
    const found = await this.find(owner, locationName, unitName);
    if (!found) throw noSuchLocation(owner, locationName);
    const { location, unit } = found;
    if (!unit) throw noSuchUnit(location, unitName);
    return { location, unit };
  }

  /**
   * Returns its name. Raises lease.invalid_name, lease.rate_too_high, lease.unit_exists, lease.too_many_units,
   * lease.unknown_location.
   */
  async create(location: Location, actor: AvatarKey, wanted: NewUnit, keep = keepNothing): Promise<string> {
    const unit = described(wanted, priceFor(wanted.rate, wanted.period));
    if ((await this.#add(location, actor, unit, false, keep)) === 'taken') throw alreadyThere(location, unit.name);
    return unit.name;
  }

  /**
   * What an object in-world says of itself. A unit that is not there is created; of one that is there, all but the price is taken.
   * Raises lease.invalid_name, lease.rate_too_high, lease.too_many_units, lease.unknown_location.
   */
  async announce(location: Location, actor: AvatarKey, wanted: NewUnit): Promise<'added' | 'updated'> {
    const unit = described(wanted, priceFor(wanted.rate, wanted.period));
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const known = await this.#store.find(location.id, unit.name);
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
  async update(location: Location, unit: Unit, actor: AvatarKey, wanted: Partial<NewUnit>): Promise<string> {
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
  async remove(location: Location, unit: Unit, actor: AvatarKey): Promise<void> {
    const record = { locationId: location.id, type: 'unit', unit, actor, detail: 'removed' } as const;
    const removed = await this.#store.remove(unit.id, record, ({ name, lease }) => {
      if (lease) throw unitLeased(`${JSON.stringify(name)} is leased by ${lease.lessee}; the lease must end first`);
    });
    if (!removed) throw noSuchUnit(location, unit.name);
  }

  async #add(
    location: Location,
    actor: AvatarKey,
    unit: Described & Keys,
    isAnnounced: boolean,
    keep = keepNothing,
  ): Promise<'done' | 'taken'> {
    const id = newId();
    const detail = `created for ${priceText(unit)}${isAnnounced ? ', by its object' : ''}`;
    const record = { locationId: location.id, type: 'unit', unit: { id, name: unit.name }, actor, detail } as const;
    const outcome = await this.#store.add(location, { id, ...unit }, isAnnounced, record, MAX_UNITS, keep);
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
function changed(before: Unit, after: Described & Keys, actor: AvatarKey): UnitChange {
  const { id, locationId } = before;
  const about = { locationId, unit: { id, name: after.name }, actor };
  const place = ({ region, x, y, z }: Position) => (region === '' ? 'nowhere' : `${region}/${x}/${y}/${z}`);
  const words = [
    before.name !== after.name && `name ${before.name} -> ${after.name}`,
    before.model !== after.model && `model ${before.model || 'none'} -> ${after.model || 'none'}`,
    place(before) !== place(after) && `position ${place(before)} -> ${place(after)}`,
  ].filter((word) => word !== false);
  const records: NewLogRecord[] = words.length > 0 ? [{ ...about, type: 'unit', detail: words.join('; ') }] : [];
  const isPriceNew = priceText(before) !== priceText(after);
  if (isPriceNew) records.push({ ...about, type: 'price', detail: `${priceText(before)} -> ${priceText(after)}` });
  return { unit: after, isPriceNew, records };
}

function alreadyThere(location: Location, name: string) {
  return unitExists(`${JSON.stringify(location.name)} has another unit called ${JSON.stringify(name)}`);
}
