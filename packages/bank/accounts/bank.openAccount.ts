import { unknownGroup } from '@scrip/groups';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { unknownCurrency } from '../currencies/errors.ts';
import * as params from '../params.ts';
import { ownerAccess } from './authority.ts';
import { accountExists, invalidAccountName, tooManyAccounts } from './errors.ts';

export const openAccount = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.openAccount',
    summary: 'Opens an account for the avatar who is logged in, or for a group that the avatar is an officer of.',
    notes: [
      'Opening an account that is there already, in the same currency, changes nothing; one that was closed is open again, with its history.',
      'Names match in any case. No account of a group can be called `working`: what is paid there is shared by the percentages.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      account_name: params.accountName('Name of the new account, without commas.'),
      currency: param(t.string({ max: 16 }), "Code of its currency; empty: the server's own.", ''),
      akey: param(t.string({ max: 63 }), 'Key of the group that is to own it; empty: the avatar who is logged in.', ''),
    },
    result: t.string(),
    resultDoc: 'The name of the account.',
    faults: [invalidAccountName, unknownCurrency, accountExists, tooManyAccounts, unknownGroup],
    authority: ownerAccess(bank),
    handler: async ({ account_name, currency }, { owner }) => (await bank.accounts.open(owner, account_name, currency)).name,
  });
