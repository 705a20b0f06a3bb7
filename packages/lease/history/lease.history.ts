import { minorToMajor } from '@scrip/kernel';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { placeOf } from './cursor.ts';

const ENTRY = t.struct({
  time: t.dateTime(),
  type: t.string(),
  unit_name: t.string(),
  lease_id: t.string(),
  agent_akey: t.string(),
  agent_name: t.string(),
  actor_akey: t.string(),
  actor_name: t.string(),
  amount: t.double(),
  duration_secs: t.int(),
  transaction_id: t.string(),
  detail: t.string(),
  id: t.string(),
});

export const history = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.history',
    summary: 'Lists everything that changed at a location, newest first, and who did it.',
    notes: [
      'Types: new, extend, terminated, expire, transfer, payer (of leases); unit, price, location, access, manager (of what the owner and managers changed).',
      'agent_* is the lessee, or whom the change is about; actor_* is who did it; both empty where there is nobody, such as the server that lets a lease expire.',
      'amount is what was paid, or for terminated what went back; transaction_id is that of bank.transaction, empty where nothing was paid.',
    ].join('\n'),
    params: {
      ...params.ofLocation,
      cursor: params.cursor,
      limit: pageLimit(1_000),
      after: afterKey('id'),
    },
    result: t.struct({ entries: t.array(ENTRY), cursor: t.string() }),
    resultDoc: 'A page of entries, times in UTC, and the cursor of the next page: empty on the last one.',
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler({ cursor, limit, after }, { location }) {
      const last = after === '' && cursor !== '' ? placeOf(cursor).id : after;
      const page = await lease.estate.history.page(location.id, pageOf({ after: last, limit }));
      const currency = lease.bank.currencies.default;
      const entries = page.entries.map((entry) => ({
        time: entry.at,
        type: entry.type,
        unit_name: entry.unitName,
        lease_id: entry.leaseId ?? '',
        agent_akey: entry.akey ?? '',
        agent_name: entry.agentName,
        actor_akey: entry.actor ?? '',
        actor_name: entry.actorName,
        amount: minorToMajor(entry.amount, currency),
        duration_secs: entry.durationSecs,
        transaction_id: entry.journalId ?? '',
        detail: entry.detail,
        id: entry.id,
      }));
      return { entries, cursor: page.cursor };
    },
  });
