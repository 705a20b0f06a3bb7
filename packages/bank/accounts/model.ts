import type { AccountId, Currency, OwnerKey } from '@scrip/kernel';

/** What never changes about an account, and so may be remembered. */
export interface Account {
  readonly id: AccountId;
  readonly owner: OwnerKey;
  readonly name: string;
  readonly currency: Currency;
}

/** The account that every avatar with a login has, whether or not somebody opened it. No group has one: it is paid by its percentages. */
export const WORKING = 'working';
/** As a payee's account name this means "hand it over in-world", so no account may be called so. */
export const IN_WORLD = 'avatar';
