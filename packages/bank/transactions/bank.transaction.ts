import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { IN_WORLD } from '../accounts/model.ts';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { unknownTransaction } from './errors.ts';
import type { Leg } from './model.ts';
import { MAX_PARTS } from './transactions.ts';

const PART = t.struct({
  from_akey: t.string(),
  from_account_name: t.string(),
  to_akey: t.string(),
  to_account_name: t.string(),
  sent_to_account_name: t.string(),
  amount: t.double(),
  state: t.string(),
});

const TRANSACTION = t.struct({
  transaction_id: t.string(),
  time: t.dateTime(),
  type: t.string(),
  comment: t.string(),
  principal_akey: t.string(),
  parts: t.array(PART),
  refunds: t.array(t.struct({ transaction_id: t.string(), amount: t.double(), time: t.dateTime() })),
  refund_of: t.string(),
});

export const transaction = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.transaction',
    summary: 'Tells what a transaction moved or set aside, and what was refunded of it, to those who have a part in it.',
    notes: [
      `An avatar sees the parts that their accounts pay or are paid by: the payer all of them. At most ${MAX_PARTS} parts and as many refunds.`,
      'A part that was not moved but set aside has the state of its hold: open, posted, voided or expired; what was posted of it is',
      'another transaction. sent_to_account_name is the account as the payer wrote it, to_account_name the one that got it: `working` where',
      'there is no account of that name, or where it does not take deposits of the payer.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who has a part in it.'),
      transaction_id: params.transactionId,
    },
    result: TRANSACTION,
    resultDoc:
      'principal_akey is who asked for it (nobody, for the bank itself); parts have the state `moved`, or that of a hold; refunds are those of these parts; refund_of is the transaction that this one pays back, or empty.',
    isRepeatable: true,
    faults: [unknownTransaction],
    authority: accountAccess(bank, RIGHTS.read),
    async handler({ transaction_id }, { owner, mayReach }) {
      const { id, time, kind, comment, principal, legs, refunds, refundOf } = await bank.transactions.describe(
        transaction_id,
        owner,
        mayReach,
      );
      const major = (minor: bigint) => minorToMajor(minor, (legs[0] as Leg).to.currency);
      return {
        transaction_id: id,
        time,
        type: kind,
        comment,
        principal_akey: principal,
        parts: legs.map(({ from, to, amount, state, inWorld, sentTo }) => ({
          from_akey: from.owner,
          from_account_name: from.name,
          to_akey: inWorld ?? to.owner,
          to_account_name: inWorld === null ? to.name : IN_WORLD,
          sent_to_account_name: sentTo ?? (inWorld === null ? to.name : IN_WORLD),
          amount: major(amount),
          state,
        })),
        refunds: refunds.map((one) => ({ transaction_id: one.id, amount: major(one.amount), time: one.time })),
        refund_of: refundOf ?? '',
      };
    },
  });
