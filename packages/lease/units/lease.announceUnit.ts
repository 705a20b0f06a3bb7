import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import { invalidName } from '../errors.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { rateTooHigh, tooManyUnits } from './errors.ts';

export const announceUnit = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.announceUnit',
    summary: 'An object in-world tells that it is a unit of a location, and where it stands.',
    notes: [
      'A unit that is not there is created, at the price that is given. Of one that is there, model, region and position become those that are given,',
      'and the price stays what it is: lease.updateUnit changes that. Telling the same again is harmless, and no entry in the history.',
    ].join('\n'),
    params: {
      ...params.ofLocation,
      unit_name: params.newUnitName,
      model: param(params.model.type, params.model.doc),
      region: param(params.region.type, params.region.doc),
      x: param(params.x.type, params.x.doc),
      y: param(params.y.type, params.y.doc),
      z: param(params.z.type, params.z.doc),
      rate: params.rate,
      period: params.period,
    },
    result: t.string(),
    resultDoc: '`added`, or `updated` where it was there already.',
    faults: [invalidName, rateTooHigh, tooManyUnits],
    authority: locationAuthority(lease, RIGHTS.units),
    handler: ({ unit_name: name, rate, period, model, region, x, y, z }, { principal, location }) =>
      lease.units.announce(location, principal.akey, { name, rate, period, model, region, x, y, z }),
  });
