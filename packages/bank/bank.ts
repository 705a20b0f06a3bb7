import type { Avatars } from '@scrip/avatars';
import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import type { Currency } from '@scrip/kernel';
import type { Objects } from '@scrip/objects';
import type { Log } from '@scrip/rpc';
import { Accounts } from './accounts/accounts.ts';
import { AccountSettings } from './accounts/settings.ts';
import { AccountStore } from './accounts/store.ts';
import { type Audit, audit } from './audit/audit.ts';
import type { Check } from './audit/finding.ts';
import { Balances } from './balances/store.ts';
import { Currencies } from './currencies/currencies.ts';
import { CurrencyStore } from './currencies/store.ts';
import { Deals } from './deals/deals.ts';
import { Holds } from './holds/holds.ts';
import { Settlements } from './holds/settlements.ts';
import { HoldStore } from './holds/store.ts';
import { Batcher } from './ledger/batcher.ts';
import { untilSettled } from './ledger/under-way.ts';
import { createOperatorLog, type OperatorLog } from './operator-log/operator-log.ts';
import { Owners } from './owners.ts';
import { Charges } from './payments/charges.ts';
import { Payees } from './payments/payees.ts';
import { Payments } from './payments/payments.ts';
import { Deposits } from './payouts/deposits.ts';
import { Payouts } from './payouts/payouts.ts';
import { PayoutStore } from './payouts/store.ts';
import { Draws } from './posting/draws.ts';
import { Poster } from './posting/poster.ts';
import { GivingBack } from './refunds/giving-back.ts';
import { Refunds } from './refunds/refunds.ts';
import { RefundStore } from './refunds/store.ts';
import { sealJob } from './seal/sealer.ts';
import { type Anchor, type ChainReport, verifyChain } from './seal/verify.ts';
import { Splits } from './splits/splits.ts';
import { StandingOrders } from './standing-orders/standing-orders.ts';
import { Statements } from './statement/statements.ts';
import { TransactionStore } from './transactions/store.ts';
import { Transactions } from './transactions/transactions.ts';

/** What the bank's procedures, the server and other slices do with money. */
export interface Bank {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly groups: Groups;
  /** The objects in-world, some of which are dispensers. */
  readonly objects: Objects;
  readonly currencies: Currencies;
  /** Who owns accounts: what they are called, and whether they are there. */
  readonly owners: Owners;
  readonly accounts: Accounts;
  readonly balances: Balances;
  /** What may change about accounts. */
  readonly settings: AccountSettings;
  readonly payments: Payments;
  readonly splits: Splits;
  readonly holds: Holds;
  readonly payouts: Payouts;
  readonly deposits: Deposits;
  readonly refunds: Refunds;
  /** How sales and rents are given back: by each side what it got. */
  readonly givingBack: GivingBack;
  readonly standingOrders: StandingOrders;
  /** What other slices take for something of theirs. */
  readonly charges: Charges;
  /** What is paid for and written down in one transaction, of this slice and of others. */
  readonly deals: Deals;
  readonly statements: Statements;
  readonly transactions: Transactions;
  readonly operatorLog: OperatorLog;
  audit(): Promise<Audit>;
  /** Adds to each audit what another slice knows to be true of the payments for what is its own. */
  alsoAudit(...checks: readonly Check[]): void;
  /** Whether the books are as they were sealed, and the chain of seals holds the given one. */
  verifyChain(anchor?: Anchor): Promise<ChainReport>;
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
  readonly objects: Objects;
  /** Odd units are drawn under it. */
  readonly masterKey: Pick<MasterKey, 'mac'>;
  readonly currency: Currency;
  readonly log: Log;
}

const STANDING_ORDERS_ms = 5_000;

export async function createBank(options: BankOptions): Promise<Bank> {
  const { database, avatars, capabilities, groups, objects, masterKey, currency, log } = options;
  const owners = new Owners(avatars, groups);
  const currencies = await Currencies.open(new CurrencyStore(database), currency);
  const accountStore = new AccountStore(database);
  const accounts = new Accounts(accountStore, avatars, groups, currencies);
  const settings = new AccountSettings(accountStore, accounts, groups);
  const batcher = new Batcher(database, log);
  const poster = new Poster(batcher);
  const payees = new Payees(accounts, accountStore, groups);
  const draws = new Draws(masterKey);
  const payments = new Payments(accounts, avatars, payees, poster, draws);
  const deals = new Deals(database, poster);
  const standingOrders = new StandingOrders({ database, owners, accounts, payments, poster, deals, capabilities });
  const holdStore = new HoldStore(database);
  const settlements = new Settlements(holdStore, poster);
  const holds = new Holds(holdStore, accounts, payees, poster, settlements);
  const payouts = new Payouts({ store: new PayoutStore(database), avatars, holds: holdStore, settlements, deals });
  const transactionStore = new TransactionStore(database);
  const operatorLog = createOperatorLog(database);
  const stopping = new AbortController();
  const checks: Check[] = [];
  capabilities.onRevoke({
    end: (client, revocation) => standingOrders.end(client, revocation),
    settled: () => untilSettled(database),
  });
  groups.onDissolve((gkey, within) => settings.closeAll(gkey, within));
  return {
    avatars,
    capabilities,
    groups,
    objects,
    owners,
    currencies,
    accounts,
    balances: new Balances(database),
    settings,
    payments,
    splits: new Splits(accounts, avatars, payees, poster, draws),
    holds,
    payouts,
    deposits: new Deposits(avatars, accounts, poster),
    refunds: new Refunds(transactionStore, poster),
    givingBack: new GivingBack(accounts, owners, transactionStore, new RefundStore(database), draws),
    standingOrders,
    charges: new Charges(avatars, payees, draws),
    deals,
    statements: new Statements(database),
    transactions: new Transactions(transactionStore),
    operatorLog,
    audit: () => audit(database, checks),
    alsoAudit: (...more) => void checks.push(...more),
    verifyChain: (anchor) => verifyChain(database, anchor, stopping.signal),
    jobs: [
      sealJob(database),
      operatorLog.job,
      { name: 'expire holds', every_ms: 1_000, run: () => holds.expireDue() },
      payouts.job,
      { name: 'pay standing orders', every_ms: STANDING_ORDERS_ms, run: () => standingOrders.due.pay() },
    ],
    async close() {
      stopping.abort();
      await batcher.drain();
      await operatorLog.close();
    },
  };
}
