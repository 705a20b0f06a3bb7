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
  sides: t.array(t.struct({ akey: t.string(), name: t.string(), amount: t.double(), missing: t.double(), on_its_way: t.boolean() })),
  missing: t.double(),
});

export const refundPreview = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.refundPreview',
    summary: 'Tells what would be paid back if the caller ended a lease now, and to whom.',
    notes: [
      'It gets less with every second. Each who got a part of what was paid is a side, and gives back of what they got. While something is',
      'missing the lease ends only where the owner pays that, or where the lessee does without a refund (lease.terminate).',
    ].join('\n'),
    params: params.ofUnit,
    result: PREVIEW,
    resultDoc:
      'The amount in major units, the seconds that are paid and unused, how much is paid back of the newest of what was paid (where the owner ends the lease 100), who gets what of it, who gives it and what each is short of (on_its_way: what they were paid waits to be handed over in-world), and what is missing in all.',
    isRepeatable: true,
    faults: [notLeased],
    authority: unitAuthority(lease, RIGHTS.end),
    async handler(_input, access) {
      const { location, unit } = access;
      const { currency } = lease.quotes;
      const plan = await lease.endings.preview({ location, unit }, standingOf(access));
      const { amount = 0n, missing = 0n, sides = [], receivers = [] } = plan.back ?? {};
      const payees = [...receivers];
      const names = await lease.bank.owners.names([...payees.map(([akey]) => akey), ...sides.map(({ owner }) => owner)]);
      const major = (minor: bigint) => minorToMajor(minor, currency);
      return {
        amount: major(amount),
        currency: currency.code,
        secs: plan.unused,
        refund_percent: plan.percent,
        payees: payees.map(([akey, due]) => ({ akey, name: names.get(akey) ?? '', amount: major(due) })),
        sides: sides.map((side) => ({
          akey: side.owner,
          name: names.get(side.owner) ?? '',
          amount: major(side.amount),
          missing: major(side.missing),
          on_its_way: side.isOnItsWay,
        })),
        missing: major(missing),
      };
    },
  });
