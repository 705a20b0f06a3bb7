import { type Account, type Bank, insufficientFunds } from '@scrip/bank';
import { formatMinor } from '@scrip/kernel';

/**
 * Refuses what could not be paid before an account is opened for it, which would stay for ever. It is only a first look: the
 * payment decides. `amount` is minor units of the account; raises bank.insufficient_funds.
 */
export async function mustHold(bank: Bank, account: Account, amount: bigint): Promise<void> {
  const [left = 0n] = await bank.balances.spendable([account]);
  const money = (minor: bigint) => formatMinor(minor, account.currency.scale);
  if (left < amount) throw insufficientFunds(`${account.name} holds ${money(left)}, ${money(amount)} needed`);
}
