import { type Procedure, procedure, t } from '@scrip/rpc';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

/** Apez, bank.accountList. */
export const accountList = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.accountList',
    summary: 'Lists the accounts of an avatar that the caller may read.',
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the accounts.'),
    },
    result: t.array(t.string()),
    resultDoc: 'Account names, `working` first.',
    isRepeatable: true,
    faults: [],
    authority: accountAccess(bank, RIGHTS.read),
    handler: async (_input, { owner, mayReach }) => (await bank.accounts.list(owner)).map((account) => account.name).filter(mayReach),
  });
