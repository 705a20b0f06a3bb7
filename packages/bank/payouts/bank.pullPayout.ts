import { minorToMajor } from '@scrip/kernel';
import { dispenserAuthority } from '@scrip/objects';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { payoutName } from './names.ts';

const PULLED = t.array(t.any());

export const pullPayout = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.pullPayout',
    summary: 'Gives a dispenser the payment that has waited longest to be handed over in its grid. Only over the relay, signed.',
    notes: [
      'Nobody else gets it for hold_secs. Say `accepted` by bank.reportPayout before anything is handed over; what is not accepted by then is queued again.',
      'From `accepted` on there are hold_secs again, to report `done` or `failed`; after that it is `unknown`, and not handed out again. The same',
      'request (nonce) gets the same payout. Payments to avatars who are not registered belong to the first grid.',
    ].join('\n'),
    params: { hold_secs: param(t.int({ min: 1, max: 3_600 }), 'Seconds for each step, from 1 to 3600.', 300) },
    result: PULLED,
    resultDoc:
      "`[transaction_id, akey, amount, currency]`, or an empty array where nothing waits: the id is for bank.reportPayout, akey the avatar's key in the dispenser's grid, the amount in major units.",
    isRepeatable: 'under its nonce',
    faults: [],
    authority: dispenserAuthority(bank.objects),
    async handler({ hold_secs }, dispenser) {
      const pulled = await bank.payouts.pull(dispenser, hold_secs);
      if (!pulled) return [];
      const { akey, amount, currency } = pulled;
      return [payoutName(pulled), akey, minorToMajor(amount, currency), currency.code];
    },
  });
