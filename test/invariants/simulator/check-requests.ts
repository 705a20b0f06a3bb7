import type { Uuid } from '@scrip/kernel';
import { groupBy } from '../../faults/group.ts';
import { MINT_JOURNALS } from './cast.ts';
import { identityOf, isAcknowledged, type Record, type Request, repliesOf, type Violation } from './record.ts';
import { mayBeRefused } from './refusals.ts';
import type { Row } from './sql.ts';
import type { Tables } from './tables.ts';

type Report = (check: string, detail: string) => void;

/** What was asked for and answered, against what is in the books. */
export function checkRequests(record: Record, tables: Tables): Violation[] {
  const found: Violation[] = [];
  const report: Report = (check, detail) => found.push({ check, detail });
  const books = new Books(tables);
  const byJournal = groupBy(record.requests, ({ journal }) => journal.id);
  for (const requests of byJournal.values()) checkJournal(requests, books, report);
  for (const request of record.requests) checkAnswers(request, byJournal.get(request.journal.id) ?? [], report);
  const comments = groupBy([...tables.journal.values()], ({ comment }) => comment);
  for (const [comment, journals] of comments) {
    if (journals.length > 1) report('booked_twice', `${comment}: as ${journals.map(({ id }) => id).join(' and ')}`);
    for (const { id } of journals) {
      if (!byJournal.has(id as Uuid) && !MINT_JOURNALS.has(id as Uuid)) report('journal_unasked', `${comment}: ${id}`);
    }
  }
  return found;
}

/** All that share a journal id: one of them is in the books, or none. */
function checkJournal(requests: readonly Request[], books: Books, report: Report) {
  const identities = groupBy(requests, identityOf);
  const names = requests.map(({ name }) => name).join(', ');
  const acknowledged = [...identities.values()].filter((same) => same.some(isAcknowledged));
  if (acknowledged.length > 1) report('conflict_acked', `${names}: different requests under one id were acknowledged`);
  const id = requests[0]?.journal.id as Uuid;
  const booked = books.journal(id);
  if (!booked) {
    if (acknowledged.length > 0) report('ack_lost', `${names}: ${id} was acknowledged and is not in the books`);
    return;
  }
  const asked = requests.find((request) => request.journal.requestHash === booked.request_hash);
  if (!asked) return report('journal_altered', `${names}: the books hold ${id} with another hash`);
  const same = identities.get(identityOf(asked)) ?? [];
  const replies = same.flatMap(repliesOf);
  const attempts = same.flatMap((request) => request.attempts);
  if (!same.some(isAcknowledged) && replies.length === attempts.length && replies.every(({ kind }) => kind === 'refused')) {
    report('refused_present', `${asked.name}: ${id} was refused every time and is in the books`);
  }
  for (const difference of books.differences(asked))
    report(isAcknowledged(asked) ? 'ack_altered' : 'journal_altered', `${asked.name}: ${difference}`);
  const fresh = replies.filter((reply) => reply.kind === 'accepted' && !reply.replay).length;
  if (fresh > 1) report('new_twice', `${asked.name} was called new ${fresh} times`);
}

function checkAnswers(request: Request, rivals: readonly Request[], report: Report): void {
  const { name, attempts, awaited } = request;
  const known_ms = Math.min(
    ...attempts.filter(({ reply }) => reply?.kind === 'accepted').map(({ answered_ms }) => answered_ms ?? Number.POSITIVE_INFINITY),
  );
  for (const { reply, sent_ms } of attempts) {
    if (reply?.kind === 'failed') report('failed', `${name}: ${reply.text}`);
    if (reply?.kind === 'accepted' && !reply.replay && sent_ms > known_ms)
      report('new_twice', `${name} was called new after it had been acknowledged`);
    if (reply?.kind !== 'refused') continue;
    if (sent_ms > known_ms) report('replay_refused', `${name}: ${reply.why}, after it had been acknowledged`);
    if (!mayBeRefused(request, reply.why, rivals)) report('refused_wrongly', `${name}: ${reply.why}`);
  }
  if (awaited && !attempts.some(({ reply }) => reply && reply.kind !== 'unknown'))
    report('never_answered', `${name}: ${attempts.length} attempts`);
}

/** What is in the books of each journal. */
class Books {
  readonly #tables: Tables;
  readonly #entries: ReadonlyMap<unknown, readonly Row[]>;
  readonly #holds: ReadonlyMap<unknown, readonly Row[]>;
  readonly #refunds: ReadonlyMap<unknown, readonly Row[]>;
  readonly #notices: ReadonlyMap<unknown, readonly Row[]>;

  constructor(tables: Tables) {
    const byJournal = (rows: ReadonlyMap<string, Row>) => groupBy([...rows.values()], (row) => row.journal_id);
    this.#tables = tables;
    this.#entries = byJournal(tables.entry);
    this.#holds = byJournal(tables.hold);
    this.#refunds = byJournal(tables.refund);
    this.#notices = byJournal(tables.notice);
  }

  journal(id: Uuid): Row | undefined {
    return this.#tables.journal.get(id);
  }

  /** Between what was asked for and what was booked, in words. */
  differences({ journal, notices }: Request): string[] {
    const { id, transfers, settles, refunds } = journal;
    const wanted = {
      entries: [
        ...transfers.flatMap(({ debit, credit, amount, hold }, leg) => (hold ? [] : [`${leg}: ${amount} from ${debit} to ${credit}`])),
        ...(settles?.how === 'post' ? [`${transfers.length}: ${settles.amount} from ${settles.debit} to ${settles.credit}`] : []),
      ],
      holds: transfers.flatMap(({ debit, credit, amount, hold }, leg) => (hold ? [`${leg}: ${amount} from ${debit} to ${credit}`] : [])),
      refunds: (refunds ?? []).map(({ original, leg, amount }) => `${amount} of ${original}/${leg}`),
      notices: [String(notices)],
      settled: settles ? [`${{ post: 'posted', void: 'voided', expire: 'expired' }[settles.how]} ${settles.amount}`] : [],
      text: [`${journal.kind} by ${journal.principal}: ${journal.comment}`],
    };
    const row = this.journal(id);
    const hold = settles && this.#tables.hold.get(`${settles.hold.journalId}/${settles.hold.leg}`);
    const has: typeof wanted = {
      entries: this.#of(this.#entries, id).flatMap(({ amount, account_id, counter_id, leg }) =>
        (amount as bigint) < 0n ? [`${leg}: ${-(amount as bigint)} from ${account_id} to ${counter_id}`] : [],
      ),
      holds: this.#of(this.#holds, id).map(({ leg, amount, debit_id, credit_id }) => `${leg}: ${amount} from ${debit_id} to ${credit_id}`),
      refunds: this.#of(this.#refunds, id).map(({ amount, original_id, leg }) => `${amount} of ${original_id}/${leg}`),
      notices: [String(this.#of(this.#notices, id).length)],
      settled: hold ? [`${hold.state} ${hold.posted}`] : [],
      text: [`${row?.kind} by ${row?.principal}: ${row?.comment}`],
    };
    return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((part) => {
      const [should, is] = [wanted[part].sort().join(', '), has[part].sort().join(', ')];
      return should === is ? [] : [`its ${part} are ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`];
    });
  }

  #of(rows: ReadonlyMap<unknown, readonly Row[]>, id: Uuid): readonly Row[] {
    return rows.get(id) ?? [];
  }
}
