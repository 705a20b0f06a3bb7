import type { Procedure } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { grantProcedure } from './grant.ts';

/** Apez, bank.grantAllAccountsFullCapability. */
export const grantAllAccountsFullCapability = (bank: Bank): Procedure =>
  grantProcedure(bank, {
    name: 'bank.grantAllAccountsFullCapability',
    kind: 'bank.full',
    allows: 'balance query, transfers and payments from',
    warning: 'Use it with caution: it allows auth_akey to withdraw everything.',
  });
