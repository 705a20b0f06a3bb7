import type { Database, Queryable } from '@scrip/database';
import type { AccountId, GroupKey, OwnerKey } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { AccountState } from '../ledger/model.ts';
import type { Account } from './model.ts';
import { CLOSE, COUNT, CREATE, DEPOSIT_RULE, FIRST_OPEN, LOCK, LOCK_OPEN, REOPEN, SET_LIMITS } from './statements.ts';

/** An account as it is kept: its currency by its code. */
export interface StoredAccount extends Omit<Account, 'currency'> {
  readonly currency: string;
}

/** What may change about an account, and its totals, in minor units. */
export type AccountFacts = Pick<
  AccountState,
  'floor' | 'ceiling' | 'state' | 'postedDebits' | 'postedCredits' | 'heldDebits' | 'heldCredits' | 'lastSeq'
> &
  DepositRule;

/** Who may pay into an account by its name: anybody, or the members of a group. */
export interface DepositRule {
  readonly publicDeposit: boolean;
  readonly depositGroup: GroupKey | null;
}

/** How many accounts an owner has that are not closed, and how many with those that are. */
export interface Counted {
  readonly open: bigint;
  readonly ever: bigint;
}

/** Reads accounts, and writes everything about them but their money. */
export class AccountStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(id: AccountId): Promise<StoredAccount | undefined> {
    return (await this.#database.prisma.account.findUnique({ where: { id } })) ?? undefined;
  }

  /** Those of an owner that are not closed, by their names. */
  listOpen(owner: OwnerKey): Promise<StoredAccount[]> {
    return this.#database.prisma.account.findMany({ where: { owner, state: { not: 'closed' } }, orderBy: { name: 'asc' } });
  }

  /** Adds an account, and returns what is there afterwards: another process may have been first. */
  async add({ id, owner, name, currency }: StoredAccount): Promise<StoredAccount> {
    const { account } = this.#database.prisma;
    await account.createMany({ data: [{ id, owner, name, currency, floor: 0n }], skipDuplicates: true });
    return account.findUniqueOrThrow({ where: { id } });
  }

  async depositRule(id: AccountId): Promise<DepositRule> {
    return mustExist(await DEPOSIT_RULE.first(this.#database.pool, id), id);
  }

  async facts(id: AccountId): Promise<AccountFacts> {
    return mustExist(await this.#database.prisma.account.findUnique({ where: { id } }), id);
  }

  /**
   * Adds the account or opens it again, where `hasRoom` says so; false where it does not. Openings of one owner, in whichever
   * server, wait for each other at the account `meetingAt`, and whoever `lock` makes wait besides: each counts what the one
   * before has made.
   */
  open(
    account: StoredAccount,
    meetingAt: AccountId,
    lock: (client: PoolClient) => Promise<void>,
    hasRoom: (counted: Counted, isNew: boolean) => boolean,
  ): Promise<boolean> {
    const { id, owner, name, currency } = account;
    return this.#database.transaction(async (client) => {
      await lock(client);
      const found = (await LOCK.all(client, [id, meetingAt])).find((row) => row.id === id);
      if (found && found.state !== 'closed') return true;
      const counted = await COUNT.first(client, owner);
      if (!hasRoom(counted ?? { open: 0n, ever: 0n }, !found)) return false;
      await (found ? REOPEN.run(client, id) : CREATE.run(client, id, owner, name, currency));
      return true;
    });
  }

  /** False where the account is closed, as in the changes below that name a condition. */
  setDeposit(id: AccountId, rule: DepositRule): Promise<boolean> {
    return this.#change(id, rule);
  }

  setState(id: AccountId, state: 'open' | 'frozen'): Promise<boolean> {
    return this.#change(id, { state });
  }

  /** False where less than `floor` is available. */
  async setLimits(id: AccountId, floor: bigint, ceiling: bigint | null): Promise<boolean> {
    return (await SET_LIMITS.run(this.#database.pool, id, floor, ceiling)) === 1;
  }

  /** False where it is not open, or not empty. */
  async close(id: AccountId): Promise<boolean> {
    return (await CLOSE.run(this.#database.pool, [id])) === 1;
  }

  /** Closes those of an owner that can be closed, in the caller's transaction; returns the first that can not. */
  async closeAll(client: Queryable, owner: OwnerKey): Promise<(Pick<AccountState, 'state'> & { readonly name: string }) | undefined> {
    const accounts = await LOCK_OPEN.all(client, owner);
    await CLOSE.run(
      client,
      accounts.map(({ id }) => id),
    );
    return FIRST_OPEN.first(client, owner);
  }

  /** One UPDATE: it waits for the payment that has the account locked, and then looks at its state. */
  async #change(id: AccountId, data: Partial<DepositRule & { state: 'open' | 'frozen' }>): Promise<boolean> {
    const { count } = await this.#database.prisma.account.updateMany({ where: { id, state: { not: 'closed' } }, data });
    return count === 1;
  }
}

function mustExist<T>(found: T | undefined | null, id: AccountId): T {
  if (found) return found;
  throw new Error(`account ${id} was found and is gone`);
}
