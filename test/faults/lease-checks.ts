import { accountId } from '@scrip/bank';
import type { Uuid } from '@scrip/kernel';
import type { LeaseLogRow, PurchaseRow, UnitRow } from './deal-books.ts';
import { checkMoved, checkTold, type DealScene, type Lease, netText, wasAsked } from './deal-scene.ts';
import { dealOf, isDeed } from './deals.ts';
import { drawnParts } from './draws.ts';
import { groupBy } from './group.ts';
import { WORKING } from './orders.ts';
import { checkRefund } from './refund-checks.ts';
import { checkTenancy, refundee } from './tenancy-checks.ts';

const working = (akey: Uuid) => accountId(akey, WORKING);
const isTime = ({ type }: LeaseLogRow) => type === 'new' || type === 'extend';

/** Every lease began once and ended once at most, was paid for as it says, and runs for as long as was bought. */
export function checkLeases(scene: DealScene): void {
  const { books, report } = scene;
  const units = new Map(books.units.map((unit) => [unit.id, unit]));
  const purchases = groupBy(books.purchases, (purchase) => purchase.lease);
  const logs = groupBy(books.leaseLog, (row) => row.lease);
  const present = new Set(books.units.map((unit) => unit.lease));
  for (const [id, log] of logs) {
    const unit = units.get((log[0] as LeaseLogRow).unit);
    const name = `lease ${id} of ${unit?.name}`;
    if (!unit) report('lease_broken', `${name}: its unit is not there`);
    else checkLease({ name, unit, log, purchases: purchases.get(id) ?? [], runs: present.has(id) }, id, scene);
  }
  for (const id of purchases.keys()) if (!logs.has(id)) report('deal_unpaired', `time was bought for lease ${id}, which never began`);
  for (const { id, lease } of books.units)
    if (lease && !logs.has(lease)) report('lease_broken', `unit ${id} has lease ${lease}, which never began`);
}

function checkLease(lease: Lease, id: Uuid, scene: DealScene): void {
  const { name, unit, log, runs } = lease;
  const { report, books } = scene;
  const count = (...types: string[]) => log.filter(({ type }) => types.includes(type)).length;
  const [begun, ended] = [count('new'), count('terminated', 'expire')];
  if (begun !== 1 || ended !== (runs ? 0 : 1) || log.some((row) => row.unit !== unit.id)) {
    report('lease_broken', `${name}: began ${begun} times, ended ${ended} times, ${runs ? 'and runs' : 'and does not run'}`);
  }
  for (const row of log) if (row.type !== 'expire') checkChange(lease, row, scene);
  checkPurchases(lease, scene);
  checkTime(lease, scene);
  checkTenancy(lease, scene);
  // The owner is told that it began and one of two that it was ended; both that it expired, and that it passed on.
  const wanted = 1 + count('terminated') + 2 * count('expire', 'transfer');
  const told = books.notices.filter((about) => about === id).length;
  if (told !== wanted) report('rider_mismatch', `${name}: ${told} notices instead of ${wanted}`);
}

/** Somebody asked for it, and what moved is what it says, and what was due. */
function checkChange(lease: Lease, row: LeaseLogRow, scene: DealScene): void {
  const { name, unit } = lease;
  const { type, journal, amount, secs, actor } = row;
  const what = `${name}, ${type} by ${actor}`;
  const deal = dealOf(row, unit);
  // Those are counted.
  if (deal && isDeed(deal)) return;
  if (!deal || journal === null || !wasAsked(scene, journal, deal)) scene.report('deal_unasked', `${what}, ${secs} s for ${amount}`);
  if (!deal || journal === null) return;
  checkTold(scene, what, journal, deal, row.lease);
  if (deal.what === 'terminated') {
    checkRefund(lease, row, what, scene);
    return;
  }
  const gets = incomeOf(unit, amount, journal).map(([akey, part]) => [working(akey), part] as const);
  if (amount > 0n) checkMoved(scene, what, journal, 'rent', netText([[working(actor ?? ''), -amount], ...gets]));
}

type Parts = readonly (readonly [akey: Uuid, amount: bigint])[];

/** Who gets how much of a rent. */
function incomeOf({ owner, income }: UnitRow, amount: bigint, journal: Uuid): Parts {
  if (income.length === 0) return [[owner, amount]];
  const parts = drawnParts(
    journal,
    amount,
    income.map(({ weight }) => weight),
  );
  return income.map(({ key }, index) => [key, parts[index] as bigint]);
}

/** Each time that was bought or given was written down twice, in the log and for refunds, where it is what the payer is short of. */
function checkPurchases(lease: Lease, { report }: DealScene): void {
  const { name, unit, log, purchases } = lease;
  const bought = log.filter(isTime);
  const free = bought.find((row) => row.journal === null);
  const rowOf = ({ journal, amount }: PurchaseRow) => bought.find((row) => row.journal === journal) ?? (amount === 0n ? free : undefined);
  for (const purchase of purchases) {
    const { journal, secs, amount, refundTo } = purchase;
    const row = rowOf(purchase);
    const what = `${name}, ${secs} s for ${amount} by journal ${journal}`;
    if (row?.secs !== secs) report('deal_unpaired', `${what}: the log has ${row ? `${row.secs} s` : 'nothing of it'}`);
    if (!row) continue;
    const own = incomeOf(unit, row.amount, journal).reduce((sum, [akey, part]) => (akey === row.actor ? sum + part : sum), 0n);
    if (amount !== row.amount - own) report('deal_amount', `${what}: ${row.amount} were paid, ${own} of it to the payer`);
    const to = refundee(row, log);
    if (refundTo !== to) report('lease_broken', `${what}: goes back to ${refundTo} instead of ${to}`);
  }
  for (const row of bought)
    if (!purchases.some((purchase) => rowOf(purchase) === row))
      report('deal_unpaired', `${name}: no purchase of ${row.secs} s for ${row.amount}`);
}

/** Each time begins where the one before ends, and the last one ends where the lease does. */
function checkTime({ name, unit, log, runs }: Lease, { report }: DealScene): void {
  const until = ({ paidUntil_ms }: Pick<LeaseLogRow, 'paidUntil_ms'>) => Math.round(paidUntil_ms ?? 0);
  const times = log.filter(isTime).sort((a, b) => until(a) - until(b));
  const [first] = times;
  if (!first) return;
  let paid = runs ? Math.round(unit.leasedAt_ms ?? 0) : until(first) - first.secs * 1_000;
  for (const row of times) {
    paid += row.secs * 1_000;
    if (until(row) !== paid) report('lease_time', `${name}: ${row.secs} s more up to ${until(row)} ms instead of ${paid} ms`);
  }
  const ends = runs ? [unit] : log.filter(({ type }) => type === 'terminated' || type === 'expire');
  for (const end of ends)
    if (until(end) !== paid) report('lease_time', `${name}: paid until ${until(end)} ms, but time was bought until ${paid} ms`);
}
