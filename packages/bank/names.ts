import type { Avatars } from '@scrip/avatars';
import type { Groups } from '@scrip/groups';
import { NIL_UUID, type Uuid } from '@scrip/kernel';

/** What the owners of accounts are called now, avatars and groups; those that are not there, and the system, are left out. */
export async function ownerNames(avatars: Avatars, groups: Groups, owners: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  const names = new Map(await avatars.names(owners));
  const others = new Set(owners.filter((owner) => owner !== NIL_UUID && !names.has(owner)));
  const found = await Promise.all([...others].map((owner) => groups.find(owner)));
  for (const group of found) if (group) names.set(group.gkey, group.name);
  return names;
}
