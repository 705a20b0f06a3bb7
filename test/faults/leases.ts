import { accountId, journalId } from '@scrip/bank';
import { unitKey } from './deals.ts';
import { type Draw, INSUFFICIENT_FUNDS, moves, type Order, WORKING } from './orders.ts';
import { LOCATION, rentOf } from './shops.ts';
import { NOT_THEIRS, someTenancy, TERM_TOO_LONG, type Tenancy, tenanciesOf } from './tenancies.ts';

const [NOT_VACANT, LEASE_CHANGED, REFUND_NOT_FUNDED] = [1420, 1426, 1428];

/** Some leases are over within the run, and more of them when the clock jumps. */
const TERMS_s = [3, 20, 1_000, 3_600, 86_400] as const;

type Place = Pick<Tenancy, 'owner' | 'unit'>;

function purchase({ random, self, requestId }: Draw, what: 'new' | 'extend', { owner, unit }: Place, refusals: number[]): Order {
  const secs = random.pick(TERMS_s);
  const amount = BigInt(rentOf(secs));
  const leg = { debit: accountId(self.akey, WORKING), credit: accountId(owner, WORKING), amount };
  return {
    method: what === 'new' ? 'lease.rent' : 'lease.extend',
    params: [owner, LOCATION, unit, secs, WORKING, Number(amount), requestId],
    journal: journalId(self.akey, requestId),
    effect: { ...moves('rent', '', leg), deal: { what, unit: unitKey(owner, unit), secs, amount } },
    refusals: [...refusals, LEASE_CHANGED, ...(self.rich ? [] : [INSUFFICIENT_FUNDS])],
  };
}

/** A unit of somebody else's: mostly one that nobody seems to have. */
export function rent(draw: Draw): Order {
  const { random, self, shops, deals } = draw;
  const { keeper, units } = random.pick(shops.filter((shop) => shop.keeper !== self));
  const owner = keeper.akey;
  const taken = tenanciesOf(deals);
  const vacant = units.filter((unit) => !taken.has(unitKey(owner, unit)));
  const unit = random.pick(vacant.length > 0 && random.chance(0.7) ? vacant : units);
  return purchase(draw, 'new', { owner, unit }, [NOT_VACANT]);
}

/** A lease of one's own, if it is still that. */
export function extend(draw: Draw): Order | undefined {
  const place = someTenancy(draw, ({ lessee }) => lessee === draw.self.akey);
  return place && purchase(draw, 'extend', place, [...NOT_THEIRS, TERM_TOO_LONG]);
}

/** A lease of somebody else's, as its alternate payer. */
export function extendForAnother(draw: Draw): Order | undefined {
  const place = someTenancy(draw, ({ payer }) => payer === draw.self.akey);
  return place && purchase(draw, 'extend', place, [...NOT_THEIRS, TERM_TOO_LONG]);
}

/** Ends a lease that one has, or has given; lessees do without the refund now and then. */
export function terminate(draw: Draw): Order | undefined {
  const { random, self, people, shops, requestId } = draw;
  const place = someTenancy(draw, ({ owner, lessee }) => lessee === self.akey || owner === self.akey);
  if (!place) return undefined;
  const { owner, unit } = place;
  const waived = owner !== self.akey && random.chance(0.2);
  const staff = shops.find(({ keeper }) => keeper.akey === owner)?.staff.members ?? [];
  const givers = [owner, ...staff.map(({ akey }) => akey)];
  const funded = givers.every((giver) => people.find(({ akey }) => akey === giver)?.rich === true);
  return {
    method: 'lease.terminate',
    params: [owner, LOCATION, unit, waived ? 0 : 1, requestId],
    journal: journalId(self.akey, requestId),
    // Everybody is told who gets something back.
    effect: { ...moves('rent_refund', ''), notices: null, deal: { what: 'terminated', unit: unitKey(owner, unit), waived } },
    refusals: [...NOT_THEIRS, ...(funded ? [] : [REFUND_NOT_FUNDED])],
  };
}
