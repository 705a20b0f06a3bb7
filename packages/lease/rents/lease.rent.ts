import { type Procedure, procedure } from '@scrip/rpc';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { retryableAtUnit } from '../leasing/retries.ts';
import { RIGHTS } from '../rights.ts';
import { notVacant } from './errors.ts';
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

export const rent = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.rent',
    summary: 'Rents a vacant unit for so many seconds, which the avatar who is logged in pays for.',
    notes: `${PURCHASE_NOTES} An owner can not rent their own unit. The owner is notified.`,
    params: PURCHASE_PARAMS,
    result: PURCHASE,
    resultDoc: PURCHASE_DOC,
    faults: [...PURCHASE_FAULTS, notVacant],
    authority: retryableAtUnit(lease, 'rent', purchaseKey, unitAuthority(lease, RIGHTS.offered)),
    async handler(input, allowed) {
      if ('first' in allowed) return purchaseResult(lease, allowed.first);
      const { principal, location, unit, requestHash } = allowed.access;
      const request = { principal, requestId: input.request_id, requestHash };
      const answer = await lease.purchases.rent({ ...request, premises: { location, unit }, ...purchaseOf(input) });
      return purchaseResult(lease, answer);
    },
  });
