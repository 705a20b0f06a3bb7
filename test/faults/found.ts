import { NIL_UUID } from '@scrip/kernel';
import type { Books, EntryRow, HoldRow, JournalRow } from './books.ts';
import { dealsIn } from './deal-checks.ts';
import { type Deal, nothingPaid } from './deals.ts';
import { groupBy } from './group.ts';

export type Find = (id: string) => Found | undefined;

/** What is in the books of one journal. */
export interface Found {
  readonly row: JournalRow;
  readonly entries: readonly EntryRow[];
  readonly holds: readonly HoldRow[];
  readonly deal: Deal | undefined;
}

/** Looks journals up, with what belongs to them. */
export function finder(books: Books): Find {
  const rows = new Map(books.journals.map((journal) => [journal.id, journal]));
  const entries = groupBy(books.entries, (entry) => entry.journal);
  const holds = groupBy(books.holds, (hold) => hold.journal);
  const deals = dealsIn(books);
  for (const row of unpaidEndings(books)) rows.set(row.id, row);
  return (id) => {
    const row = rows.get(id);
    return row && { row, entries: entries.get(id) ?? [], holds: holds.get(id) ?? [], deal: deals.get(id) };
  };
}

/** Leases that ended with nothing paid back have no journal; they are found as if they had one that moved nothing. */
function unpaidEndings({ leaseLog }: Books): JournalRow[] {
  return leaseLog.flatMap(({ type, amount, journal, actor }) =>
    type === 'terminated' && amount === 0n && journal !== null
      ? [{ id: nothingPaid(journal), principal: actor ?? NIL_UUID, kind: 'rent_refund', comment: '', createdAt_ms: 0 }]
      : [],
  );
}
