import { unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { payAccess } from './authority.ts';

/** Apez, bank.pay. The document describes the to_* parameters as the payer's; they mean the payee. */
export const pay = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.pay',
    summary: 'Pays an amount from an account to another avatar, or hands it over in-world.',
    notes: [
      "The payee's account of that name is used where the caller holds a login or full-access capability of the payee that reaches it,",
      'where it takes deposits from anybody (bank.setDeposit), or where the payer is in its deposit group; otherwise the money goes',
      'to `working`, and bank.transaction tells both names. The account name `avatar`, or a payee who has no login here, puts the payment into the in-world queue: the',
      'amount is held until a dispenser has handed it over. A group is paid by its percentages, each member as if paid alone;',
      'who gets the odd unit is drawn, so that everybody gets their exact percentage in the long run. What could be refused by any draw',
      "is refused. A payer's own share stays with the payer.",
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      amount: params.amount,
      from_akey: params.avatar('Key of the avatar who pays.'),
      from_account_name: params.accountName('The account that pays.'),
      to_akey: params.avatar('Key of the avatar or group that is paid.'),
      to_account_name: param(t.string({ max: 63 }), 'The account that is paid, or `avatar` for in-world. Empty: `working`.'),
      comment: params.comment,
      notify: param(t.flag(), 'Whether the payee gets a notification (general.notifications).', 0),
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id.',
    faults: [...POSTING_FAULTS, unknownAvatar],
    authority: payAccess(bank),
    handler: (input, { principal, payer, chain, payee }) =>
      bank.payments.pay({
        principal,
        chain,
        requestId: input.request_id,
        amount: input.amount,
        payer,
        from: input.from_account_name,
        payee,
        comment: input.comment,
        notify: input.notify === 1,
      }),
  });
