import { LIMITS, LIMITS_DOC } from '@scrip/capability';
import { type Procedure, param } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { FULL } from '../kinds.ts';
import { grantProcedure } from './grant.ts';

/** Apez, bank.grantAllAccountsFullCapability; the limits are ours. */
export const grantAllAccountsFullCapability = (bank: Bank): Procedure =>
  grantProcedure(bank, {
    name: 'bank.grantAllAccountsFullCapability',
    kind: FULL,
    allows: 'balance query, transfers and payments from',
    warning: 'Use it with caution: without limits it allows auth_akey to withdraw everything. A total is kept however many calls race.',
    limits: param(LIMITS, LIMITS_DOC, {}),
  });
