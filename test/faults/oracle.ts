import type { Uuid } from '@scrip/kernel';
import { checkBooks } from './book-checks.ts';
import type { Books } from './books.ts';
import { CARD_REDEEMED } from './cards.ts';
import { checkDeals } from './deal-checks.ts';
import { type Deal, dealText, nothingPaid } from './deals.ts';
import { type Find, type Found, finder } from './found.ts';
import { groupBy } from './group.ts';
import type { Attempt, Effect, History, Outcome, Request } from './history.ts';
import type { Code, Violation } from './violation.ts';

/** bank.request_conflict: the id was used for another request. */
export const REQUEST_CONFLICT = 1204;

/** The kind of the journal that ends a hold when its time is over: the one thing that happens unasked. */
const EXPIRED = 'expire';

type Report = (code: Code, detail: string) => void;
type Acknowledged = Attempt & { readonly outcome: Extract<Outcome, { kind: 'acknowledged' }> };

/**
 * Holds what the clients wrote down against what is in the books after everything was answered. Pure: it can be tried with
 * a false history or false books. An empty list means that every promise of the ledger was kept.
 */
export function check(history: History, books: Books): Violation[] {
  const found: Violation[] = [];
  const report: Report = (code, detail) => found.push({ code, detail });
  const find = finder(books);
  const isDeed = (request: Request) => request.journal === '';
  const asked = groupBy(
    history.requests.filter((request) => !isDeed(request)),
    (request) => request.journal,
  );
  for (const requests of asked.values()) checkRequests(requests, find, report);
  for (const request of history.requests.filter(isDeed)) checkAnswers(request, [], report);
  checkJournals(history, books, asked, report);
  checkRiders(books, asked, find, report);
  checkSightings(history, report);
  for (const incident of history.incidents) report('incident', incident);
  return [...found, ...checkBooks(books, history.minted), ...checkDeals(books, history, asked)];
}

const acknowledgements = (request: Request) =>
  request.attempts.filter((attempt): attempt is Acknowledged => attempt.outcome?.kind === 'acknowledged');
const isUnknown = (attempt: Attempt) => attempt.outcome === undefined || attempt.outcome.kind === 'unknown';

function nameOf({ client, requestId, method }: Request): string {
  return `${method} of client ${client} under ${JSON.stringify(requestId)}`;
}

/** All requests that share one journal: one of them is in the books, or none. What moved nothing is apart from that. */
function checkRequests(requests: readonly Request[], find: Find, report: Report): void {
  for (const request of requests) checkAnswers(request, requests, report);
  for (const paid of [true, false]) checkBooked(requests, paid, find, report);
}

function checkBooked(requests: readonly Request[], paid: boolean, find: Find, report: Report): void {
  const firstOf = (request: Request) => acknowledgements(request)[0]?.outcome.id;
  const acknowledged = requests.filter((request) => firstOf(request) !== undefined && (firstOf(request) !== '') === paid);
  const different = groupBy(acknowledged, ({ effect }) => Object.values(textOf(effect)).join());
  if (different.size > 1) report('conflict_acked', `${acknowledged.map(nameOf).join(' and ')}, which are different requests`);
  const { journal } = requests[0] as Request;
  for (const request of acknowledged) {
    const id = firstOf(request) || nothingPaid(journal);
    const booked = find(id);
    if (!booked) report('ack_lost', `${nameOf(request)}: ${id} is not in the books`);
    else for (const difference of differences(booked, request, find)) report('ack_altered', `${nameOf(request)}: ${difference}`);
  }
  const booked = find(paid ? journal : nothingPaid(journal));
  if (acknowledged.length > 0 || !booked || booked.row.kind === EXPIRED) return;
  const unknown = requests.filter((request) => request.attempts.some(isUnknown));
  if (unknown.length === 0) report('refused_present', `${requests.map(nameOf).join(', ')}: ${booked.row.id} is in the books`);
  const best = unknown.map((request) => differences(booked, request, find)).sort((a, b) => a.length - b.length)[0] ?? [];
  for (const difference of best) report('unknown_altered', `${unknown.map(nameOf).join(' or ')}: ${difference}`);
}

function checkAnswers(request: Request, rivals: readonly Request[], report: Report): void {
  const name = nameOf(request);
  const acks = acknowledgements(request);
  const ids = new Set(acks.map((attempt) => attempt.outcome.id));
  if (ids.size > 1) report('ack_ids_differ', `${name}: ${[...ids].join(' and ')}`);
  for (const id of ids) {
    const unpaid = id === '' && request.effect.deal?.what === 'terminated';
    if (id !== request.journal && !unpaid) report('ack_id_wrong', `${name}: ${id} instead of ${request.journal}`);
  }
  const told = new Set(acks.map((attempt) => attempt.outcome.told));
  if (told.size > 1 && request.journal !== '') report('ack_told_differ', `${name}: ${[...told].join(' and ')}`);
  const lastAnswer = request.attempts.at(-1)?.outcome;
  if (request.attempts.length > 0 && acks.length === 0 && (lastAnswer === undefined || lastAnswer.kind === 'unknown')) {
    report('never_answered', `${name}: ${request.attempts.length} attempts, the last one ${lastAnswer?.why ?? 'still on its way'}`);
  }
  const known = Math.min(...acks.map((attempt) => attempt.answered ?? Number.POSITIVE_INFINITY));
  for (const { sent, outcome } of request.attempts) {
    if (outcome?.kind !== 'refused') continue;
    const answer = `${name}: ${outcome.fault} ${outcome.text}`;
    if (sent > known && request.journal !== '') report('replay_refused', answer);
    const { fault } = outcome;
    if (fault !== REQUEST_CONFLICT && !request.refusals.includes(fault)) report('refused_wrongly', answer);
    // Somebody else has to have been first.
    if ((fault === REQUEST_CONFLICT || fault === CARD_REDEEMED) && !rivals.some((rival) => rival !== request && mayBeBooked(rival)))
      report('id_used_up', answer);
  }
}

function mayBeBooked(request: Request): boolean {
  return request.attempts.some((attempt) => isUnknown(attempt) || attempt.outcome?.kind === 'acknowledged');
}

/** How a journal in the books differs from what was asked for. */
function differences(found: Found, { principal: by, effect }: Request, find: Find): string[] {
  const principal = effect.principal ?? by;
  const wanted = { ...textOf(effect), principal };
  // Whoever of two ended a hold first, the other one got the same answer.
  const has = { ...textOf(effectOf(found, effect, find)), principal: effect.settles ? principal : found.row.principal };
  return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((part) =>
    wanted[part] === has[part] ? [] : [`${part} ${JSON.stringify(has[part])} instead of ${JSON.stringify(wanted[part])}`],
  );
}

/** Without `deal` also where the books have none. */
type Booked = Pick<Effect, 'kind' | 'comment' | 'transfers' | 'holds' | 'settles'> & { readonly deal?: Deal | undefined };

function textOf({ kind, comment, transfers, holds, settles, deal }: Booked) {
  const legs = (list: Effect['transfers']) => list.map(({ debit, credit, amount }) => `${amount} from ${debit} to ${credit}`).join(', ');
  return {
    kind,
    comment,
    transfers: deal ? '' : legs(transfers),
    holds: legs(holds),
    settles: settles ? `${settles.posted} of ${settles.hold}` : '',
    deal: dealText(deal),
  };
}

function effectOf({ row, entries, holds, deal }: Found, { comment, settles }: Effect, find: Find): Booked {
  const debits = entries.filter((entry) => entry.amount < 0n).sort((a, b) => a.leg - b.leg);
  const [held] = settles ? (find(settles.hold)?.holds ?? []) : [];
  const ended = held && held.state !== 'open' && (held.state === 'posted') === held.posted > 0n;
  return {
    kind: row.kind,
    // The end of a hold has no comment but the hold's, and that of a deal is not the caller's.
    comment: comment === '' ? '' : row.comment,
    transfers: debits.map(({ account, counter, amount }) => ({ debit: account, credit: counter, amount: -amount })),
    holds: [...holds].sort((a, b) => a.leg - b.leg),
    deal,
    ...(ended && settles && { settles: { hold: settles.hold, posted: held.posted } }),
  };
}

/** Nothing is in the books that nobody asked for, and nothing twice: every request's comment is its own. */
function checkJournals(history: History, books: Books, asked: ReadonlyMap<Uuid, readonly Request[]>, report: Report): void {
  const comments = new Map(history.requests.map((request) => [request.effect.comment, request]));
  comments.delete('');
  const mints = new Set(history.mints);
  const expiries = new Set(history.requests.map((request) => request.effect.expiry));
  for (const [comment, journals] of groupBy(books.journals, (journal) => journal.comment)) {
    const request = comments.get(comment);
    const same = journals.filter((journal) => journal.kind === request?.effect.kind);
    if (request && same.length > 1) report('booked_twice', `${nameOf(request)}: ${same.map((one) => one.id).join(' and ')}`);
    for (const { id, kind } of journals) {
      const expired = kind === EXPIRED && expiries.has(id);
      if (!asked.has(id) && !mints.has(id) && !expired)
        report('journal_unasked', `${id}, a ${kind} with the comment ${JSON.stringify(comment)}`);
    }
  }
}

/** Rows that travel with a journal are there once if it is, and not at all if it is not. */
function checkRiders(books: Books, asked: ReadonlyMap<Uuid, readonly Request[]>, find: Find, report: Report): void {
  for (const rider of ['notices', 'payouts'] as const) {
    const rows = groupBy(books[rider], (journal) => journal);
    for (const [journal, requests] of asked) {
      const there = find(journal);
      const booked = there && requests.find((request) => isOf(there, request));
      const [has, wanted] = [rows.get(journal)?.length ?? 0, booked ? booked.effect[rider] : 0];
      if (wanted !== null && has !== wanted)
        report('rider_mismatch', `${nameOf(booked ?? (requests[0] as Request))}: ${has} ${rider} instead of ${wanted}`);
    }
  }
}

/** Comments tell requests under one id from each other, and where those have none what they are about. */
function isOf({ row, deal }: Found, { effect }: Request): boolean {
  return effect.deal ? dealText(effect.deal) === dealText(deal) : effect.comment === row.comment;
}

function checkSightings({ sightings, minted }: History, report: Report): void {
  for (const seen of sightings) {
    const when = `at tick ${seen.tick}`;
    if (seen.sum !== 0n) report('sum_changed', `${when}: all accounts together held ${seen.sum} instead of 0`);
    if (seen.minted !== minted) report('minted_changed', `${when}: the mints had given out ${seen.minted} instead of ${minted}`);
    if (seen.overdrawn > 0) report('overdraft', `${when}: ${seen.overdrawn} accounts were below their floors`);
    if (seen.missing.length > 0) report('ack_early', `${when}: ${seen.missing.join(', ')}`);
  }
}
