import { loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, procedure, t } from '@scrip/rpc';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';

const LEASE = t.struct({
  lease_id: t.string(),
  owner_akey: t.string(),
  owner_name: t.string(),
  location_name: t.string(),
  unit_name: t.string(),
  region: t.string(),
  lessee_akey: t.string(),
  lessee_name: t.string(),
  payer_akey: t.string(),
  leased: t.dateTime(),
  paid_until: t.dateTime(),
  expires: t.dateTime(),
  secs_remaining: t.int(),
  free_extension_secs: t.int(),
});

export const myLeases = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.myLeases',
    summary: 'Lists what the avatar who is logged in leases or may pay for as alternate payer, the soonest to end first.',
    params: {
      capabilities: params.capabilities,
      offset: pageOffset(undefined, 1_000_000),
      limit: pageLimit(100, { least: -1 }),
      after: afterKey('lease_id'),
    },
    result: t.array(LEASE),
    resultDoc:
      'Leases: payer_akey is the alternate payer, empty for nobody; secs_remaining of what is paid, below 0 where it is overdue; expires is when it ends unless it is extended; free_extension_secs is 0 where there is none (any more).',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const leases = await lease.listings.leases(akey, pageOf(page));
      const names = await lease.avatars.names(leases.flatMap(({ owner, lessee }) => [owner, lessee]));
      return leases.map((one) => ({
        lease_id: one.id,
        owner_akey: one.owner,
        owner_name: names.get(one.owner) ?? '',
        location_name: one.locationName,
        unit_name: one.unitName,
        region: one.region,
        lessee_akey: one.lessee,
        lessee_name: names.get(one.lessee) ?? '',
        payer_akey: one.payer ?? '',
        leased: one.leasedAt,
        paid_until: one.paidUntil,
        expires: one.endsAt,
        secs_remaining: one.secsRemaining,
        free_extension_secs: one.freeSecs,
      }));
    },
  });
