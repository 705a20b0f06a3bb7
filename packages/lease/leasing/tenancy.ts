import type { AvatarKey, Uuid } from '@scrip/kernel';
import type { Location, PresentLease, Unit } from '../model.ts';

/** Who has which unit of whom, in the words that people are told. */
export interface Tenancy {
  readonly unitId: Uuid;
  readonly unitName: string;
  readonly locationName: string;
  readonly owner: AvatarKey;
  readonly leaseId: Uuid;
  readonly lessee: AvatarKey;
}

export function tenancyOf(
  { name: locationName, owner }: Pick<Location, 'name' | 'owner'>,
  { id: unitId, name: unitName }: Pick<Unit, 'id' | 'name'>,
  { id: leaseId, lessee }: Pick<PresentLease, 'id' | 'lessee'>,
): Tenancy {
  return { unitId, unitName, locationName, owner, leaseId, lessee };
}
