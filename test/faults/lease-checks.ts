import { accountId } from '@scrip/bank';
import type { Uuid } from '@scrip/kernel';
import type { LeaseLogRow, PurchaseRow, UnitRow } from './deal-books.ts';
import { checkMoved, type DealScene, netText, wasAsked } from './deal-scene.ts';
import { dealOf } from './deals.ts';
import { groupBy } from './group.ts';
import type { Request } from './history.ts';
import { WORKING } from './orders.ts';

/** A lease as it stands in the books: what happened to it and what was bought for it. */
interface Lease {
  readonly name: string;
  readonly unit: UnitRow;
  readonly log: readonly LeaseLogRow[];
  readonly purchases: readonly PurchaseRow[];
}

const working = (akey: Uuid) => accountId(akey, WORKING);

/** Every lease began once and ended once at most, was paid for as it says, and runs for as long as was bought. */
export function checkLeases(scene: DealScene): void {
  const { books, report } = scene;
  const units = new Map(books.units.map((unit) => [unit.id, unit]));
  const purchases = groupBy(books.purchases, (purchase) => purchase.lease);
  const logs = groupBy(books.leaseLog, (row) => row.lease);
  for (const [id, log] of logs) {
    const unit = units.get((log[0] as LeaseLogRow).unit);
    const name = `lease ${id}`;
    if (!unit) report('lease_broken', `${name}: its unit is not there`);
    else checkLease({ name, unit, log, purchases: purchases.get(id) ?? [] }, id, scene);
  }
  for (const id of purchases.keys()) if (!logs.has(id)) report('deal_unpaired', `time was bought for lease ${id}, which never began`);
  for (const { id, lease } of books.units)
    if (lease && !logs.has(lease)) report('lease_broken', `unit ${id} has lease ${lease}, which never began`);
}

function checkLease(lease: Lease, id: Uuid, scene: DealScene): void {
  const { name, unit, log } = lease;
  const { report, books } = scene;
  const count = (...types: string[]) => log.filter(({ type }) => types.includes(type)).length;
  const [begun, ended, runs] = [count('new'), count('terminated', 'expire'), books.units.some((one) => one.lease === id)];
  if (begun !== 1 || ended !== (runs ? 0 : 1) || log.some((row) => row.unit !== unit.id)) {
    report(
      'lease_broken',
      `${name} of ${unit.name}: began ${begun} times, ended ${ended} times, ${runs ? 'and runs' : 'and does not run'}`,
    );
  }
  for (const row of log) if (row.type !== 'expire') checkChange(lease, row, scene);
  checkPurchases(lease, scene);
  if (unit.lease === id) checkTime(lease, scene);
  // The owner is told that it began, one of two that it was ended, both that it expired.
  const [told, wanted] = [books.notices.filter((about) => about === id).length, 1 + count('terminated') + 2 * count('expire')];
  if (told !== wanted) report('rider_mismatch', `${name}: ${told} notices instead of ${wanted}`);
}

/** Somebody asked for it, and what moved is what it says, and what was due. */
function checkChange(lease: Lease, row: LeaseLogRow, scene: DealScene): void {
  const { name, unit } = lease;
  const { type, journal, amount, secs, actor, lessee } = row;
  const what = `${name} of ${unit.name}, ${type} by ${actor}`;
  const deal = dealOf(row, unit);
  if (!deal || journal === null || !wasAsked(scene, journal, deal)) scene.report('deal_unasked', `${what}, ${secs} s for ${amount}`);
  if (!deal || journal === null) return;
  if (deal.what === 'terminated') checkDue(lease, row, what, scene);
  const [kind, from, to] = deal.what === 'terminated' ? ['rent_refund', unit.owner, lessee] : ['rent', lessee, unit.owner];
  const due = netText([
    [working(from), -amount],
    [working(to), amount],
  ]);
  if (amount > 0n) checkMoved(scene, what, journal, kind, due);
}

/** What goes back is what was not used, or as much of it as the location gives back, or nothing where the lessee waives it. */
function checkDue({ unit, purchases }: Lease, { journal, amount, actor, secs }: LeaseLogRow, what: string, scene: DealScene): void {
  const due = unused(purchases, secs, actor === unit.owner ? 100n : BigInt(unit.refundPercent));
  const waives = ({ effect: { deal } }: Request) => deal?.what === 'terminated' && deal.waived;
  const waived = amount === 0n && scene.asked.get(journal ?? '')?.some(waives);
  if (amount !== due && !waived) scene.report('deal_amount', `${what}: ${amount} went back instead of ${due}`);
}

/** What so many unused seconds were bought for, the newest purchases first, each rounded down. */
function unused(newestFirst: readonly PurchaseRow[], secs: number, percent: bigint): bigint {
  let [left, sum] = [BigInt(secs), 0n];
  for (const purchase of newestFirst) {
    const [all, cost] = [BigInt(purchase.secs), purchase.amount * percent];
    sum += (cost * (left < all ? left : all)) / (all * 100n);
    left = left < all ? 0n : left - all;
  }
  return sum;
}

/** Each time that was bought was written down twice, in the log and for refunds, alike. */
function checkPurchases({ name, unit, log, purchases }: Lease, { report }: DealScene): void {
  const textOf = (journal: Uuid | null, secs: number, amount: bigint) => `${secs} s for ${amount} by journal ${journal}`;
  const logged = log.filter(({ type }) => type === 'new' || type === 'extend').map((row) => textOf(row.journal, row.secs, row.amount));
  const bought = purchases.map((row) => textOf(row.journal, row.secs, row.amount));
  for (const text of logged.filter((one) => !bought.includes(one)))
    report('deal_unpaired', `${name} of ${unit.name}: no purchase of ${text}`);
  for (const text of bought.filter((one) => !logged.includes(one)))
    report('deal_unpaired', `${name} of ${unit.name}: the log lacks ${text}`);
}

function checkTime({ name, unit, log, purchases }: Lease, { report }: DealScene): void {
  const { leasedAt_ms, paidUntil_ms, lessee } = unit;
  const secs = purchases.reduce((sum, purchase) => sum + purchase.secs, 0);
  const paid = Math.round((paidUntil_ms ?? 0) - (leasedAt_ms ?? 0));
  if (paid !== secs * 1_000) report('lease_time', `${name} of ${unit.name}: paid for ${paid} ms, but ${secs} s were bought`);
  if (log.some((row) => row.lessee !== lessee)) report('lease_broken', `${name} of ${unit.name} is not that of who rented it`);
}
