import { type Avatars, ownerKey } from '@scrip/avatars';
import type { Capabilities } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Currency, Uuid } from '@scrip/kernel';
import type { Log } from '@scrip/rpc';
import { type Account, Accounts } from './accounts/accounts.ts';
import { AccountSettings } from './accounts/settings.ts';
import { type Audit, audit } from './audit/audit.ts';
import { Currencies } from './currencies/currencies.ts';
import { Deals } from './deals/deals.ts';
import { Holds } from './holds/holds.ts';
import { Batcher } from './ledger/batcher.ts';
import { ownerNames } from './names.ts';
import { Charges } from './payments/charges.ts';
import { Payees } from './payments/payees.ts';
import { Payments } from './payments/payments.ts';
import { Payouts } from './payouts/payouts.ts';
import { Poster } from './posting/poster.ts';
import { Refunds } from './refunds/refunds.ts';
import { sealJob } from './seal/sealer.ts';
import { type Anchor, type ChainReport, verifyChain } from './seal/verify.ts';
import { Splits } from './splits/splits.ts';
import { StandingOrders } from './standing-orders/orders.ts';
import { balance, balanceOfTransaction, spendable } from './statement/lines.ts';
import { Statements } from './statement/statements.ts';
import { describeTransaction, type TransactionDetails } from './transactions/transaction.ts';

/** What the bank's procedures, the server and other slices do with money. */
export interface Bank {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly currencies: Currencies;
  readonly accounts: Accounts;
  /** What may change about accounts. */
  readonly settings: AccountSettings;
  readonly payments: Payments;
  readonly splits: Splits;
  readonly holds: Holds;
  readonly payouts: Payouts;
  readonly refunds: Refunds;
  readonly standingOrders: StandingOrders;
  /** What other slices take for something of theirs. */
  readonly charges: Charges;
  /** What is paid for and written down in one transaction, of this slice and of others. */
  readonly deals: Deals;
  /** In major units, less what is held. */
  balance(account: Account): Promise<number>;
  /** What each account can pay out, its overdraft included, in minor units and in the order of the accounts. */
  spendable(accounts: readonly Account[]): Promise<readonly bigint[]>;
  /** The posted balance when a transaction was done with the account, in minor units; undefined where it has no part in it. */
  balanceOfTransaction(account: Account, journalId: Uuid): Promise<bigint | undefined>;
  readonly statements: Statements;
  /** What the reader may see of a transaction; raises bank.unknown_transaction. */
  transaction(id: string, reader: Uuid, mayReach: (accountName: string) => boolean): Promise<TransactionDetails>;
  /** What the owners of accounts are called now, avatars and groups. */
  ownerNames(owners: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>>;
  audit(): Promise<Audit>;
  /** Whether the books are as they were sealed, and the chain of seals holds the given one. */
  verifyChain(anchor?: Anchor): Promise<ChainReport>;
  /** As `ownerKey` of avatars. */
  ownerKey(keyOrName: string): Promise<Uuid>;
  /** What is done beside the calls; the server runs it. */
  readonly jobs: readonly Job[];
  /** Resolves when every payment that was begun is answered; a walk along the chain of seals ends early. */
  close(): Promise<void>;
}

export interface BankOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  readonly currency: Currency;
  readonly log: Log;
}

const STANDING_ORDERS_ms = 5_000;

export async function createBank({ database, avatars, capabilities, groups, currency, log }: BankOptions): Promise<Bank> {
  const currencies = await Currencies.open(database, currency);
  const accounts = new Accounts(database, avatars, groups, currencies);
  const settings = new AccountSettings(database, accounts, groups);
  const batcher = new Batcher(database, log);
  const poster = new Poster(batcher);
  const payees = new Payees(accounts, groups);
  const payments = new Payments(accounts, avatars, payees, poster);
  const deals = new Deals(database, poster);
  const standingOrders = new StandingOrders({ database, avatars, groups, accounts, payments, poster, deals });
  groups.onDissolve((gkey, within) => settings.closeAll(gkey, within));
  const stopping = new AbortController();
  const holds = new Holds(database, accounts, payees, poster);
  return {
    avatars,
    capabilities,
    groups,
    currencies,
    accounts,
    settings,
    payments,
    splits: new Splits(accounts, payees, payments, poster),
    holds,
    payouts: new Payouts(database, avatars, poster),
    refunds: new Refunds(database, poster),
    standingOrders,
    charges: new Charges(payees, payments),
    deals,
    balance: (account) => balance(database, account),
    spendable: (accounts) => spendable(database, accounts),
    balanceOfTransaction: (account, journalId) => balanceOfTransaction(database, account, journalId),
    statements: new Statements(database),
    transaction: (id, reader, mayReach) => describeTransaction(database, id, reader, mayReach),
    ownerNames: (owners) => ownerNames(avatars, groups, owners),
    audit: () => audit(database),
    verifyChain: (anchor) => verifyChain(database, anchor, stopping.signal),
    ownerKey: (keyOrName) => ownerKey(avatars, keyOrName),
    jobs: [
      sealJob(database),
      { name: 'expire holds', every_ms: 1_000, run: () => holds.expireDue() },
      { name: 'pay standing orders', every_ms: STANDING_ORDERS_ms, run: () => standingOrders.due.pay() },
    ],
    close() {
      stopping.abort();
      return batcher.drain();
    },
  };
}
