import { invalidAmount } from '@scrip/bank';
import { minorToMajor, ZERO } from '@scrip/kernel';
import { invalidParams, type Procedure, param, procedure, t } from '@scrip/rpc';
import { accessDenied } from '../access/errors.ts';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { termTooLong, termTooShort } from '../leasing/errors.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { notVacant } from './errors.ts';

const QUOTE = t.struct({
  secs: t.int(),
  amount: t.double(),
  discount_percent: t.int(),
  currency: t.string(),
  paid_until: t.dateTime(),
  min_secs: t.int(),
  max_secs: t.int(),
  revision: t.int(),
});

export const quote = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.quote',
    summary: 'Tells what the caller would pay for time at a unit: to rent it, or to extend the lease that they have or may pay for.',
    notes: [
      'Either secs or amount is given. For an amount the answer is the longest time that costs no more, to the second; where a discount for',
      'longer terms makes more time cheaper, that is taken. Prices are rounded up to the smallest unit of the currency, of which the shortest',
      'time costs one. What renting or extending would be refused for this is refused for too, but for what is about the money: who lacks it may ask,',
      'and so may the owner, who can not rent.',
    ].join('\n'),
    params: {
      ...params.ofUnit,
      secs: param(t.int({ min: 0 }), 'Seconds to buy; 0 where an amount is given.', 0),
      amount: param(t.amount({ min: 0 }), 'Major units to spend; 0 where seconds are given.', ZERO),
    },
    result: QUOTE,
    resultDoc:
      'The seconds and their price in major units; discount_percent that it has off; paid_until when the lease would be paid; min_secs and max_secs that can be bought now; revision counts the changes of price and terms.',
    isRepeatable: true,
    faults: [invalidAmount, notVacant, accessDenied, termTooShort, termTooLong],
    authority: unitAuthority(lease, RIGHTS.offered),
    async handler({ secs, amount }, { principal, location, unit }) {
      if (secs > 0 === (amount !== ZERO))
        throw invalidParams(`secs is ${secs} and amount is ${amount}; exactly one of them must be above 0`);
      const { quotes } = lease;
      const offer = await quotes.offer(principal.akey, { location, unit }, secs > 0 ? { secs } : { amount });
      return {
        secs: offer.secs,
        amount: minorToMajor(offer.amount, quotes.currency),
        discount_percent: offer.discountPercent,
        currency: quotes.currency.code,
        paid_until: offer.paidUntil,
        min_secs: offer.minSecs,
        max_secs: offer.mostSecs,
        revision: unit.revision,
      };
    },
  });
