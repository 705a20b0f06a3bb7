import { type Procedure, procedure, t } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

/** Apez, bank.accountBalance. */
export const accountBalance = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.accountBalance',
    summary: 'Tells the balance of an account.',
    notes: 'What is held (bank.hold, and payments that wait to be handed over in-world) is not counted: it can not be spent.',
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account, for example `working`.'),
    },
    result: t.double(),
    resultDoc: 'The balance in the currency of the account.',
    isRepeatable: true,
    faults: [unknownAccount],
    authority: accountAccess(bank, RIGHTS.read),
    handler: async ({ account_name }, { owner }) => bank.balances.available(await bank.accounts.get(owner, account_name)),
  });
