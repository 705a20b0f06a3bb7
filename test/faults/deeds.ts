import { unitKey } from './deals.ts';
import { type Draw, moves, type Order } from './orders.ts';
import { LOCATION } from './shops.ts';
import { NOT_THEIRS, someTenancy, TERM_TOO_LONG, type Tenancy } from './tenancies.ts';

const NO_FREE_EXTENSION = 1427;

/** Names somebody who may extend one's lease, and pays for that. */
export function namePayer(draw: Draw): Order | undefined {
  const place = someTenancy(draw, ({ lessee, payer }) => lessee === draw.self.akey && payer === undefined);
  return place && giveTo(draw, place, 'payer');
}

/** Gives a lease of one's own away, with what oneself would be refunded of it. */
export function passOn(draw: Draw): Order | undefined {
  const place = someTenancy(draw, ({ lessee }) => lessee === draw.self.akey);
  return place && giveTo(draw, place, 'transfer');
}

function giveTo({ random, self, people }: Draw, { owner, unit }: Tenancy, what: 'payer' | 'transfer'): Order {
  const { akey: to } = random.pick(people.filter((person) => person !== self && person.akey !== owner));
  return {
    method: what === 'payer' ? 'lease.setPayer' : 'lease.transfer',
    params: [owner, LOCATION, unit, to],
    journal: '',
    effect: { ...moves('', ''), deal: { what, unit: unitKey(owner, unit), to } },
    refusals: NOT_THEIRS,
  };
}

/** The one extension that costs nothing, for whoever may extend a lease; others may be at it too. */
export function extendFree(draw: Draw): Order | undefined {
  const { self } = draw;
  const place = someTenancy(draw, ({ lessee, payer }) => [lessee, payer].includes(self.akey));
  if (!place) return undefined;
  const { owner, unit } = place;
  return {
    method: 'lease.extendFree',
    params: [owner, LOCATION, unit],
    journal: '',
    effect: { ...moves('', ''), deal: { what: 'free', unit: unitKey(owner, unit) } },
    refusals: [...NOT_THEIRS, TERM_TOO_LONG, NO_FREE_EXTENSION],
  };
}
