import type { Uuid } from '@scrip/kernel';
import type { LeaseLogRow } from './deal-books.ts';
import type { DealScene, Lease } from './deal-scene.ts';

/** Who had a lease: it passed on from hand to hand, only they and whom they named changed it, and it was extended free once. */
export function checkTenancy({ name, unit, log, runs }: Lease, { report }: DealScene): void {
  const last = lastLessee(log);
  const has = runs ? unit.lessee : log.find(({ type }) => type === 'terminated' || type === 'expire')?.akey;
  if (has !== last) report('lease_broken', `${name}: is that of ${has}, and passed on to ${last ?? 'several, or to nobody'}`);
  const about = (...types: string[]) => log.filter(({ type }) => types.includes(type)).map(({ akey }) => akey);
  const [lessees, payers] = [about('new', 'transfer'), about('payer')];
  const mayChange: Readonly<Record<string, readonly Uuid[]>> = {
    extend: [...lessees, ...payers],
    terminated: [...lessees, unit.owner],
    transfer: lessees,
    payer: lessees,
  };
  for (const { type, actor } of log) {
    if (mayChange[type]?.includes(actor ?? '') === false) report('lease_broken', `${name}: ${type} by ${actor}, who had no right to that`);
  }
  if (runs && unit.payer !== null && !payers.includes(unit.payer)) report('lease_broken', `${name}: nobody named its payer ${unit.payer}`);
  const free = log.filter(({ type, journal }) => type === 'extend' && journal === null).length;
  if (free > 1 || (runs && unit.freeUsed !== (free === 1)))
    report('lease_free', `${name}: ${free} free extensions, ${unit.freeUsed ? 'and it has used its own' : 'and it has its own still'}`);
}

/** Who has it after all, whatever the order was: the only one who got it more often than they gave it away. */
function lastLessee(log: readonly LeaseLogRow[]): Uuid | undefined {
  const counts = new Map<Uuid | null, number>();
  const count = (akey: Uuid | null, by: number) => counts.set(akey, (counts.get(akey) ?? 0) + by);
  for (const { type, akey, actor } of log) {
    if (type === 'new' || type === 'transfer') count(akey, 1);
    if (type === 'transfer') count(actor, -1);
  }
  const left = [...counts].filter(([, times]) => times !== 0);
  const [[akey, times] = [null, 0]] = left;
  return left.length === 1 && times === 1 && akey !== null ? akey : undefined;
}

/**
 * Who gets a refund of time: who paid for it, or was given it. What was the lessee's passes on with the lease, what somebody else
 * paid stays theirs. The database's clock may have jumped, so what the lease was paid until tells what came after what.
 */
export function refundee({ actor, akey, journal, paidUntil_ms }: LeaseLogRow, log: readonly LeaseLogRow[]): Uuid | null | undefined {
  const first = journal === null ? akey : actor;
  const passedOn = log.some((row) => row.type === 'transfer' && row.actor === first && (row.paidUntil_ms ?? 0) >= (paidUntil_ms ?? 0));
  return passedOn ? lastLessee(log) : first;
}
