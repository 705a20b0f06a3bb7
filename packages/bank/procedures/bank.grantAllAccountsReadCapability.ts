import type { Procedure } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { grantProcedure } from './grant.ts';

/** Apez, bank.grantAllAccountsReadCapability. */
export const grantAllAccountsReadCapability = (bank: Bank): Procedure =>
  grantProcedure(bank, {
    name: 'bank.grantAllAccountsReadCapability',
    kind: 'bank.read',
    allows: 'balance query and transaction history of',
    warning: 'It allows no payment.',
  });
