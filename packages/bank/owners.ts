import { type Avatars, unknownAvatar } from '@scrip/avatars';
import type { Groups } from '@scrip/groups';
import { NIL_UUID, type OwnerKey } from '@scrip/kernel';

/** Who owns accounts and is paid, by their keys: avatars and groups. */
export class Owners {
  readonly #avatars: Avatars;
  readonly #groups: Groups;

  constructor(avatars: Avatars, groups: Groups) {
    this.#avatars = avatars;
    this.#groups = groups;
  }

  /** What they are called now; those that are not there, and the system, are left out. */
  async names(owners: readonly OwnerKey[]): Promise<ReadonlyMap<OwnerKey, string>> {
    const names = new Map(await this.#avatars.names(owners));
    const others = new Set(owners.filter((owner) => owner !== NIL_UUID && !names.has(owner)));
    const found = await Promise.all([...others].map((owner) => this.#groups.find(owner)));
    for (const group of found) if (group) names.set(group.gkey, group.name);
    return names;
  }

  /** Undefined where nobody is there. */
  async name(owner: OwnerKey): Promise<string | undefined> {
    return (await this.#avatars.find(owner))?.name ?? (await this.#groups.find(owner))?.name;
  }

  /** Raises general.unknown_avatar where nobody is registered under the key. */
  async mustExist(owner: OwnerKey): Promise<void> {
    if ((await this.name(owner)) === undefined) throw unknownAvatar(`no avatar and no group has the key ${owner}`);
  }
}
