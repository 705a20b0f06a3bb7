import { minorToMajor } from '@scrip/kernel';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { readCursor } from './cursor.ts';

const RECORD = t.struct({
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
    result: t.struct({ entries: t.array(RECORD), cursor: t.string() }),
    resultDoc: 'A page of entries, times in UTC, and the cursor of the next page: empty on the last one.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler({ cursor, limit, after }, { location }) {
      const last = after === '' && cursor !== '' ? readCursor(cursor).id : after;
      const page = await lease.history.page(location.id, pageOf({ after: last, limit }));
      const currency = lease.bank.currencies.default;
      const entries = page.records.map((record) => ({
        time: record.at,
        type: record.type,
        unit_name: record.unitName,
        lease_id: record.leaseId ?? '',
        agent_akey: record.akey ?? '',
        agent_name: record.agentName,
        actor_akey: record.actor ?? '',
        actor_name: record.actorName,
        amount: minorToMajor(record.amount, currency),
        duration_secs: record.durationSecs,
        transaction_id: record.journalId ?? '',
        detail: record.detail,
        id: record.id,
      }));
      return { entries, cursor: page.cursor };
    },
  });
