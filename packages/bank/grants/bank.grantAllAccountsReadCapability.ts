import { MAX_LISTED, READ_LIMITS } from '@scrip/capability';
import { type Procedure, param } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { READ } from '../kinds.ts';
import { grantProcedure } from './grant.ts';

/** Apez, bank.grantAllAccountsReadCapability; the limits are ours. */
export const grantAllAccountsReadCapability = (bank: Bank): Procedure =>
  grantProcedure(bank, {
    name: 'bank.grantAllAccountsReadCapability',
    kind: READ,
    allows: 'balance query and transaction history of',
    warning: 'It allows no payment.',
    limits: param(READ_LIMITS, `A struct that may have the member accounts, up to ${MAX_LISTED} names: all that it reaches.`, {}),
  });
