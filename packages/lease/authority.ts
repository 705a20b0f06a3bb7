import { unknownAvatar } from '@scrip/avatars';
import { AUTH_FAULTS, type Guarded, type Principal } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { callersOf, LOGIN, loginOf, managerPrincipal, NEEDS, type Need, type OwnerCall, own, ownerPrincipal, refusal } from './callers.ts';
import { noSuchLocation, noSuchUnit, unknownLocation, unknownUnit } from './errors.ts';
import type { Lease } from './lease.ts';
import type { Location, Right, Unit } from './model.ts';

export interface LocationCall extends OwnerCall {
  readonly location_name: string;
}

export interface UnitCall extends LocationCall {
  readonly unit_name: string;
}

export interface OwnerAuthority {
  readonly principal: Principal;
  readonly owner: Uuid;
}

export interface LocationAuthority extends OwnerAuthority {
  readonly location: Location;
}

export interface UnitAuthority {
  readonly principal: Principal;
  /** The avatar that calls. */
  readonly actor: Uuid;
  /** What gives them the right. Who rents the unit decides about it as its lessee, even where they manage the location too. */
  readonly as: 'owner' | 'manager' | 'lessee' | 'payer';
  readonly location: Location;
  readonly unit: Unit;
}

export interface OfferedUnit {
  readonly principal: Principal;
  readonly location: Location;
  readonly unit: Unit;
}

/** For all that somebody owns. Managers have rights at single locations only, so these are not enough here. */
export function ownerAuthority(lease: Lease, need: 'see' | 'own'): Guarded<OwnerCall, OwnerAuthority> {
  const needs = need === 'own' ? NEEDS.own : NEEDS.seeAll;
  return {
    kind: 'guarded',
    needs,
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, given) {
      const callers = await callersOf(lease, input, given);
      const principal = ownerPrincipal(callers, [need]);
      if (principal) return { principal, owner: callers.owner };
      throw refusal(callers, needs);
    },
  };
}

/**
 * For one location: its owner, who has a grant from the owner, or a manager with all the rights that the call needs. Who
 * has none of these is not told whether there is such a location.
 */
export function locationAuthority<I extends LocationCall>(
  lease: Lease,
  right: Need | { readonly of: (input: I) => readonly Need[]; readonly needs: string },
): Guarded<I, LocationAuthority> {
  const { of: rightsFor, needs } = typeof right === 'string' ? { of: () => [right], needs: NEEDS[right] } : right;
  return {
    kind: 'guarded',
    needs,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownLocation],
    async decide(input, given) {
      const callers = await callersOf(lease, input, given);
      const rights = rightsFor(input);
      const principal = ownerPrincipal(callers, rights);
      if (principal) return { principal, owner: callers.owner, location: await lease.estate.get(callers.owner, input.location_name) };
      const location = await lease.estate.find(callers.owner, input.location_name);
      const manager = location && (await managerPrincipal(lease, callers, location, rights));
      if (manager) return { principal: manager, owner: callers.owner, location };
      throw refusal(callers, needs);
    },
  };
}

/**
 * For one unit: those who have `right` at its location (or all of the rights that the call needs), and where it says so
 * its lessee or the other avatar who may pay for it. Whoever has none of these is not told whether there is such a unit.
 */
export function unitAuthority<I extends UnitCall>(
  lease: Lease,
  allow: {
    readonly right?: Right | { readonly of: (input: I) => readonly Right[]; readonly needs: string };
    readonly lessee?: boolean;
    readonly payer?: boolean;
  },
): Guarded<I, UnitAuthority> {
  const { right, lessee = false, payer = false } = allow;
  const { of: rightsFor, needs: needed } =
    typeof right === 'object' ? right : { of: () => (right ? [right] : undefined), needs: right ? NEEDS[right] : '' };
  const tenants = [lessee ? 'the lessee' : '', payer ? 'the alternate payer' : ''].filter((who) => who !== '').join(' or ');
  const needs = [needed, tenants && `${LOGIN} of ${tenants}`].filter((text) => text !== '').join('; or ');
  return {
    kind: 'guarded',
    needs,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownLocation, unknownUnit],
    async decide(input, given) {
      const callers = await callersOf(lease, input, given);
      const rights = rightsFor(input);
      const found = await lease.estate.findUnit(callers.owner, input.location_name, input.unit_name);
      const { location, unit } = found ?? {};
      if (!location || !unit) {
        const mayKnow = ownerPrincipal(callers, ['see']) ?? (location && (await managerPrincipal(lease, callers, location, ['see'])));
        if (!mayKnow) throw refusal(callers, needs);
        throw location ? noSuchUnit(location, input.unit_name) : noSuchLocation(callers.owner, input.location_name);
      }
      const place = { location, unit };
      const granted = rights && ownerPrincipal(callers, rights);
      if (granted?.via === 'own') return { principal: granted, actor: granted.akey, as: 'owner', ...place };
      const tenant = lessee && loginOf(callers, unit.lease?.lessee);
      if (tenant) return { principal: own(tenant), actor: tenant.sub, as: 'lessee', ...place };
      const paying = payer && loginOf(callers, unit.lease?.payer);
      if (paying) return { principal: own(paying), actor: paying.sub, as: 'payer', ...place };
      if (granted) return { principal: granted, actor: granted.akey, as: 'owner', ...place };
      const manager = rights && (await managerPrincipal(lease, callers, location, rights));
      if (manager) return { principal: manager, actor: manager.akey, as: 'manager', ...place };
      // Anybody may know that, by lease.offers; a lessee whose lease has expired wants to.
      throw refusal(callers, needs, tenants !== '' && !unit.lease ? '; nobody leases the unit' : '');
    },
  };
}

/** A unit that anybody who is logged in may ask about, because it is on offer to all: what it costs, and to rent it. */
export function offeredUnit(lease: Lease): Guarded<UnitCall, OfferedUnit> {
  return {
    kind: 'guarded',
    needs: LOGIN,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownLocation, unknownUnit],
    async decide(input, given) {
      const { owner, logins } = await callersOf(lease, input, given);
      return { principal: own(logins[0]), ...(await lease.estate.unitWithLocation(owner, input.location_name, input.unit_name)) };
    },
  };
}

/** As `offeredUnit`, for all that a location offers. */
export function offeredLocation(lease: Lease): Guarded<LocationCall, LocationAuthority> {
  return {
    kind: 'guarded',
    needs: LOGIN,
    faults: [...AUTH_FAULTS, unknownAvatar, unknownLocation],
    async decide(input, given) {
      const { owner, logins } = await callersOf(lease, input, given);
      return { principal: own(logins[0]), owner, location: await lease.estate.get(owner, input.location_name) };
    },
  };
}
