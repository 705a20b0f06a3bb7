import type { Chain, Unrecorded } from '@scrip/capability';
import type { Rider } from '@scrip/database';
import type { AccountId, JournalId, OwnerKey, Uuid } from '@scrip/kernel';

export const ACCOUNT_STATES = ['open', 'frozen', 'closed'] as const;
export const HOLD_STATES = ['open', 'posted', 'voided', 'expired'] as const;

/** The totals of one account, as they stand when it is locked. Amounts are minor units, times milliseconds since the epoch. */
export interface AccountState {
  readonly id: AccountId;
  readonly currency: string;
  /** The least that may stay available; null where there is no such limit. */
  readonly floor: bigint | null;
  /** The most that it may hold, with what is on its way to it; null where there is no such limit. */
  readonly ceiling: bigint | null;
  /** Nothing leaves a frozen account, and nothing moves on a closed one. */
  readonly state: (typeof ACCOUNT_STATES)[number];
  readonly postedDebits: bigint;
  readonly postedCredits: bigint;
  readonly heldDebits: bigint;
  readonly heldCredits: bigint;
  readonly lastSeq: bigint;
  /** When the newest journal over it happened. */
  readonly lastAt: number;
}

/** Money from one account to one other. `hold` sets it aside instead of moving it: for so long, or for ever where null. */
export interface Transfer {
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly amount: bigint;
  readonly hold?: { readonly expiresIn_ms: number | null };
}

/** The most that a journal could have moved whose odd units were drawn. */
export interface Possible {
  /** By each account that pays. */
  readonly debits: readonly { readonly account: AccountId; readonly amount: bigint }[];
  /** To each account that is paid, from one of those that pay. */
  readonly credits: readonly Transfer[];
}

/** Ends a hold: posts some of it or all, and gives the rest back. */
export interface Settlement {
  readonly hold: HoldKey;
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly how: 'post' | 'void' | 'expire';
  /** How much is posted; 0 to void or expire it. */
  readonly amount: bigint;
}

/** A hold is one transfer of the journal that made it. */
export interface HoldKey {
  readonly journalId: JournalId;
  readonly leg: number;
}

/** A transfer of an earlier journal, of which something is paid back. */
export interface Refunding {
  readonly original: JournalId;
  readonly leg: number;
  /** How much was paid by it. */
  readonly paid: bigint;
  /** How much of that is paid back. */
  readonly amount: bigint;
}

/** On whose capabilities money is moved. */
export interface Spending {
  /** In millionths of a major unit, so that one total can count accounts of any scale. */
  readonly amount: bigint;
  /** The capabilities used and all that they were derived from. `counted` where one has a total, and so must be known. */
  readonly chain: Chain['recorded'];
  /** Those among them that have no row. */
  readonly unrecorded?: Chain['unrecorded'];
}

/** What happens together or not at all. */
export interface Journal {
  readonly id: JournalId;
  readonly principal: OwnerKey;
  readonly requestHash: Uuid;
  readonly kind: string;
  readonly comment: string;
  readonly transfers: readonly Transfer[];
  /** Where odd units were drawn: it is refused if any draw could have been, or whoever is refused would draw again. */
  readonly possible?: Possible;
  readonly settles?: Settlement;
  /** What a refund pays back, together as much as it moves. One transfer may pay back several, and several may pay back one. */
  readonly refunds?: readonly Refunding[];
  readonly spends?: Spending;
}

/** A journal, with rows that are written exactly if it is accepted now, in the same transaction (never on a replay). */
export interface Posting {
  readonly journal: Journal;
  readonly riders?: readonly Rider[];
}

/** A hold that is in the books. */
export interface HoldState extends HoldKey {
  readonly amount: bigint;
  readonly state: (typeof HOLD_STATES)[number];
  readonly expiresAt: number | null;
}

export interface GrantState {
  readonly jti: Uuid;
  /** In millionths of a major unit, as `spent`; null where there is no such limit. */
  readonly total: bigint | null;
  readonly spent: bigint;
  readonly revoked: boolean;
}

/** Everything that deciding needs to know, read after the accounts were locked. What is not there is not in the books. */
export interface Books {
  /** The database's clock, in milliseconds since the epoch. */
  readonly now: number;
  readonly accounts: ReadonlyMap<AccountId, AccountState>;
  /** The request hashes of those journals that are in the books already, by their ids. */
  readonly known: ReadonlyMap<JournalId, Uuid>;
  /** By `legKey`. */
  readonly holds: ReadonlyMap<string, HoldState>;
  /** How much of a transfer has been paid back, by `legKey`. */
  readonly refunded: ReadonlyMap<string, bigint>;
  readonly grants: ReadonlyMap<Uuid, GrantState>;
  /** Those of the whole logins that are revoked, by their jtis. */
  readonly revokedLogins: ReadonlySet<Uuid>;
}

/** One line of an account's chain: `amount` is positive for a credit, `balance` the posted balance after it. */
export interface Entry {
  readonly accountId: AccountId;
  readonly seq: bigint;
  readonly journalId: JournalId;
  readonly leg: number;
  readonly counterId: AccountId;
  readonly amount: bigint;
  readonly balance: bigint;
}

/** A hold that a journal makes. */
export interface NewHold extends HoldKey {
  readonly debitId: AccountId;
  readonly creditId: AccountId;
  readonly amount: bigint;
  readonly expiresAt: number | null;
}

/** Why a journal was refused, in the order in which the reasons are looked for. */
export type Refusal =
  | { readonly why: 'request_conflict' }
  | { readonly why: 'capability_revoked' }
  | { readonly why: 'grant_exhausted'; readonly left: bigint; readonly needed: bigint }
  | { readonly why: 'unknown_hold' }
  | { readonly why: 'hold_settled'; readonly state: HoldState['state'] }
  | { readonly why: 'hold_expired' }
  | { readonly why: 'hold_not_expired' }
  | { readonly why: 'hold_exceeded'; readonly held: bigint }
  | { readonly why: 'refund_exceeded'; readonly left: bigint; readonly needed: bigint }
  | { readonly why: 'invalid_amount'; readonly amount: bigint }
  | { readonly why: 'same_account' }
  | { readonly why: 'unknown_account'; readonly account: AccountId }
  | { readonly why: 'currency_mismatch'; readonly debit: string; readonly credit: string; readonly account: AccountId }
  | { readonly why: 'account_closed'; readonly account: AccountId }
  | { readonly why: 'account_frozen'; readonly account: AccountId }
  | { readonly why: 'insufficient_funds'; readonly account: AccountId; readonly available: bigint; readonly needed: bigint }
  | { readonly why: 'over_ceiling'; readonly account: AccountId; readonly room: bigint; readonly needed: bigint }
  | { readonly why: 'limit_exceeded'; readonly account: AccountId };

export type Outcome =
  /** In the books; `replay` where it was there before. */
  { readonly accepted: true; readonly replay: boolean } | { readonly accepted: false; readonly refusal: Refusal };

/** What a list of journals does to the books: written whole, or not at all. */
export interface Decision {
  /** One for each journal, in order. */
  readonly outcomes: readonly Outcome[];
  /** When it all happens: the database's clock, but never before what any of the accounts has seen. */
  readonly at: number;
  /** The journals that are new in the books. */
  readonly journals: readonly Journal[];
  readonly entries: readonly Entry[];
  readonly holds: readonly NewHold[];
  readonly settled: readonly (HoldKey & { readonly state: HoldState['state']; readonly posted: bigint })[];
  readonly refunds: readonly {
    readonly originalId: JournalId;
    readonly leg: number;
    readonly journalId: JournalId;
    readonly amount: bigint;
  }[];
  /** The grants that were drawn on, as they stand afterwards. */
  readonly grants: readonly GrantState[];
  /** The accounts that changed, as they stand afterwards. */
  readonly accounts: readonly AccountState[];
}

export function legKey(journalId: JournalId, leg: number): string {
  return `${journalId}/${leg}`;
}

/** What an account could still pay out if its floor were zero. */
export function available(account: Pick<AccountState, 'postedCredits' | 'postedDebits' | 'heldDebits'>): bigint {
  return account.postedCredits - account.postedDebits - account.heldDebits;
}

/** The whole logins that journals move money on, each once. */
export function loginsOf(journals: readonly Journal[]): Unrecorded[] {
  const logins = new Map<Uuid, Unrecorded>();
  for (const { spends } of journals) for (const login of spends?.unrecorded ?? []) logins.set(login.jti, login);
  return [...logins.values()];
}

/** The accounts that a journal moves money on, which must be locked before it is decided. */
export function accountsOf({ transfers, possible, settles }: Journal): AccountId[] {
  const ids: AccountId[] = [];
  for (const { debit, credit } of transfers) ids.push(debit, credit);
  for (const { debit, credit } of possible?.credits ?? []) ids.push(debit, credit);
  for (const { account } of possible?.debits ?? []) ids.push(account);
  if (settles) ids.push(settles.debit, settles.credit);
  return ids;
}
