import { type Account, type Bank, currencyMismatch, type Payee, WORKING } from '@scrip/bank';
import type { AvatarKey, GroupKey } from '@scrip/kernel';

/**
 * The account in which somebody takes and pays back money of a currency: `working`, or where that is in another one the
 * first by name that is in it. Undefined for who has no `working`: groups, and avatars without a login. Raises
 * bank.currency_mismatch where none is in it.
 */
export async function tillOf({ accounts }: Bank, owner: AvatarKey | GroupKey, currency: string): Promise<Account | undefined> {
  const isInIt = (account: Account) => account.currency.code === currency;
  const working = await accounts.find(owner, WORKING);
  if (!working || isInIt(working)) return working;
  const till = (await accounts.list(owner)).find(isInIt);
  if (!till) throw currencyMismatch(`${owner} has no account in ${currency}; bank.openAccount opens one`);
  return till;
}

/** Whoever has a share of a price, paid into their till; groups are paid by their percentages, those without a login in-world. */
export async function payeeOf(bank: Bank, key: AvatarKey | GroupKey, currency: string): Promise<Payee> {
  return { key, account: (await tillOf(bank, key, currency))?.name ?? '', mayChoose: true };
}
