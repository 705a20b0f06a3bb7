import { accountId, journalId } from '@scrip/bank';
import { unitKey } from './deals.ts';
import type { Request } from './history.ts';
import { type Draw, INSUFFICIENT_FUNDS, moves, type Order, WORKING } from './orders.ts';
import { LOCATION, rentOf } from './shops.ts';

const FORBIDDEN = 1105;
const [NOT_VACANT, TERM_TOO_LONG, NOT_LEASED, LEASE_CHANGED, REFUND_NOT_FUNDED] = [1420, 1424, 1425, 1426, 1428];

/** Some leases are over within the run, and more of them when the clock jumps. */
const TERMS_s = [3, 20, 1_000, 3_600, 86_400] as const;

interface Place {
  readonly owner: string;
  readonly unit: string;
}

function purchase({ random, self, requestId }: Draw, what: 'new' | 'extend', { owner, unit }: Place, refusals: number[]): Order {
  const secs = random.pick(TERMS_s);
  const amount = BigInt(rentOf(secs));
  const leg = { debit: accountId(self.akey, WORKING), credit: accountId(owner, WORKING), amount };
  return {
    method: what === 'new' ? 'lease.rent' : 'lease.extend',
    params: [owner, LOCATION, unit, secs, WORKING, -1, requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('rent', '', leg), deal: { what, unit: unitKey(owner, unit), secs, amount } },
    refusals: [...refusals, LEASE_CHANGED, ...(self.rich ? [] : [INSUFFICIENT_FUNDS])],
  };
}

/** A unit of somebody else's: mostly one that nobody seems to have. */
export function rent(draw: Draw): Order {
  const { random, self, shops } = draw;
  const { keeper, units } = random.pick(shops.filter((shop) => shop.keeper !== self));
  const owner = keeper.akey;
  const last = lastOf(draw);
  const isTaken = (unit: string) => last.get(unitKey(owner, unit))?.effect.deal?.what === 'new';
  const vacant = units.filter((unit) => !isTaken(unit));
  const unit = random.pick(vacant.length > 0 && random.chance(0.7) ? vacant : units);
  return purchase(draw, 'new', { owner, unit }, [NOT_VACANT]);
}

/** A lease of one's own, if it is still that. */
export function extend(draw: Draw): Order | undefined {
  const place = placeOf(draw, ({ principal }) => principal === draw.self.akey);
  return place && purchase(draw, 'extend', place, [FORBIDDEN, NOT_LEASED, TERM_TOO_LONG]);
}

/** Ends a lease that one has, or has given; lessees do without the refund now and then. */
export function terminate(draw: Draw): Order | undefined {
  const { random, self, people, requestId } = draw;
  const place = placeOf(draw, ({ principal, params }) => principal === self.akey || params[0] === self.akey);
  if (!place) return undefined;
  const { owner, unit } = place;
  const waived = owner !== self.akey && random.chance(0.2);
  const funded = people.find(({ akey }) => akey === owner)?.rich === true;
  return {
    method: 'lease.terminate',
    params: [owner, LOCATION, unit, waived ? 0 : 1, requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('rent_refund', ''), notices: 1, deal: { what: 'terminated', unit: unitKey(owner, unit), waived } },
    refusals: [FORBIDDEN, NOT_LEASED, LEASE_CHANGED, ...(funded ? [] : [REFUND_NOT_FUNDED])],
  };
}

/** A unit that was rented lately and not ended since, as far as anybody knows. */
function placeOf(draw: Draw, mine: (rented: Request) => boolean): Place | undefined {
  const running = [...lastOf(draw).values()].filter((request) => request.effect.deal?.what === 'new' && mine(request));
  if (running.length === 0) return undefined;
  const [owner, , unit] = draw.random.pick(running).params as [string, string, string];
  return { owner, unit };
}

/** What began or ended the newest lease of each unit. */
function lastOf({ deals }: Draw): Map<string, Request> {
  const last = new Map<string, Request>();
  for (const request of deals) {
    const { deal } = request.effect;
    if (deal?.what === 'new' || deal?.what === 'terminated') last.set(deal.unit, request);
  }
  return last;
}
