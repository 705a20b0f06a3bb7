import { ownerKey, unknownAvatar } from '@scrip/avatars';
import { operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { accountClosed, unknownAccount } from './errors.ts';

export const freezeAccount = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.freezeAccount',
    summary: 'Freezes an account, or frees it again.',
    notes: [
      'Nothing leaves a frozen account: no payment, no hold, and no hold that was made before. Money can still come in, and what is held',
      'can be given back. It can not be closed.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      frozen: param(t.flag(), '1 to freeze it, 0 to free it.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar, unknownAccount, accountClosed],
    authority: operatorAuthority('accounts'),
    async handler({ akey, account_name, frozen }) {
      await bank.settings.setFrozen(await ownerKey(bank.avatars, akey), account_name, frozen === 1);
      return 1;
    },
  });
