import { type Procedure, procedure } from '@scrip/rpc';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { notLeased } from '../leasing/errors.ts';
import { retryableAtUnit } from '../leasing/retries.ts';
import { standingOf } from '../leasing/rules.ts';
import { RIGHTS } from '../rights.ts';
import {
  PURCHASE,
  PURCHASE_DOC,
  PURCHASE_FAULTS,
  PURCHASE_NOTES,
  PURCHASE_PARAMS,
  purchaseKey,
  purchaseOf,
  purchaseResult,
} from './fields.ts';

export const extend = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.extend',
    summary: 'Buys more time for a lease, paid by who calls: its lessee, or the alternate payer.',
    notes: [
      PURCHASE_NOTES,
      'The time is added to what is paid already. That of an overdue lease is added to where it was paid until: the time since then is paid for.',
    ].join('\n'),
    params: PURCHASE_PARAMS,
    result: PURCHASE,
    resultDoc: PURCHASE_DOC,
    faults: [...PURCHASE_FAULTS, notLeased],
    authority: retryableAtUnit(lease, 'extend', purchaseKey, unitAuthority(lease, RIGHTS.tenants)),
    async handler(input, allowed) {
      if ('first' in allowed) return purchaseResult(lease, allowed.first);
      const { access } = allowed;
      const { principal, location, unit, requestHash } = access;
      const request = { principal, requestId: input.request_id, requestHash };
      const asked = { ...request, premises: { location, unit }, standing: standingOf(access), ...purchaseOf(input) };
      return purchaseResult(lease, await lease.purchases.extend(asked));
    },
  });
