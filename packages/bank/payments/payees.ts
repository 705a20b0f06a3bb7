import type { Rider } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { apportion, type Uuid } from '@scrip/kernel';
import { type Account, type Accounts, IN_WORLD, WORKING } from '../accounts/accounts.ts';
import { accountId, payoutId } from '../ledger/ids.ts';
import type { Transfer } from '../ledger/model.ts';
import { payoutRider } from '../payouts/payouts.ts';
import { invalidSplit } from '../splits/errors.ts';

/** Somebody who is to be paid: an avatar's or a group's key, and the account that was named. */
export interface Payee {
  readonly key: Uuid;
  /** Empty and `working`: the usual one. `avatar`: in-world. */
  readonly account: string;
  /** Whether the caller holds a capability for the account that was named. */
  readonly mayChoose: boolean;
}

/** What one avatar or group account gets of a payment. */
export interface Part {
  readonly akey: Uuid;
  /** Undefined: it is handed over in-world. */
  readonly to: Account | undefined;
  readonly amount: bigint;
  /** Came out of percentages, where nobody named this payee: a payer's own share stays where it is. */
  readonly shared: boolean;
}

/** Decides which accounts a payment ends in. */
export class Payees {
  readonly #accounts: Accounts;
  readonly #groups: Groups;

  constructor(accounts: Accounts, groups: Groups) {
    this.#accounts = accounts;
    this.#groups = groups;
  }

  /**
   * A group is paid by its percentages, each member as if paid alone. The account that was named is used where the caller
   * may have it, it takes deposits from anybody, or the payer is in its deposit group; otherwise `working`. The name
   * `avatar` and payees without a login mean in-world. A group that was dissolved is paid nowhere.
   */
  async parts(payer: Uuid, payee: Payee, amount: bigint): Promise<Part[]> {
    const inWorld = payee.account.toLowerCase() === IN_WORLD;
    const named = inWorld ? undefined : await this.#named(payer, payee);
    if (named) return [{ akey: payee.key, to: named, amount, shared: false }];
    // Nearly every payee is an avatar with a login, who is known without asking anybody.
    const usual = await this.#usual(payee.key, inWorld);
    const shares = usual ? [] : await this.#groups.shares(payee.key);
    if (shares.length === 0) {
      const to = usual ?? ((await this.#groups.isDissolved(payee.key)) ? nowhere(payee.key) : undefined);
      return [{ akey: payee.key, to, amount, shared: false }];
    }
    const amounts = apportion(
      amount,
      shares.map((share) => share.weight),
    );
    return Promise.all(
      shares.map(async ({ akey }, index) => ({
        akey,
        to: await this.#usual(akey, inWorld),
        amount: amounts[index] as bigint,
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
    const { publicDeposit, depositGroup } = await this.#accounts.depositRule(account);
    if (publicDeposit || payer === key) return account;
    return depositGroup && (await this.#groups.isMember(depositGroup, payer)) ? account : undefined;
  }

  async #usual(akey: Uuid, inWorld: boolean): Promise<Account | undefined> {
    return inWorld ? undefined : this.#accounts.find(akey, WORKING);
  }
}

/**
 * What a dissolved group would be paid to. Groups never have this account, so the ledger refuses the payment
 * (bank.unknown_account), and only after it has looked whether it was made before: a retry still gets its answer.
 */
function nowhere(group: Uuid): Account {
  return { id: accountId(group, WORKING), owner: group, name: `working of the dissolved group ${group}`, currency: { code: '', scale: 0 } };
}

/** Whether this names the account that everybody is paid to. */
export function isUsual(account: string): boolean {
  return account === '' || account.toLowerCase() === WORKING;
}

/** Bounds the time that one journal keeps its accounts locked. */
const MAX_TRANSFERS = 2_000;

/** What one account pays. */
export interface Outlay {
  readonly from: Account;
  readonly parts: readonly Part[];
}

/**
 * The transfers that bring the parts to where they belong, and the places in the payout queue of those that are handed
 * over in-world. A payer's own share of a group stays where it is. Where nothing is left to move, the transfer is one that the ledger
 * refuses (bank.same_account), and only after it has looked whether the payment was made before: the group may have had others in
 * it then. Raises bank.invalid_split where it is too much at once.
 */
export function transfersOf(journalId: Uuid, ...outlays: readonly Outlay[]): { transfers: Transfer[]; riders: Rider[] } {
  const transfers: Transfer[] = [];
  const riders: Rider[] = [];
  for (const { from, parts } of outlays) {
    for (const { akey, to, amount, shared } of parts) {
      if (amount === 0n || (shared && to?.id === from.id)) continue;
      if (!to) riders.push(payoutRider(journalId, transfers.length, akey));
      transfers.push(
        to
          ? { debit: from.id, credit: to.id, amount }
          : { debit: from.id, credit: payoutId(from.currency.code), amount, hold: { expiresIn_ms: null } },
      );
    }
  }
  const [first] = outlays;
  if (transfers.length === 0 && first) transfers.push({ debit: first.from.id, credit: first.from.id, amount: 1n });
  if (transfers.length > MAX_TRANSFERS)
    throw invalidSplit(`${transfers.length} would be paid, members of groups counted; at most ${MAX_TRANSFERS} can be at once`);
  return { transfers, riders };
}
