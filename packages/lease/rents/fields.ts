import { POSTING_FAULTS } from '@scrip/bank';
import { type Decimal, minorToMajor } from '@scrip/kernel';
import { t } from '@scrip/rpc';
import { accessDenied } from '../access/errors.ts';
import type { Lease } from '../lease.ts';
import { leaseChanged, termTooLong, termTooShort } from '../leasing/errors.ts';
import type { Answer } from '../leasing/store.ts';
import * as params from '../params.ts';
import { priceChanged } from './errors.ts';

// What renting and extending have in common.

export const PURCHASE_PARAMS = {
  ...params.ofUnit,
  secs: params.secs,
  account_name: params.payingAccount,
  max_amount: params.maxAmount,
  request_id: params.requestId,
};

interface Input {
  readonly secs: number;
  readonly account_name: string;
  readonly max_amount: Decimal;
}

/** What a retry has to repeat, beside the unit. */
export const purchaseKey = ({ secs, account_name, max_amount }: Input) => [secs, account_name.toLowerCase(), max_amount];

/** What the operations take. */
export const purchaseOf = ({ secs, account_name, max_amount }: Input) => ({
  secs,
  account: account_name,
  maxAmount: max_amount === params.WHATEVER ? undefined : max_amount,
});

export const PURCHASE_FAULTS = [...POSTING_FAULTS, accessDenied, priceChanged, termTooShort, termTooLong, leaseChanged];

export const PURCHASE_NOTES = [
  'The price is that of lease.quote; always send it as max_amount, or whatever the price is by then is paid. Payment and lease are one step: nothing is paid without a lease, and nothing leased without payment.',
  "The money goes to the owner's `working` account, or to the members of the location's income group by its percentages. With a request_id a",
  'retry gets the first answer, whatever has become of the lease since.',
].join('\n');

export const PURCHASE = t.struct({
  lease_id: t.string(),
  amount: t.double(),
  secs: t.int(),
  paid_until: t.dateTime(),
  transaction_id: t.string(),
});

export const PURCHASE_DOC =
  'The lease, what was paid in major units, the seconds that were bought, when the lease is paid until, and the payment.';

export function purchaseResult(lease: Lease, { leaseId, amount, secs, paidUntil, transactionId }: Answer) {
  return {
    lease_id: leaseId,
    amount: minorToMajor(amount, lease.quotes.currency),
    secs,
    paid_until: paidUntil,
    transaction_id: transactionId ?? '',
  };
}
