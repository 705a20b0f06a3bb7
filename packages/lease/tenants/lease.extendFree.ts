import { type Procedure, procedure, t } from '@scrip/rpc';
import { accessDenied } from '../access/errors.ts';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { leaseChanged, notLeased, termTooLong } from '../leasing/errors.ts';
import { standingOf } from '../leasing/rules.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { noFreeExtension } from './errors.ts';

export const extendFree = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.extendFree',
    summary: 'Takes the one free extension that each lease has where its location gives any.',
    notes:
      'Its lessee or the alternate payer may take it, at any time of the lease, also while it is overdue. How long it is the location says.',
    params: params.ofUnit,
    result: t.struct({ lease_id: t.string(), secs: t.int(), paid_until: t.dateTime() }),
    resultDoc: 'The lease, the seconds that were added, and when it is paid until.',
    faults: [notLeased, leaseChanged, accessDenied, noFreeExtension, termTooLong],
    authority: unitAuthority(lease, RIGHTS.tenants),
    async handler(_input, access) {
      const { location, unit } = access;
      const { leaseId, secs, paidUntil } = await lease.tenants.extendFree({ location, unit }, standingOf(access));
      return { lease_id: leaseId, secs, paid_until: paidUntil };
    },
  });
