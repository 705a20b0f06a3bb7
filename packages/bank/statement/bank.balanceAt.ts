import { minorToMajor } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

export const balanceAt = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.balanceAt',
    summary: 'Tells the balance that an account had at a moment.',
    notes:
      'The balance of the last line that bank.transactions lists up to that second. What was only held then is counted: it was still there.',
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      time: param(t.dateTime(), 'UTC; what happened in this second counts.'),
    },
    result: t.double(),
    resultDoc: 'The balance in the currency of the account; 0 before its first transaction.',
    isRepeatable: true,
    faults: [unknownAccount],
    authority: accountAccess(bank, RIGHTS.read),
    async handler({ account_name, time }, { owner }) {
      const account = await bank.accounts.get(owner, account_name);
      return minorToMajor(await bank.statements.balanceAt(account, time), account.currency);
    },
  });
