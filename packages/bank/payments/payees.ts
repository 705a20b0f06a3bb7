import type { Groups } from '@scrip/groups';
import { type Draw, drawn, isSome, nameKey, type OwnerKey, type Portion, portionsOf, type Uuid } from '@scrip/kernel';
import type { Accounts } from '../accounts/accounts.ts';
import { type Account, IN_WORLD, WORKING } from '../accounts/model.ts';
import type { AccountStore } from '../accounts/store.ts';
import { accountId } from '../ledger/ids.ts';
import type { Recipient } from './transfers.ts';

/** Somebody who is to be paid: an avatar's or a group's key, and the account that was named. */
export interface Payee {
  readonly key: OwnerKey;
  /** Empty and `working`: the usual one. `avatar`: in-world. */
  readonly account: string;
  /** Whether the caller holds a capability for the account that was named. */
  readonly mayChoose: boolean;
}

/** Decides which accounts a payment ends in. */
export class Payees {
  readonly #accounts: Accounts;
  readonly #store: AccountStore;
  readonly #groups: Groups;

  constructor(accounts: Accounts, store: AccountStore, groups: Groups) {
    this.#accounts = accounts;
    this.#store = store;
    this.#groups = groups;
  }

  /**
   * A group is paid by its percentages, each member as if paid alone, and the odd unit is drawn. The account that was named is used where the caller
   * may have it, it takes deposits from anybody, or the payer is in its deposit group; otherwise `working`. The name
   * `avatar` and payees without a login mean in-world. A group that was dissolved is paid nowhere.
   */
  async recipients(payer: OwnerKey, payee: Payee, portion: Portion, draw: Draw): Promise<Recipient[]> {
    const inWorld = nameKey(payee.account) === IN_WORLD;
    const named = inWorld ? undefined : await this.#named(payer, payee);
    const sentTo = payee.account;
    if (named) return [{ akey: payee.key, to: named, sentTo, portion, amount: drawn(portion, draw), shared: false }];
    // An avatar's, or a group's as well. Nearly every payee is an avatar with a login, who is known without asking anybody.
    const key: Uuid = payee.key;
    const usual = await this.#usual(key, inWorld);
    const shares = usual ? [] : await this.#groups.shares(key);
    if (shares.length === 0) {
      const to = usual ?? ((await this.#groups.isDissolved(key)) ? nowhere(key) : undefined);
      return [{ akey: key, to, sentTo, portion, amount: drawn(portion, draw), shared: false }];
    }
    const portions = portionsOf(
      portion,
      shares.map((share) => share.weight),
    );
    const parts = shares.map(({ akey }, index) => ({ akey, portion: portions[index] as Portion })).filter((part) => isSome(part.portion));
    return Promise.all(
      parts.map(async (part) => ({
        ...part,
        to: await this.#usual(part.akey, inWorld),
        sentTo,
        amount: drawn(part.portion, draw),
        shared: true,
      })),
    );
  }

  /** The account that was named, if it is not the usual one and the money may go there. */
  async #named(payer: Uuid, { key, account: name, mayChoose }: Payee): Promise<Account | undefined> {
    if (isUsual(name)) return undefined;
    if (mayChoose) return this.#accounts.get(key, name);
    const account = await this.#accounts.find(key, name);
    if (!account) return undefined;
    const { publicDeposit, depositGroup } = await this.#store.depositRule(account.id);
    if (publicDeposit || payer === key) return account;
    return depositGroup && (await this.#groups.isMember(depositGroup, payer)) ? account : undefined;
  }

  async #usual(akey: OwnerKey, inWorld: boolean): Promise<Account | undefined> {
    return inWorld ? undefined : this.#accounts.find(akey, WORKING);
  }
}

/**
 * What a dissolved group would be paid to. Groups never have this account, so the ledger refuses the payment
 * (bank.unknown_account), and only after it has looked whether it was made before: a retry still gets its answer.
 */
function nowhere(group: OwnerKey): Account {
  return { id: accountId(group, WORKING), owner: group, name: `working of the dissolved group ${group}`, currency: { code: '', scale: 0 } };
}

/** Whether this names the account that everybody is paid to. */
export function isUsual(account: string): boolean {
  return account === '' || nameKey(account) === WORKING;
}
