import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { unitAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { notLeased } from '../leasing/errors.ts';
import { standingOf } from '../leasing/rules.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

const PREVIEW = t.struct({
  amount: t.double(),
  currency: t.string(),
  secs: t.int(),
  refund_percent: t.int(),
  payees: t.array(t.struct({ akey: t.string(), name: t.string(), amount: t.double() })),
});

export const refundPreview = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.refundPreview',
    summary: 'Tells what would be paid back if the caller ended a lease now, and to whom.',
    notes: 'It gets less with every second. Whether the owner has the money is not looked at.',
    params: params.ofUnit,
    result: PREVIEW,
    resultDoc:
      'The amount in major units, the seconds that are paid and unused, how much is paid back of the newest of what was paid (where the owner ends the lease 100), and who gets what of it.',
    faults: [notLeased],
    authority: unitAuthority(lease, RIGHTS.end),
    async handler(_input, access) {
      const { location, unit } = access;
      const { currency } = lease.quotes;
      const plan = await lease.endings.preview({ location, unit }, standingOf(access));
      const names = await lease.avatars.names(plan.refunds.map(({ to }) => to));
      return {
        amount: minorToMajor(plan.amount, currency),
        currency: currency.code,
        secs: plan.unused,
        refund_percent: plan.percent,
        payees: plan.refunds.map(({ to, amount }) => ({ akey: to, name: names.get(to) ?? '', amount: minorToMajor(amount, currency) })),
      };
    },
  });
