import { accountId } from '@scrip/bank';
import { deriveId, type Uuid } from '@scrip/kernel';
import type { LeaseLogRow, PurchaseRow } from './deal-books.ts';
import { checkMoved, type DealScene, type Lease, netText } from './deal-scene.ts';
import { drawnParts } from './draws.ts';
import type { Request } from './history.ts';
import { WORKING } from './orders.ts';

/** What somebody gives back of a rent, and who gets it. */
interface Part {
  readonly giver: Uuid;
  readonly receiver: Uuid;
  readonly amount: bigint;
}

const sumOf = (rows: readonly { readonly amount: bigint }[]) => rows.reduce((sum, { amount }) => sum + amount, 0n);

/**
 * What goes back of a lease is what was not used, or as much of it as the location gives back, or nothing where the lessee waives it.
 * It comes from those who got it. Each who gets something is told once, and so is each who gives it and neither owns the place nor
 * ended the lease.
 */
export function checkRefund({ unit, purchases }: Lease, row: LeaseLogRow, what: string, scene: DealScene): void {
  const { journal, amount, actor, secs } = row;
  const waives = ({ effect: { deal } }: Request) => deal?.what === 'terminated' && deal.waived;
  if (journal === null || (amount === 0n && scene.asked.get(journal)?.some(waives))) return;
  const parts = unused(purchases, secs, actor === unit.owner ? 100 : unit.refundPercent, scene);
  const due = sumOf(parts);
  if (amount !== due) scene.report('deal_amount', `${what}: ${amount} went back instead of ${due}`);
  if (amount === 0n) return;
  const working = (akey: Uuid) => accountId(akey, WORKING);
  const moves = parts.flatMap((part) => [[working(part.giver), -part.amount] as const, [working(part.receiver), part.amount] as const]);
  checkMoved(scene, what, journal, 'rent_refund', netText(moves));
  const givers = new Set(parts.map(({ giver }) => giver).filter((giver) => giver !== unit.owner && giver !== actor));
  const wanted = new Set(parts.map(({ receiver }) => receiver)).size + givers.size;
  const told = scene.books.notices.filter((about) => about === journal).length;
  if (told !== wanted) scene.report('rider_mismatch', `${what}: ${told} were told of the refund instead of ${wanted}`);
  const paid = new Set(purchases.map((purchase) => purchase.journal));
  const linked = sumOf(scene.books.refunds.filter((refund) => refund.journal === journal && paid.has(refund.original)));
  if (linked !== amount) scene.report('refund_unlinked', `${what}: ${amount} went back, ${linked} of it by what was paid`);
}

/** What so many unused seconds were bought for, the newest purchases first, each rounded down and shared by who got it. */
function unused(newestFirst: readonly PurchaseRow[], secs: number, percent: number, { books }: DealScene): Part[] {
  const owners = new Map(books.accounts.map(({ id, owner }) => [id, owner]));
  let left = secs;
  return newestFirst.flatMap(({ journal, secs: bought, refundTo }) => {
    const counted = Math.min(left, bought);
    left -= counted;
    // What is drawn goes along the transfers in their order.
    const legs = books.entries.filter((entry) => entry.journal === journal && entry.amount > 0n).sort((a, b) => a.leg - b.leg);
    const paid = legs.filter(({ account, counter }) => owners.get(account) !== owners.get(counter));
    const back = (sumOf(paid) * BigInt(counted) * BigInt(percent)) / (BigInt(bought) * 100n);
    if (back === 0n) return [];
    // Nothing of it had been paid back before.
    const shares = drawnParts(
      deriveId('refund draw', journal, '0'),
      back,
      paid.map(({ amount }) => Number(amount)),
    );
    return paid
      .map(({ account }, index) => ({ giver: owners.get(account) ?? '', receiver: refundTo, amount: shares[index] as bigint }))
      .filter(({ giver, receiver, amount }) => amount > 0n && giver !== receiver);
  });
}
