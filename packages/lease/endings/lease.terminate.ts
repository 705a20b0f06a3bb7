import { POSTING_FAULTS } from '@scrip/bank';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { leaseChanged, notLeased } from '../leasing/errors.ts';
import { retryableAtUnit } from '../leasing/retries.ts';
import { standingOf } from '../leasing/rules.ts';
import type { Answer } from '../leasing/store.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { refundDue, refundNotFunded } from './errors.ts';

const TERMINATED = t.struct({ lease_id: t.string(), amount: t.double(), secs: t.int(), transaction_id: t.string() });

export const terminate = (lease: Lease): Procedure => {
  const result = ({ leaseId, amount, secs, transactionId }: Answer) => ({
    lease_id: leaseId,
    amount: minorToMajor(amount, lease.quotes.currency),
    secs,
    transaction_id: transactionId ?? '',
  });
  return procedure({
    name: 'lease.terminate',
    summary: 'Ends a lease before its time and pays back what is unused.',
    notes: [
      'What is unused is paid back pro rata to the second, the newest purchases first, rounded down, to those who paid for it (after',
      'lease.transfer what the former lessee paid to the new one). Where the lessee ends the lease it is as much of that as the location',
      'refunded when it was bought (lease.refundPreview). Where the owner or a manager does it is all, but for what a manager paid: that is',
      'refunded as to lessees. Each who got a part of a payment, the owner or a member of the income group, gives back of what they got, in',
      'proportion, from the account that it went to. If any of them can not, nothing is ended, and the fault names each and what is missing.',
      'The owner may choose to pay that (cover). What a member of the group would pay back to themselves stays where it is. Those who did not',
      'end the lease are notified.',
    ].join('\n'),
    params: {
      ...params.ofUnit,
      refund: param(t.flag(), '0: the lessee ends the lease without a refund.', 1),
      request_id: params.requestId,
      cover: param(t.flag(), '1: the owner pays what others are short of; nobody else may choose that.', 0),
    },
    result: TERMINATED,
    resultDoc: 'The lease, what was paid back in major units, the unused seconds, and the payment (empty where nothing was paid back).',
    faults: [...POSTING_FAULTS, notLeased, leaseChanged, refundDue, refundNotFunded],
    authority: retryableAtUnit(lease, 'terminate', keyOf, unitAuthority(lease, RIGHTS.terminate)),
    async handler({ refund, cover, request_id }, allowed) {
      if ('first' in allowed) return result(allowed.first);
      const { access } = allowed;
      const { principal, location, unit, requestHash } = access;
      const request = { principal, requestId: request_id, requestHash };
      const asked = { ...request, premises: { location, unit }, standing: standingOf(access), refund: refund === 1, cover: cover === 1 };
      return result(await lease.endings.terminate(asked));
    },
  });
};

/** What a retry has to repeat. Requests that say nothing of covering are those of before it could be said. */
function keyOf({ refund, cover }: { readonly refund: number; readonly cover: number }): number[] {
  return cover === 0 ? [refund] : [refund, cover];
}
