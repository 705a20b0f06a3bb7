import { unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { payAccess } from '../payments/authority.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { MAX_HOLD_s } from './holds.ts';

const WEEK_s = 604_800;

export const hold = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.hold',
    summary: 'Sets an amount aside for a payee, who may take some or all of it until it expires.',
    notes: [
      'What is held can not be spent: bank.accountBalance is less by it at once. The payee takes it with bank.postHold or gives it',
      'up with bank.voidHold; what is not taken comes back, when it expires at the latest. The account that it is for is found',
      'as by bank.pay, but must be there: a group as such and a payee without a login have none, and are refused.',
      "A capability's spending total counts the amount now, and does not get back what is not taken.",
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      amount: params.amount,
      from_akey: params.avatar('Key of the avatar who pays.'),
      from_account_name: params.accountName('The account that pays.'),
      to_akey: params.avatar('Key of the avatar or group that it is held for.'),
      to_account_name: param(t.string({ max: 63 }), 'The account that it is held for. Empty: `working`.'),
      comment: params.comment,
      expires_in_secs: param(
        t.int({ min: 1, max: MAX_HOLD_s }),
        `Seconds until it expires, by the database's clock: 1 to ${MAX_HOLD_s} (30 days); other values are refused.`,
        WEEK_s,
      ),
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id, which is the id of the hold.',
    faults: [...POSTING_FAULTS, unknownAvatar],
    authority: payAccess(bank),
    handler: (input, { principal, payer, chain, payee }) =>
      bank.holds.hold({
        principal,
        chain,
        requestId: input.request_id,
        amount: input.amount,
        payer,
        from: input.from_account_name,
        payee,
        comment: input.comment,
        expiresInSecs: input.expires_in_secs,
      }),
  });
