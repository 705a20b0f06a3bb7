import type { Avatars } from '@scrip/avatars';
import type { Capabilities } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { type Currency, isUuid, type Uuid } from '@scrip/kernel';
import type { Log } from '@scrip/rpc';
import { type Account, Accounts } from './accounts.ts';
import { type Audit, audit } from './audit.ts';
import { Batcher } from './ledger/batcher.ts';
import { Payments } from './payments.ts';
import { balance, type StatementLine, statement } from './statement.ts';

/** What the bank's procedures, the server and other slices do with money. */
export interface Bank {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly accounts: Accounts;
  readonly payments: Payments;
  /** In major units, less what is held. */
  balance(account: Account): Promise<number>;
  statement(account: Account, offset: number, limit: number): Promise<StatementLine[]>;
  audit(): Promise<Audit>;
  /** A key as it stands, whether or not anybody is registered under it; a name raises general.unknown_avatar if nobody is. */
  avatarKey(keyOrName: string): Promise<Uuid>;
  /** Resolves when every payment that was begun is answered. */
  drain(): Promise<void>;
}

export interface BankOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly currency: Currency;
  readonly log: Log;
}

export async function createBank({ database, avatars, capabilities, currency, log }: BankOptions): Promise<Bank> {
  const accounts = await Accounts.open(database, avatars, currency);
  const batcher = new Batcher(database, log);
  return {
    avatars,
    capabilities,
    accounts,
    payments: new Payments(accounts, avatars, batcher),
    balance: (account) => balance(database, account),
    statement: (account, offset, limit) => statement(database, account, offset, limit),
    audit: () => audit(database),
    avatarKey: async (keyOrName) => (isUuid(keyOrName) ? keyOrName.toLowerCase() : (await avatars.get(keyOrName)).akey),
    drain: () => batcher.drain(),
  };
}
