import type { Procedure } from '@scrip/rpc';
import type { Bank } from './bank.ts';
import { accountBalance } from './procedures/bank.accountBalance.ts';
import { accountDetails } from './procedures/bank.accountDetails.ts';
import { accountList } from './procedures/bank.accountList.ts';
import { balanceAt } from './procedures/bank.balanceAt.ts';
import { cancelStandingOrder } from './procedures/bank.cancelStandingOrder.ts';
import { closeAccount } from './procedures/bank.closeAccount.ts';
import { createStandingOrder } from './procedures/bank.createStandingOrder.ts';
import { currencies } from './procedures/bank.currencies.ts';
import { exportTransactions } from './procedures/bank.exportTransactions.ts';
import { grantAllAccountsFullCapability } from './procedures/bank.grantAllAccountsFullCapability.ts';
import { grantAllAccountsReadCapability } from './procedures/bank.grantAllAccountsReadCapability.ts';
import { hold } from './procedures/bank.hold.ts';
import { listGrants } from './procedures/bank.listGrants.ts';
import { listHolds } from './procedures/bank.listHolds.ts';
import { listStandingOrders } from './procedures/bank.listStandingOrders.ts';
import { openAccount } from './procedures/bank.openAccount.ts';
import { pay } from './procedures/bank.pay.ts';
import { paySplit } from './procedures/bank.paySplit.ts';
import { postHold } from './procedures/bank.postHold.ts';
import { refund } from './procedures/bank.refund.ts';
import { revokeGrant } from './procedures/bank.revokeGrant.ts';
import { setDeposit } from './procedures/bank.setDeposit.ts';
import { transaction } from './procedures/bank.transaction.ts';
import { transactions } from './procedures/bank.transactions.ts';
import { transfer } from './procedures/bank.transfer.ts';
import { voidHold } from './procedures/bank.voidHold.ts';
import { narrowCapability } from './procedures/general.narrowCapability.ts';
import { addCurrency } from './procedures/operator.addCurrency.ts';
import { audit } from './procedures/operator.audit.ts';
import { confirmPayout } from './procedures/operator.confirmPayout.ts';
import { failPayout } from './procedures/operator.failPayout.ts';
import { freezeAccount } from './procedures/operator.freezeAccount.ts';
import { listPayouts } from './procedures/operator.listPayouts.ts';
import { mint } from './procedures/operator.mint.ts';
import { operatorRefund } from './procedures/operator.refund.ts';
import { setAccountLimits } from './procedures/operator.setAccountLimits.ts';
import { verifyChain } from './procedures/operator.verifyChain.ts';

export { type Account, WORKING } from './accounts.ts';
export { chainOf } from './authority.ts';
export { type Bank, type BankOptions, createBank } from './bank.ts';
export type { Charge, Charges } from './charges.ts';
export { Changed, type Deal, type Deals, orRefusal } from './deals/deals.ts';
export { type Answered, firstAnswerTo, type Request } from './deals/requests.ts';
export { type Allowed, retryable } from './deals/retries.ts';
export {
  currencyMismatch,
  insufficientFunds,
  invalidAmount,
  requestConflict,
  sameAccount,
  unknownAccount,
  unknownCurrency,
  unknownTransaction,
} from './errors.ts';
export { accountId, journalId, requestHash } from './ledger/ids.ts';
export type { Payee } from './payees.ts';
export { type Origin, POSTING_FAULTS, type Poster, type Prepared } from './posting.ts';

export function bankProcedures(bank: Bank): Procedure[] {
  return [
    accountBalance,
    accountList,
    transfer,
    pay,
    paySplit,
    openAccount,
    closeAccount,
    accountDetails,
    setDeposit,
    currencies,
    createStandingOrder,
    listStandingOrders,
    cancelStandingOrder,
    transactions,
    transaction,
    hold,
    postHold,
    voidHold,
    listHolds,
    refund,
    exportTransactions,
    balanceAt,
    grantAllAccountsFullCapability,
    grantAllAccountsReadCapability,
    listGrants,
    revokeGrant,
    narrowCapability,
    mint,
    listPayouts,
    confirmPayout,
    failPayout,
    operatorRefund,
    addCurrency,
    setAccountLimits,
    freezeAccount,
    audit,
    verifyChain,
  ].map((make) => make(bank));
}
