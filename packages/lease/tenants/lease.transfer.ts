import { keyOrNameParam } from '@scrip/avatars';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { accessDenied } from '../access/errors.ts';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { leaseChanged, notLeased } from '../leasing/errors.ts';
import { standingOf } from '../leasing/rules.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

export const transfer = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.transfer',
    summary: 'Gives a lease, with all that is paid, to another avatar.',
    notes: [
      'The new lessee must be one who may rent at the location. They get what is refunded of what the former lessee paid; what others',
      'paid stays theirs. The alternate payer is forgotten. Nobody but the lessee can give it away: the owner and managers end a lease',
      '(lease.terminate), which pays the lessee back. The new lessee and the owner are notified.',
    ].join('\n'),
    params: {
      ...params.ofUnit,
      to_akey: keyOrNameParam('Key of the new lessee; a name is taken too.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [notLeased, leaseChanged, accessDenied],
    authority: unitAuthority(lease, RIGHTS.lessee),
    async handler({ to_akey }, access) {
      const { location, unit } = access;
      const { akey } = await lease.avatars.get(to_akey);
      await lease.tenants.transfer({ location, unit }, standingOf(access), akey);
      return 1;
    },
  });
