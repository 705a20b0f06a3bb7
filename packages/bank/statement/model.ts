import type { JournalId, OwnerKey } from '@scrip/kernel';

/** One line of an account's history; amounts in minor units. */
export interface StatementLine {
  readonly journalId: JournalId;
  readonly time: Date;
  readonly kind: string;
  /** Negative where money left the account. */
  readonly amount: bigint;
  /** The posted balance after this line. */
  readonly balance: bigint;
  /** The owner on the other side: an avatar, a group, or the nil key for the system's own accounts. */
  readonly counterparty: OwnerKey;
  readonly comment: string;
}

/** The entries with low < seq <= high. Entries are numbered without a gap, so offsets and counts are subtractions. */
export interface Span {
  readonly low: bigint;
  readonly high: bigint;
}

/** What a search looks for; all of it must hold. Empty and undefined: anything. */
export interface Wanted {
  /** As `wordsOf` gives them. */
  readonly words: ReadonlySet<string>;
  readonly counterparty: OwnerKey | undefined;
}

export const ANYTHING: Wanted = { words: new Set(), counterparty: undefined };
