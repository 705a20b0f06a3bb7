import type { Procedure } from '@scrip/rpc';
import type { Bank } from './bank.ts';
import { accountBalance } from './procedures/bank.accountBalance.ts';
import { accountList } from './procedures/bank.accountList.ts';
import { grantAllAccountsFullCapability } from './procedures/bank.grantAllAccountsFullCapability.ts';
import { grantAllAccountsReadCapability } from './procedures/bank.grantAllAccountsReadCapability.ts';
import { openAccount } from './procedures/bank.openAccount.ts';
import { pay } from './procedures/bank.pay.ts';
import { paySplit } from './procedures/bank.paySplit.ts';
import { transactions } from './procedures/bank.transactions.ts';
import { transfer } from './procedures/bank.transfer.ts';
import { audit } from './procedures/operator.audit.ts';
import { mint } from './procedures/operator.mint.ts';

export type { Account } from './accounts.ts';
export { type Bank, type BankOptions, createBank } from './bank.ts';

export function bankProcedures(bank: Bank): Procedure[] {
  return [
    accountBalance,
    accountList,
    transfer,
    pay,
    paySplit,
    openAccount,
    transactions,
    grantAllAccountsFullCapability,
    grantAllAccountsReadCapability,
    mint,
    audit,
  ].map((make) => make(bank));
}
