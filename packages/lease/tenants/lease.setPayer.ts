import { keyOrNameParam } from '@scrip/avatars';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { accessDenied } from '../access/errors.ts';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { leaseChanged, notLeased } from '../leasing/errors.ts';
import { standingOf } from '../leasing/rules.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

export const setPayer = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.setPayer',
    summary: 'Names another avatar who may extend the lease beside its lessee, and pays for that.',
    notes: [
      'The alternate payer need not, and can neither end the lease nor pass it on. What is refunded of a payment goes to who made it, also after a',
      'lease.transfer. The owner of the location can not be it.',
    ].join('\n'),
    params: {
      ...params.ofUnit,
      payer_akey: keyOrNameParam('Key of the other avatar; a name is taken too. Empty: nobody any more.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [notLeased, leaseChanged, accessDenied],
    authority: unitAuthority(lease, RIGHTS.lessee),
    async handler({ payer_akey }, access) {
      const { location, unit } = access;
      const payer = payer_akey === '' ? null : (await lease.avatars.get(payer_akey)).akey;
      await lease.tenants.setPayer({ location, unit }, standingOf(access), payer);
      return 1;
    },
  });
