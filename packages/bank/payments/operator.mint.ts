import { unknownAvatar } from '@scrip/avatars';
import { operatorAuthority, operatorChain } from '@scrip/capability';
import { NIL_UUID } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';

export const mint = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.mint',
    summary: 'Creates money in an account.',
    notes: "The mint's own account goes below zero by as much, so that all accounts together always hold nothing.",
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      amount: param(t.amount(), 'Major units, in the decimal places of their currency; above zero.'),
      comment: params.comment,
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id.',
    faults: [...POSTING_FAULTS, unknownAvatar],
    authority: operatorAuthority('money'),
    handler: async (input, by) =>
      bank.payments.mint({
        principal: NIL_UUID,
        chain: operatorChain(by),
        requestId: input.request_id,
        owner: (await bank.avatars.get(input.akey)).akey,
        account: input.account_name,
        amount: input.amount,
        comment: input.comment,
      }),
  });
