import { loginAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { accountExists, invalidAccountName, tooManyAccounts, unknownCurrency } from '../errors.ts';
import * as params from './params.ts';

export const openAccount = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.openAccount',
    summary: 'Opens an account for the avatar who is logged in.',
    notes: 'Opening an account that is there already, in the same currency, changes nothing. Names match in any case.',
    params: {
      capabilities: params.capabilities,
      account_name: params.accountName('Name of the new account, without commas.'),
      currency: param(t.string({ max: 16 }), "Code of its currency; empty: the server's own.", ''),
    },
    result: t.string(),
    resultDoc: 'The name of the account.',
    faults: [invalidAccountName, unknownCurrency, accountExists, tooManyAccounts],
    authority: loginAuthority(bank.capabilities),
    handler: async ({ account_name, currency }, { akey }) => (await bank.accounts.open(akey, account_name, currency)).name,
  });
