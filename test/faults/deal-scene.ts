import type { Uuid } from '@scrip/kernel';
import type { Books } from './books.ts';
import type { LeaseLogRow, PurchaseRow, UnitRow } from './deal-books.ts';
import { type Deal, dealText } from './deals.ts';
import { groupBy } from './group.ts';
import type { History, Request } from './history.ts';
import type { Code } from './violation.ts';

/** What checks of deals look at. */
export interface DealScene {
  readonly books: Books;
  readonly history: Pick<History, 'stocks' | 'requests'>;
  /** By the journals that they have if they have one. */
  readonly asked: ReadonlyMap<Uuid, readonly Request[]>;
  report(code: Code, detail: string): void;
  /** What a journal moved in all: account by account, those that are even left out, in words. */
  moved(journal: Uuid): string;
  kindOf(journal: Uuid): string | undefined;
}

/** A lease as it stands in the books: what happened to it and what was bought for it. */
export interface Lease {
  readonly name: string;
  readonly unit: UnitRow;
  readonly log: readonly LeaseLogRow[];
  readonly purchases: readonly PurchaseRow[];
  /** Whether it is the unit's present one. */
  readonly runs: boolean;
}

/** What is even is left out, so that it does not matter in how many pieces money moved. */
export function netText(moves: readonly (readonly [account: Uuid, amount: bigint])[]): string {
  const nets = [...groupBy(moves, ([account]) => account)].map(
    ([account, of]) => [account, of.reduce((sum, [, by]) => sum + by, 0n)] as const,
  );
  return nets
    .filter(([, net]) => net !== 0n)
    .map(([account, net]) => `${net} on ${account}`)
    .sort()
    .join(', ');
}

/** Whether somebody asked for the very deal that a row stands for. */
export function wasAsked({ asked }: Pick<DealScene, 'asked'>, journal: Uuid, deal: Deal): boolean {
  return asked.get(journal)?.some(({ effect }) => dealText(effect.deal) === dealText(deal)) ?? false;
}

/** Everybody who was acknowledged the very deal was told the same about it as is in the books. */
export function checkTold(
  { asked, report }: Pick<DealScene, 'asked' | 'report'>,
  what: string,
  journal: Uuid,
  deal: Deal,
  has: string,
): void {
  const requests = asked.get(journal)?.filter(({ effect }) => dealText(effect.deal) === dealText(deal)) ?? [];
  for (const { outcome } of requests.flatMap(({ attempts }) => attempts)) {
    if (outcome?.kind === 'acknowledged' && outcome.told !== has)
      report('ack_told_wrong', `${what}: told ${outcome.told} instead of ${has}`);
  }
}

/** A deal's payment is there and moved exactly this. */
export function checkMoved(scene: DealScene, what: string, journal: Uuid, kind: string, due: string): void {
  const has = scene.kindOf(journal);
  const moved = scene.moved(journal);
  if (has !== kind) scene.report('deal_unpaired', `${what}: journal ${journal} is ${has ?? 'not there'} instead of a ${kind}`);
  else if (moved !== due) scene.report('deal_amount', `${what}: moved ${moved} instead of ${due}`);
}
