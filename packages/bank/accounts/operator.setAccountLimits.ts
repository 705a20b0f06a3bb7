import { ownerKey, unknownAvatar } from '@scrip/avatars';
import { operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { invalidAmount } from '../posting/errors.ts';
import { accountOverdrawn, unknownAccount } from './errors.ts';

export const setAccountLimits = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.setAccountLimits',
    summary: 'Sets how far below zero an account may go, and the most that it may hold.',
    notes: [
      'An account that owes more than the new overdraft already keeps its limits. One that holds more than the new maximum keeps what it',
      'has, and gets no more. What is on its way to the account counts towards the maximum.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      overdraft: param(t.amount({ min: 0 }), 'Major units; 0: it can not go below zero.'),
      maximum: param(t.amount({ min: -1 }), 'Major units; -1: there is none.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar, unknownAccount, invalidAmount, accountOverdrawn],
    authority: operatorAuthority('accounts'),
    async handler({ akey, account_name, overdraft, maximum }) {
      await bank.settings.setLimits(await ownerKey(bank.avatars, akey), account_name, { overdraft, maximum });
      return 1;
    },
  });
