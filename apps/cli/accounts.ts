import type { Client } from './client.ts';
import { usageError } from './errors.ts';
import { facts, type Report } from './report.ts';

/** The owner by name or key, and the account's name. */
export interface AccountName {
  readonly owner: string;
  readonly account: string;
}

interface Details {
  readonly balance: number;
  readonly available: number;
  readonly held_out: number;
  readonly held_in: number;
  readonly overdraft: number;
  readonly maximum: number;
  readonly state: string;
  readonly public_deposit: boolean;
  readonly deposit_group: string;
  readonly currency: string;
  readonly entries: number;
}

const UNLIMITED = -1;

export async function showAccount(client: Client, name: AccountName): Promise<Report> {
  const details = await detailsOf(client, name);
  const { currency, overdraft, maximum, deposit_group, public_deposit } = details;
  const money = (amount: number) => `${amount} ${currency}`;
  const limit = (amount: number) => (amount === UNLIMITED ? 'no limit' : money(amount));
  const text = facts([
    ['state', details.state],
    ['balance', money(details.balance)],
    ['available', money(details.available)],
    ['held', `${money(details.held_out)} out, ${money(details.held_in)} in`],
    ['overdraft', limit(overdraft)],
    ['maximum', limit(maximum)],
    ['deposits', public_deposit ? 'from everybody' : deposit_group === '' ? 'from nobody by its name' : `from members of ${deposit_group}`],
    ['entries', String(details.entries)],
  ]);
  return { text, json: details };
}

export async function freezeAccount(client: Client, { owner, account }: AccountName, frozen: boolean): Promise<Report> {
  await client.call('operator.freezeAccount', { akey: owner, account_name: account, frozen });
  const text = frozen ? 'frozen: nothing leaves the account' : 'free again';
  return { text, json: { akey: owner, account_name: account, frozen } };
}

/** In major units, as digits with a point; what is left out stays as it is. `none`: no maximum. */
export interface NewLimits {
  readonly overdraft?: string;
  readonly maximum?: string;
}

export async function limitAccount(client: Client, name: AccountName, wanted: NewLimits): Promise<Report> {
  if (wanted.overdraft === undefined && wanted.maximum === undefined) throw usageError('--overdraft or --maximum is needed');
  const now = await detailsOf(client, name);
  const overdraft = wanted.overdraft ?? now.overdraft;
  const maximum = wanted.maximum === 'none' ? UNLIMITED : (wanted.maximum ?? now.maximum);
  await client.call('operator.setAccountLimits', { akey: name.owner, account_name: name.account, overdraft, maximum });
  return showAccount(client, name);
}

async function detailsOf(client: Client, { owner, account }: AccountName): Promise<Details> {
  return (await client.call('bank.accountDetails', { akey: owner, account_name: account })) as Details;
}
