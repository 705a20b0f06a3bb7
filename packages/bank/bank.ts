import type { Avatars } from '@scrip/avatars';
import type { Capabilities } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { type Currency, isUuid, type Uuid } from '@scrip/kernel';
import type { Log } from '@scrip/rpc';
import { type Account, Accounts } from './accounts.ts';
import { type Audit, audit } from './audit.ts';
import { Batcher } from './ledger/batcher.ts';
import { Payees } from './payees.ts';
import { Payments } from './payments.ts';
import { Poster } from './posting.ts';
import { Splits } from './splits.ts';
import { balance, type StatementLine, statement } from './statement.ts';

/** What the bank's procedures, the server and other slices do with money. */
export interface Bank {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly accounts: Accounts;
  readonly payments: Payments;
  readonly splits: Splits;
  /** For what other slices post in transactions of their own. */
  readonly poster: Poster;
  /** In major units, less what is held. */
  balance(account: Account): Promise<number>;
  statement(account: Account, offset: number, limit: number): Promise<StatementLine[]>;
  audit(): Promise<Audit>;
  /**
   * The avatar or group that is named. A key as it stands, whether or not anybody is registered under it; a name raises
   * general.unknown_avatar where no avatar and no group has it.
   */
  ownerKey(keyOrName: string): Promise<Uuid>;
  /** What is done beside the calls; the server runs it. */
  readonly jobs: readonly Job[];
  /** Resolves when every payment that was begun is answered. */
  drain(): Promise<void>;
}

export interface BankOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly currency: Currency;
  readonly log: Log;
}

export async function createBank({ database, avatars, capabilities, groups, currency, log }: BankOptions): Promise<Bank> {
  const accounts = await Accounts.open(database, avatars, currency);
  const batcher = new Batcher(database, log);
  const poster = new Poster(batcher);
  const payees = new Payees(accounts, groups);
  const payments = new Payments(accounts, avatars, payees, poster);
  return {
    avatars,
    capabilities,
    groups,
    accounts,
    payments,
    splits: new Splits(accounts, payees, payments, poster),
    poster,
    balance: (account) => balance(database, account),
    statement: (account, offset, limit) => statement(database, account, offset, limit),
    audit: () => audit(database),
    async ownerKey(keyOrName) {
      if (isUuid(keyOrName)) return keyOrName.toLowerCase();
      const avatar = await avatars.find(keyOrName);
      return avatar?.akey ?? (await groups.find(keyOrName))?.gkey ?? (await avatars.get(keyOrName)).akey;
    },
    jobs: [],
    drain: () => batcher.drain(),
  };
}
