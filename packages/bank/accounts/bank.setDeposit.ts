import { unknownGroup } from '@scrip/groups';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { ownerAccess } from './authority.ts';
import { accountClosed, unknownAccount } from './errors.ts';

export const setDeposit = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.setDeposit',
    summary: 'Says who may pay into an account by its name.',
    notes: [
      'What others pay to this name goes to `working` unless they may pay into it, as bank.pay tells. Members of the group count as they',
      'are when they pay. `working` itself takes payments from everybody, whatever is set.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      public_deposit: param(t.flag(), '1 where everybody may.'),
      deposit_group: param(
        t.string({ max: 63 }),
        'Key or name of a group that the caller created, or the key of the group that owns the account: its members may; empty: none.',
        '',
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAccount, accountClosed, unknownGroup],
    authority: ownerAccess(bank),
    async handler({ account_name, public_deposit, deposit_group }, { owner, principal }) {
      await bank.settings.setDeposit(owner, account_name, { open: public_deposit === 1, group: deposit_group, creator: principal.akey });
      return 1;
    },
  });
