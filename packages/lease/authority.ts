import { unknownAvatar } from '@scrip/avatars';
import { anyLogin, type Guarded, guarded, type Held, type Needed, type Presented, present } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import { noSuchLocation, noSuchUnit, unknownLocation, unknownUnit } from './errors.ts';
import type { Lease } from './lease.ts';
import type { Location, Unit } from './model.ts';
import { type Part, RIGHTS, type Scope } from './rights.ts';

export interface OwnerCall {
  /** Key or name of whose locations a call is about; empty: of who calls. */
  readonly owner_akey: string;
}

export interface LocationCall extends OwnerCall {
  readonly location_name: string;
}

export interface UnitCall extends LocationCall {
  readonly unit_name: string;
}

interface AtLocation extends Scope {
  readonly location: Location;
}

interface AtUnit extends AtLocation {
  readonly unit: Unit;
}

type Access<P, As extends string = Part> = P & { readonly principal: Held<As> };
export type OwnerAccess = Access<Scope>;
export type LocationAccess = Access<AtLocation>;
export type UnitAccess = Access<AtUnit>;

/** For all that somebody owns. */
export function ownerAuthority(lease: Lease, needed: Needed<unknown, Scope, Part>): Guarded<OwnerCall, OwnerAccess> {
  return guarded(needed, {
    faults: [unknownAvatar],
    others: 'forbidden',
    async seek(input: OwnerCall, given) {
      return present(await scopeOf(lease, input, given));
    },
  });
}

/** For one location. */
export function locationAuthority<I, As extends string>(
  lease: Lease,
  needed: Needed<I, Scope, As>,
): Guarded<I & LocationCall, Access<AtLocation, As>> {
  return guarded(needed, {
    faults: [unknownAvatar, unknownLocation],
    others: 'forbidden',
    async seek(input: LocationCall, given) {
      const scope = await scopeOf(lease, input, given);
      const location = await lease.locations.find(scope.owner, input.location_name);
      return { scope, found: location && { ...scope, location }, missing: () => noSuchLocation(scope.owner, input.location_name) };
    },
  });
}

/** For one unit. Whoever may look at its location may know whether it is there. */
export function unitAuthority<I, As extends string>(lease: Lease, needed: Needed<I, Scope, As>): Guarded<I & UnitCall, Access<AtUnit, As>> {
  const isForTenants = needed.names.includes('lessee');
  return guarded(needed, {
    faults: [unknownAvatar, unknownLocation, unknownUnit],
    knows: RIGHTS.see,
    others: 'forbidden',
    async seek(input: UnitCall, given) {
      const owned = await scopeOf(lease, input, given);
      const { location, unit } = (await lease.units.find(owned.owner, input.location_name, input.unit_name)) ?? {};
      const scope = location ? { ...owned, location } : owned;
      return {
        scope,
        found: location && unit && { ...owned, location, unit },
        missing: () => (location ? noSuchUnit(location, input.unit_name) : noSuchLocation(owned.owner, input.location_name)),
        // Anybody may know that, by lease.offers; a lessee whose lease has expired wants to.
        ...(isForTenants && unit && !unit.lease && { hint: '; nobody leases the unit' }),
      };
    },
  });
}

/** Whose locations a call is about. */
async function scopeOf({ avatars, managers }: Lease, { owner_akey }: OwnerCall, given: Presented): Promise<Scope> {
  const owner: AvatarKey = owner_akey === '' ? anyLogin(given).sub : (await avatars.get(owner_akey)).akey;
  return { owner, managers };
}
