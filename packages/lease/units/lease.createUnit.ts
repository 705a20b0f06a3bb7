import type { Keep } from '@scrip/capability';
import { type Procedure, procedure, requestConflict, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import { invalidName } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { rateTooHigh, tooManyUnits, unitExists } from './errors.ts';
import { MAX_UNITS } from './units.ts';

export const createUnit = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.createUnit',
    summary: 'Creates a unit at a location: a space that can be rented.',
    notes: `A location has at most ${MAX_UNITS}, no two of which have the same name in any case. An object in-world does it with lease.announceUnit.`,
    params: {
      ...params.ofLocation,
      unit_name: params.newUnitName,
      rate: params.rate,
      period: params.period,
      model: params.model,
      region: params.region,
      x: params.x,
      y: params.y,
      z: params.z,
      request_id: params.madeOnce,
    },
    result: t.string(),
    resultDoc: 'The name of the unit, as it is kept.',
    faults: [invalidName, rateTooHigh, unitExists, tooManyUnits, requestConflict],
    authority: locationAuthority(lease, RIGHTS.units),
    async handler(input, { principal, location }) {
      const { unit_name: name, rate, period, model, region, x, y, z } = input;
      const create = (keep: Keep) => lease.units.create(location, principal.akey, { name, rate, period, model, region, x, y, z }, keep);
      return String(await lease.creations.once('lease.createUnit', input, principal.akey, create));
    },
  });
