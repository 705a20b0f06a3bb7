import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { detailsAccess } from './authority.ts';
import { unknownAccount } from './errors.ts';

export const accountDetails = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.accountDetails',
    summary: 'Tells everything about an account but its history.',
    notes: [
      'available = balance - held_out, always; it may go down to -overdraft. held_in is on its way and not in the balance. An account is',
      'open, frozen (an operator has seen to it that nothing leaves it) or closed. Operators may look at every account.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar or group who owns the account.'),
      account_name: params.accountName('Name of the account.'),
    },
    result: t.struct({
      balance: t.double(),
      available: t.double(),
      held_out: t.double(),
      held_in: t.double(),
      overdraft: t.double(),
      maximum: t.double(),
      state: t.string(),
      public_deposit: t.boolean(),
      deposit_group: t.string(),
      currency: t.string(),
      entries: t.int({ max: Number.MAX_SAFE_INTEGER }),
    }),
    resultDoc:
      'Amounts in the currency of the account; -1 as overdraft or maximum is no limit. entries is how many bank.transactions lists.',
    isRepeatable: true,
    faults: [unknownAccount],
    authority: detailsAccess(bank),
    async handler({ account_name }, { owner }) {
      const { heldOut, heldIn, publicDeposit, depositGroup, ...details } = await bank.settings.details(owner, account_name);
      return { ...details, held_out: heldOut, held_in: heldIn, public_deposit: publicDeposit, deposit_group: depositGroup ?? '' };
    },
  });
