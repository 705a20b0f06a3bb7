import type { Uuid } from '@scrip/kernel';
import type { Ending, Purchase } from './books.ts';
import { type Deal, type DealView, legKey } from './deals.ts';

/** What nobody may come by. */
export const RULES = {
  unlinked: 'what is paid back of a deal is linked, to the last unit, to the transfers that it pays back',
  exceeded: 'no more goes back of a transfer than was paid by it',
  overcharged: 'nobody pays for others: each gives back no more than they got, but for an owner who chose to',
  overpaid: 'what goes back goes to who paid it, or to whom it was passed on',
  gained: 'who paid has no more after a deal than before it, in store credit or otherwise',
  lost: 'nobody who was paid has less after a deal than before it, but for an owner who chose to',
  undone: 'an order that was refunded leaves everybody as they were',
  early: 'who ends a lease is paid back what was not used, as far as that was agreed',
} as const;
export type Rule = keyof typeof RULES;

export interface Breach {
  readonly rule: Rule;
  readonly detail: string;
}

type Report = (rule: Rule, detail: string) => void;
type Row = { readonly amount: bigint };

const BACK: ReadonlySet<string | undefined> = new Set(['refund', 'sale_refund', 'rent_refund']);
const sumOf = (rows: readonly Row[] = []) => rows.reduce((sum, { amount }) => sum + amount, 0n);

/** Where the books of a history break a rule. `covered` are the journals in which an owner chose to pay for others. */
export function breaches(view: DealView, covered: ReadonlySet<Uuid>): Breach[] {
  const found: Breach[] = [];
  const report: Report = (rule, detail) => found.push({ rule, detail });
  checkLinks(view, report);
  for (const deal of view.deals) {
    for (const refund of deal.refunds) checkSides(view, deal, refund, covered, report);
    checkNets(view, deal, covered, report);
    if (!deal.lease) continue;
    const { ending, purchases } = deal.lease;
    for (const refund of deal.refunds) {
      if (view.books.kinds.get(refund) === 'rent_refund' && refund !== ending?.journal)
        report('early', `${deal.name}: journal ${refund} paid it back and did not end it`);
    }
    if (ending) checkEnding(view, purchases, ending, report);
  }
  return found;
}

function checkLinks({ books, movedBy, refundsBy, refundsOf, legs }: DealView, report: Report): void {
  for (const [id, kind] of books.kinds) {
    const [moves, says] = [sumOf(movedBy.get(id)), sumOf(refundsBy.get(id))];
    if (BACK.has(kind) ? moves !== says : says > 0n) report('unlinked', `journal ${id}, a ${kind}, moves ${moves} and pays back ${says}`);
  }
  for (const rows of refundsOf.values()) {
    for (const { original, leg } of rows) {
      const [back, paid] = [sumOf(rows.filter((row) => row.leg === leg)), legs.get(legKey(original, leg))?.amount ?? 0n];
      if (back > paid) report('exceeded', `transfer ${leg} of journal ${original}: ${back} of ${paid} went back`);
    }
  }
}

/** Who gave what by a refund, and who got it. What a part of the refund does not find the transfer of is `exceeded`. */
function checkSides(view: DealView, deal: Deal, refund: Uuid, covered: ReadonlySet<Uuid>, report: Report): void {
  const [mayGive, mayGet] = [new Map<Uuid, bigint>(), new Map<Uuid, bigint>()];
  const [gave, got] = [new Map<Uuid, bigint>(), new Map<Uuid, bigint>()];
  const count = (counts: Map<Uuid, bigint>, who: Uuid, amount: bigint) => counts.set(who, (counts.get(who) ?? 0n) + amount);
  for (const { original, leg, amount } of view.refundsBy.get(refund) ?? []) {
    const paid = view.legs.get(legKey(original, leg));
    if (!paid) continue;
    count(mayGive, view.ownerOf(paid.credit), amount);
    count(mayGet, view.receiverOf(paid), amount);
  }
  for (const { debit, credit, amount } of view.movedBy.get(refund) ?? []) {
    count(gave, view.ownerOf(debit), amount);
    count(got, view.ownerOf(credit), amount);
  }
  for (const [who, amount] of gave) {
    const share = mayGive.get(who) ?? 0n;
    const chose = who === deal.owner && covered.has(refund);
    if (amount > share && !chose) report('overcharged', `${deal.name}, refund ${refund}: ${who} gave ${amount}, and got ${share} of it`);
  }
  for (const [who, amount] of got) {
    const share = mayGet.get(who) ?? 0n;
    if (amount > share) report('overpaid', `${deal.name}, refund ${refund}: ${who} was paid ${amount}, and ${share} was theirs`);
  }
}

function checkNets(view: DealView, deal: Deal, covered: ReadonlySet<Uuid>, report: Report): void {
  const { name, owner, payers, isUndone } = deal;
  const nets = view.nets(deal);
  const isCovered = deal.refunds.some((refund) => covered.has(refund));
  const together = [...payers].reduce((sum, payer) => sum + (nets.get(payer) ?? 0n), 0n);
  if (together > 0n) report('gained', `${name}: those who paid have ${together} more`);
  for (const [who, net] of nets) {
    const mayLose = payers.has(who) || (who === owner && isCovered);
    if (net < 0n && !mayLose) report('lost', `${name}: ${who} has ${-net} less`);
    if (isUndone && net !== 0n && !isCovered) report('undone', `${name}: ${who} has ${net} of it`);
    if (isUndone && net !== 0n && payers.has(who)) report('undone', `${name}: ${who}, who paid, has ${net} of it`);
  }
}

/** Of each purchase as much goes back as was not used of it, the newest first, and no more than was agreed on. */
function checkEnding(view: DealView, purchases: readonly Purchase[], ending: Ending, report: Report): void {
  let left = ending.unused;
  for (const purchase of purchases) {
    const unused = Math.max(0, Math.min(purchase.secs, left));
    left -= purchase.secs;
    const part = BigInt(unused) * BigInt(percentOf(purchase, ending));
    const due = (view.paidBy(purchase.journal) * part) / (BigInt(purchase.secs) * 100n);
    const rows = view.refundsOf.get(purchase.journal) ?? [];
    const back = sumOf(rows.filter(({ journal }) => journal === ending.journal));
    if (back > due) report('early', `lease ${ending.lease}: ${back} went back of purchase ${purchase.journal}, ${due} was due`);
    // A lessee who waives it is paid back nothing, and what somebody would pay themselves stays where it is.
    if (ending.amount === 0n) continue;
    const legs = view.movedBy.get(purchase.journal) ?? [];
    const own = sumOf(legs.filter(({ credit }) => view.ownerOf(credit) === purchase.refundTo));
    const before = sumOf(rows.filter(({ journal }) => journal !== ending.journal));
    const least = [due, view.paidBy(purchase.journal) - before].reduce((a, b) => (a < b ? a : b)) - own;
    if (back < least)
      report('early', `lease ${ending.lease}: ${back} went back of purchase ${purchase.journal}, at least ${least} was due`);
  }
}

/** The owner gives back all; a lessee gets what was agreed on, and so does whoever ends it for the owner, of what they paid themselves. */
function percentOf({ owner, refundTo, refundPercent }: Purchase, { actor, lessee }: Ending): number {
  if (actor === lessee) return refundPercent;
  return actor === refundTo && actor !== owner ? refundPercent : 100;
}
