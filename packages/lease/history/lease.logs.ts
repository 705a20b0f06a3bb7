import { type Currency, minorToMajor } from '@scrip/kernel';
import { fromTime, type Procedure, param, periodOf, procedure, t, toTime } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

const MAX_COUNT = 100;
const MAX_INT32 = 2_147_483_647;

const RECORD = t.tuple(t.string(), t.string(), t.string(), t.string(), t.string(), t.string(), t.string(), t.int(), t.int());

/** Apez, lease.logs. The document has neither capabilities nor times: they stand before and behind what it has. */
export const logs = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.logs',
    summary: 'Lists what happened at a location, newest first.',
    notes: [
      'The three parameters of the document alone are enough where the capability comes as `Authorization: Bearer`.',
      'type is new, extend, terminated or expire, as documented; or one of ours: transfer, payer (of a lease), unit, price, location, access, manager',
      '(what owner and managers changed). agent_key and agent_name are the lessee, or whom the change is about; empty where it is about nobody.',
      'amount is in whole major units, rounded, and no more than an int holds: what was paid, or for terminated what went back.',
      'lease.history tells more: who did it, exact amounts, the change in words, and everything in pages.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      count_limit: param(t.int({ min: 0 }), `How many entries to list; ${MAX_COUNT} at most, also where more are asked for.`),
      owner_akey: params.owner,
      location_name: params.locationName,
      from_time: fromTime,
      to_time: toTime,
    },
    result: t.array(RECORD),
    resultDoc:
      'Arrays of time (UTC, as `2006-10-23 03:08:00Z`), type, owner_akey, unit_object_name, location_name, agent_key, agent_name, amount and duration_secs.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler({ count_limit, ...times }, { owner, location }) {
      const records = await lease.history.newest(location.id, periodOf(times), Math.min(count_limit, MAX_COUNT));
      const currency = lease.bank.currencies.default;
      return records.map(
        ({ at, type, unitName, akey, agentName, amount, durationSecs }): LogRow => [
          `${at.toISOString().slice(0, 19).replace('T', ' ')}Z`,
          type,
          owner,
          unitName,
          location.name,
          akey ?? '',
          agentName,
          wholeMajor(amount, currency),
          durationSecs,
        ],
      );
    },
  });

type LogRow = [string, string, string, string, string, string, string, number, number];

function wholeMajor(amount: bigint, currency: Currency): number {
  return Math.min(Math.round(minorToMajor(amount, currency)), MAX_INT32);
}
