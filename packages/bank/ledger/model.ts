import type { Uuid } from '@scrip/kernel';

/** The totals of one account, as they stand when it is locked. Amounts are minor units. */
export interface AccountState {
  readonly id: Uuid;
  readonly currency: string;
  /** The least that may stay available; null where there is no such limit. */
  readonly floor: bigint | null;
  readonly postedDebits: bigint;
  readonly postedCredits: bigint;
  readonly heldDebits: bigint;
  readonly heldCredits: bigint;
  readonly lastSeq: bigint;
}

/** Money from one account to one other. `hold` sets it aside instead of moving it. */
export interface Transfer {
  readonly debit: Uuid;
  readonly credit: Uuid;
  readonly amount: bigint;
  readonly hold?: boolean;
}

/** Transfers that happen together or not at all. */
export interface Journal {
  readonly id: Uuid;
  readonly principal: Uuid;
  readonly requestHash: Uuid;
  readonly kind: string;
  readonly comment: string;
  readonly transfers: readonly Transfer[];
}

/** One line of an account's chain: `amount` is positive for a credit, `balance` the posted balance after it. */
export interface Entry {
  readonly accountId: Uuid;
  readonly seq: bigint;
  readonly journalId: Uuid;
  readonly leg: number;
  readonly counterId: Uuid;
  readonly amount: bigint;
  readonly balance: bigint;
}

export interface Hold {
  readonly journalId: Uuid;
  readonly leg: number;
  readonly debitId: Uuid;
  readonly creditId: Uuid;
  readonly amount: bigint;
}

/** Why a journal was refused, in the order in which the reasons are looked for. */
export type Refusal =
  | { readonly why: 'request_conflict' }
  | { readonly why: 'invalid_amount'; readonly amount: bigint }
  | { readonly why: 'same_account' }
  | { readonly why: 'unknown_account'; readonly account: Uuid }
  | { readonly why: 'currency_mismatch'; readonly debit: string; readonly credit: string }
  | { readonly why: 'insufficient_funds'; readonly account: Uuid; readonly available: bigint; readonly needed: bigint }
  | { readonly why: 'limit_exceeded'; readonly account: Uuid };

export type Outcome =
  /** In the books; `replay` where it was there before. */
  { readonly accepted: true; readonly replay: boolean } | { readonly accepted: false; readonly refusal: Refusal };

/** What a list of journals does to the books: written whole, or not at all. */
export interface Decision {
  /** One for each journal, in order. */
  readonly outcomes: readonly Outcome[];
  /** The journals that are new in the books. */
  readonly journals: readonly Journal[];
  readonly entries: readonly Entry[];
  readonly holds: readonly Hold[];
  /** The accounts that changed, as they stand afterwards. */
  readonly accounts: readonly AccountState[];
}

/** What an account could still pay out if its floor were zero. */
export function available(account: Pick<AccountState, 'postedCredits' | 'postedDebits' | 'heldDebits'>): bigint {
  return account.postedCredits - account.postedDebits - account.heldDebits;
}
