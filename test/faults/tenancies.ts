import type { Uuid } from '@scrip/kernel';
import type { Request } from './history.ts';
import type { Draw } from './orders.ts';

const [FORBIDDEN, NOT_LEASED, LEASE_CHANGED] = [1105, 1425, 1426];
/** Of whoever wants to change a lease that has ended or passed on meanwhile. */
export const NOT_THEIRS = [FORBIDDEN, NOT_LEASED, LEASE_CHANGED];
export const TERM_TOO_LONG = 1424;

/** A lease, as far as anybody knows who saw what was acknowledged: it may have changed or expired since. */
export interface Tenancy {
  readonly owner: Uuid;
  /** The unit's name. */
  readonly unit: string;
  readonly lessee: Uuid;
  /** Who else may extend it. */
  readonly payer: Uuid | undefined;
}

/** By the keys of the units. */
export function tenanciesOf(deals: readonly Request[]): Map<string, Tenancy> {
  const tenancies = new Map<string, Tenancy>();
  for (const { principal, params, effect } of deals) {
    const { deal } = effect;
    if (!deal || !('unit' in deal)) continue;
    const [owner, , unit] = params as [Uuid, string, string];
    const known = tenancies.get(deal.unit);
    if (deal.what === 'new') tenancies.set(deal.unit, { owner, unit, lessee: principal, payer: undefined });
    else if (deal.what === 'terminated') tenancies.delete(deal.unit);
    else if (known && deal.what === 'transfer') tenancies.set(deal.unit, { ...known, lessee: deal.to, payer: undefined });
    else if (known && deal.what === 'payer') tenancies.set(deal.unit, { ...known, payer: deal.to });
  }
  return tenancies;
}

/** Undefined where there is none that is wanted. */
export function someTenancy({ random, deals }: Draw, wanted: (tenancy: Tenancy) => boolean): Tenancy | undefined {
  const found = [...tenanciesOf(deals).values()].filter(wanted);
  return found.length > 0 ? random.pick(found) : undefined;
}
