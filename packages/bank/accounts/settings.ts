import type { Queryable } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type AvatarKey, type Decimal, formatMinor, type GroupKey, minorToMajor, NIL_UUID, nameKey, type OwnerKey } from '@scrip/kernel';
import { type AccountState, available } from '../ledger/model.ts';
import { invalidAmount } from '../posting/errors.ts';
import { toAnyMinor } from '../posting/instruction.ts';
import type { Accounts } from './accounts.ts';
import { accountClosed, accountFrozen, accountNotEmpty, accountOverdrawn, unknownAccount } from './errors.ts';
import { type Account, WORKING } from './model.ts';
import type { AccountStore } from './store.ts';

export interface AccountDetails {
  /** In major units, as all amounts here: what is in the account, held or not. */
  readonly balance: number;
  readonly available: number;
  readonly heldOut: number;
  /** On its way to the account, and not in it. */
  readonly heldIn: number;
  /** How far below zero it may go; -1 where there is no limit. */
  readonly overdraft: number;
  /** The most that it may hold; -1 where there is no limit. */
  readonly maximum: number;
  readonly state: AccountState['state'];
  readonly publicDeposit: boolean;
  readonly depositGroup: GroupKey | null;
  readonly currency: string;
  /** How many there are in its history. */
  readonly entries: number;
}

const UNLIMITED = -1;

/**
 * Changes what may change about accounts. Each change is one statement with its conditions in it: it waits for the payment
 * that has the account locked, and looks at the conditions again afterwards. A payment that comes later sees the change.
 */
export class AccountSettings {
  readonly #store: AccountStore;
  readonly #accounts: Accounts;
  readonly #groups: Groups;

  constructor(store: AccountStore, accounts: Accounts, groups: Groups) {
    this.#store = store;
    this.#accounts = accounts;
    this.#groups = groups;
  }

  /** Raises bank.unknown_account. */
  async details(owner: OwnerKey, name: string): Promise<AccountDetails> {
    const account = await this.#accounts.get(owner, name);
    const facts = await this.#store.facts(account.id);
    const major = (minor: bigint) => minorToMajor(minor, account.currency);
    return {
      balance: major(facts.postedCredits - facts.postedDebits),
      available: major(available(facts)),
      heldOut: major(facts.heldDebits),
      heldIn: major(facts.heldCredits),
      overdraft: facts.floor === null ? UNLIMITED : major(facts.floor === 0n ? 0n : -facts.floor),
      maximum: facts.ceiling === null ? UNLIMITED : major(facts.ceiling),
      state: facts.state,
      publicDeposit: facts.publicDeposit,
      depositGroup: facts.depositGroup,
      currency: account.currency.code,
      entries: Number(facts.lastSeq),
    };
  }

  /**
   * Whether anybody may pay into the account by its name, and whose members may: those of a group that `creator` has
   * created, by key or name, or of the group that owns the account. Who pays learns who is a member, so it is no other
   * group. Empty is none. Raises bank.unknown_account, bank.account_closed, general.unknown_group.
   */
  async setDeposit(owner: OwnerKey, name: string, rule: { open: boolean; group: string; creator: AvatarKey }): Promise<void> {
    const account = await this.#accounts.get(owner, name);
    const isOwner = rule.group.toLowerCase() === owner;
    const group = rule.group === '' ? undefined : await this.#groups.get(rule.group, isOwner ? undefined : rule.creator);
    const isSet = await this.#store.setDeposit(account.id, { publicDeposit: rule.open, depositGroup: group?.gkey ?? null });
    if (!isSet) throw accountClosed(`${account.name} is closed`);
  }

  /**
   * How far below zero the account may go, and the most that it may hold (-1: no limit), both in major units. What is
   * in it above the maximum may stay. Raises bank.unknown_account, bank.invalid_amount, bank.account_overdrawn.
   */
  async setLimits(owner: OwnerKey, name: string, { overdraft, maximum }: { overdraft: Decimal; maximum: Decimal }): Promise<void> {
    const account = await this.#settable(owner, name);
    const floor = -limitToMinor(overdraft, account);
    const ceiling = maximum === String(UNLIMITED) ? null : limitToMinor(maximum, account);
    if (await this.#store.setLimits(account.id, floor, ceiling)) return;
    const least = formatMinor(available(await this.#store.facts(account.id)), account.currency.scale);
    throw accountOverdrawn(`${account.name} has ${least} available, which is below the overdraft of ${overdraft}`);
  }

  /** Nothing leaves a frozen account. Raises bank.unknown_account, bank.account_closed. */
  async setFrozen(owner: OwnerKey, name: string, frozen: boolean): Promise<void> {
    const account = await this.#settable(owner, name);
    if (!(await this.#store.setState(account.id, frozen ? 'frozen' : 'open'))) throw accountClosed(`${account.name} is closed`);
  }

  /** For good, until it is opened again. Raises bank.unknown_account, bank.account_not_empty, bank.account_frozen. */
  async close(owner: OwnerKey, name: string): Promise<void> {
    const account = await this.#accounts.get(owner, name);
    if (nameKey(account.name) === WORKING) throw accountNotEmpty(`${account.name} is where everybody pays to; it stays open`);
    if (await this.#store.close(account.id)) return;
    const { state, postedCredits, postedDebits, heldDebits, heldCredits } = await this.#store.facts(account.id);
    if (state === 'closed') return;
    if (state === 'frozen') throw accountFrozen(`${account.name} is frozen; only an operator can free it`);
    const money = (minor: bigint) => formatMinor(minor, account.currency.scale);
    const held = `${money(heldDebits)} held on it, and ${money(heldCredits)} held for it`;
    throw accountNotEmpty(`${account.name} has ${money(postedCredits - postedDebits)} in it, ${held}; all three must be 0`);
  }

  /** Closes what a group has, in the transaction that dissolves it; says what stands against that. */
  async closeAll(owner: GroupKey, within: Queryable): Promise<string | undefined> {
    const left = await this.#store.closeAll(within, owner);
    return left && `its account ${JSON.stringify(left.name)} is ${left.state === 'frozen' ? 'frozen' : 'not empty'}`;
  }

  /** The system's own accounts have no settings. */
  async #settable(owner: OwnerKey, name: string): Promise<Account> {
    if (owner === NIL_UUID) throw unknownAccount(`${JSON.stringify(name)} is the bank's own, and has no settings`);
    return this.#accounts.get(owner, name);
  }
}

function limitToMinor(limit: Decimal, { currency }: Account): bigint {
  const minor = toAnyMinor(limit, currency);
  if (minor >= 0n) return minor;
  throw invalidAmount(`a limit of ${limit} is below 0; only -1 is, which is no maximum at all`);
}
