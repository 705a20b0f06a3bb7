import { type Procedure, procedure, t } from '@scrip/rpc';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { RIGHTS } from '../rights.ts';

/** Apez, bank.transfer. */
export const transfer = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.transfer',
    summary: 'Moves an amount from one account to another account of the same avatar.',
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns both accounts.'),
      amount: params.amount,
      from_account_name: params.accountName('The account that pays.'),
      to_account_name: params.accountName('The account that receives; in the same currency.'),
      comment: params.comment,
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id.',
    faults: POSTING_FAULTS,
    authority: accountAccess(bank, RIGHTS.pay),
    handler: (input, { principal, owner, chain }) =>
      bank.payments.transfer({
        principal,
        chain,
        requestId: input.request_id,
        owner,
        amount: input.amount,
        from: input.from_account_name,
        to: input.to_account_name,
        comment: input.comment,
      }),
  });
