import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { ownerAccess } from './authority.ts';
import { accountFrozen, accountNotEmpty, unknownAccount } from './errors.ts';

export const closeAccount = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.closeAccount',
    summary: 'Closes an account that holds nothing.',
    notes: [
      'Nothing may be in it and nothing held on it or for it. Its history stays readable, bank.openAccount opens it again, and who could',
      'pay into it by its name is forgotten. Closing one that is closed changes nothing. `working` stays open.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who owns the account.'),
      account_name: params.accountName('Name of the account.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAccount, accountNotEmpty, accountFrozen],
    authority: ownerAccess(bank),
    async handler({ account_name }, { owner }) {
      await bank.settings.close(owner, account_name);
      return 1;
    },
  });
