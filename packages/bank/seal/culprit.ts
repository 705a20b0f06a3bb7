import { bytea, int2, int4, int8, nullable, present, type Queryable, type SqlType, statement, text, uuid } from '@scrip/database';
import type { AccountId, JournalId, Uuid } from '@scrip/kernel';
import { CHECK_BYTES, HINT_BYTES, sha256 } from './chain.ts';
import { ENTRY_BYTES, OWN, PARTS } from './coverage.ts';
import { nameLogged } from './log-coverage.ts';

/** A journal whose check does not match, and whether its own row still does. */
export interface Suspect {
  readonly journal: JournalId;
  readonly seal: bigint;
  readonly check: Buffer;
  readonly part: 'row' | 'others';
}

/** Something of a journal: an entry, a hold or a refund. */
interface SealedRow {
  readonly place: number;
  readonly leg: number;
  /** What comes last in the order: the account, or the journal that is refunded. */
  readonly party: Uuid;
  readonly seq: bigint | null;
  readonly bytes: Buffer;
}

interface Restored extends SealedRow {
  readonly counter: Uuid;
  readonly amount: bigint;
  readonly balance: bigint;
}

const ENTRY = 1;
const TABLES = ['journal', 'entry', 'hold', 'refund'];

/** How many places of an account an entry that is missing may have had. */
const MAX_GAPS = 20;

/**
 * What the entries of journal $1 would be if each went by its other side: the account and amount follow from that, the seq
 * is where something stands now or where a number is left out, the balance follows from the entry before or after.
 */
const RESTORED = statement({
  text: `
  WITH mirrored AS (
    SELECT leg, counter_id AS account_id, account_id AS counter_id, -amount AS amount FROM entry WHERE journal_id = $1
  ), place AS (
    SELECT account_id, seq FROM entry WHERE journal_id = $1
    UNION SELECT account_id, gap.seq FROM (SELECT DISTINCT account_id FROM mirrored) one CROSS JOIN LATERAL (
      SELECT seq FROM (SELECT 1::bigint UNION ALL SELECT seq + 1 FROM entry WHERE account_id = one.account_id) next (seq)
      WHERE NOT EXISTS (SELECT FROM entry e WHERE e.account_id = one.account_id AND e.seq = next.seq) ORDER BY seq LIMIT ${MAX_GAPS}
    ) gap
  ), restored AS (
    SELECT m.leg, p.account_id, p.seq, m.counter_id, m.amount, b.balance
    FROM mirrored m JOIN place p USING (account_id)
    CROSS JOIN LATERAL (
      SELECT coalesce((SELECT balance FROM entry WHERE account_id = p.account_id AND seq = p.seq - 1), 0) + m.amount
      UNION SELECT balance - amount FROM entry WHERE account_id = p.account_id AND seq = p.seq + 1
    ) b (balance)
  )
  SELECT 1 AS place, leg, account_id AS party, seq, counter_id AS counter, amount, balance, ${ENTRY_BYTES} AS bytes FROM restored`,
  params: [uuid],
  row: {
    place: int4,
    leg: int2,
    party: uuid,
    seq: int8,
    counter: uuid,
    amount: int8,
    balance: int8,
    bytes: bytea,
  },
});

const ACCOUNT = statement({
  text: 'SELECT name, owner FROM account WHERE id = $1',
  params: [uuid],
  row: { name: text, owner: uuid },
});

/**
 * Names the row that makes a journal's check fail: the rows are put back as they may have been, one at a time, until the
 * check matches. Where none does, more than one row was changed, and the journal is named.
 */
export async function nameChanged(books: Queryable, { journal, seal, check, part }: Suspect): Promise<string> {
  if (part === 'row') return `journal ${journal}: changed; seal ${seal} covers it as it was before`;
  const own = await OWN.first(books, [journal]);
  const parts = await PARTS.all(books, [journal]);
  const fits = (candidate: readonly SealedRow[]) => {
    const digest = sha256(own?.bytes ?? Buffer.alloc(0), ...[...candidate].sort(inOrder).map(({ bytes }) => bytes));
    return digest.subarray(0, CHECK_BYTES - HINT_BYTES).equals(check.subarray(HINT_BYTES));
  };

  const without = (left: (one: SealedRow) => boolean) => parts.filter((one) => !left(one));
  const added =
    parts.find((one) => fits(without((other) => other === one))) ?? parts.find(({ leg }) => fits(without((other) => other.leg === leg)));
  if (added) return `${await nameOf(books, added, journal)}: added; seal ${seal} covers journal ${journal} without it`;

  const restored = notThere(await RESTORED.all(books, journal), parts);
  const missing = restored.find((one) => fits([...parts, one]));
  if (missing) {
    return `${await nameOf(books, missing, journal)}: missing; seal ${seal} covers it, with ${amounts(missing)}, in journal ${journal}`;
  }
  for (const before of restored) {
    const changed = parts.find((now) => isLike(now, before) && fits([...without((one) => one === now), before]));
    if (!changed) continue;
    return `${await nameOf(books, changed, journal)}: changed; seal ${seal} covers it as ${await nameOf(books, before, journal)} with ${amounts(before)}, in journal ${journal}`;
  }
  const counts = TABLES.slice(1).map((table, index) => `${parts.filter(({ place }) => place === index + 1).length} in ${table}`);
  return `journal ${journal}: what belongs to it was changed, or is missing; seal ${seal} covers other rows than it has: ${counts.join(', ')}`;
}

/** Without the sides that are in the books as they should be: long journals have many, and each try hashes the whole journal. */
function notThere(restored: readonly Restored[], parts: readonly SealedRow[]): Restored[] {
  const present = new Set(parts.map(({ bytes }) => bytes.toString('hex')));
  const side = ({ leg, party, counter, amount }: Restored) => `${leg} ${party} ${counter} ${amount}`;
  const there = new Set(restored.filter(({ bytes }) => present.has(bytes.toString('hex'))).map(side));
  return restored.filter((one) => !there.has(side(one)));
}

/** Where the same row may have been changed into the other: not everything about it at once. */
function isLike(now: SealedRow, before: SealedRow): boolean {
  return now.place === ENTRY && (now.leg === before.leg || (now.party === before.party && now.seq === before.seq));
}

function inOrder(a: SealedRow, b: SealedRow): number {
  return a.place - b.place || a.leg - b.leg || (a.party < b.party ? -1 : 1);
}

function amounts({ amount, balance }: Restored): string {
  return `amount ${amount} and balance ${balance}`;
}

async function nameOf(
  books: Queryable,
  { place, leg, party, seq }: Pick<SealedRow, 'place' | 'leg' | 'party' | 'seq'>,
  journal: JournalId,
): Promise<string> {
  if (place !== ENTRY) return `${TABLES[place]} ${leg} of journal ${journal}`;
  return entryName(books, party, seq);
}

async function entryName(books: Queryable, account: AccountId, seq: bigint | null): Promise<string> {
  const row = await ACCOUNT.first(books, account);
  return `entry ${seq} of account ${row ? `${row.name} of ${row.owner}` : account}`;
}

const COVERED = 'SELECT unnest(journals) FROM seal UNION ALL SELECT unnest(journals) FROM unsealed';

const UNCOVERED = statement({
  text: `SELECT id FROM journal WHERE id IN (SELECT id FROM journal EXCEPT (${COVERED})) ORDER BY created_at, id LIMIT 1`,
  row: { id: uuid },
});

const TWICE = statement({
  text: `SELECT id FROM (${COVERED}) covered (id) GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1`,
  row: { id: present(uuid) },
});

const strayRow = (text: string, seq: SqlType<never, bigint | null>) =>
  statement({ text, row: { place: int4, journal_id: uuid, leg: int2, party: uuid, seq } });

const STRAY = [
  strayRow(
    `SELECT 1 AS place, journal_id, leg, account_id AS party, seq FROM entry
   WHERE NOT EXISTS (SELECT FROM journal WHERE id = journal_id) ORDER BY account_id, seq LIMIT 1`,
    int8,
  ),
  strayRow(
    `SELECT 2 AS place, journal_id, leg, debit_id AS party, NULL::bigint AS seq FROM hold
   WHERE NOT EXISTS (SELECT FROM journal WHERE id = journal_id) ORDER BY journal_id, leg LIMIT 1`,
    nullable(int8),
  ),
  strayRow(
    `SELECT 3 AS place, journal_id, leg, original_id AS party, NULL::bigint AS seq FROM refund
   WHERE NOT EXISTS (SELECT FROM journal WHERE id = journal_id) ORDER BY journal_id, leg LIMIT 1`,
    nullable(int8),
  ),
];

/** Names what is in the books and is not covered, where something is known to be. */
export async function nameAdded(books: Queryable): Promise<string> {
  const uncovered = await UNCOVERED.first(books);
  if (uncovered)
    return `journal ${uncovered.id}: added; no seal covers it, and it does not wait for one (or its seal, the newest one, was removed)`;
  const twice = await TWICE.first(books);
  if (twice) return `journal ${twice.id}: waits for a seal and is sealed, or is sealed twice`;
  for (const strays of STRAY) {
    const stray = await strays.first(books);
    if (stray) return `${await nameOf(books, stray, stray.journal_id)}: added; its journal ${stray.journal_id} is not there`;
  }
  const logged = await nameLogged(books);
  if (logged) return logged;
  throw new Error('the books hold more than is covered, and nothing of it was found');
}
