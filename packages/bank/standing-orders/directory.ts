import { type Avatars, unknownAvatar } from '@scrip/avatars';
import type { Groups } from '@scrip/groups';
import type { Uuid } from '@scrip/kernel';

/** Who can be paid by a standing order: avatars and groups, by their keys. */
export class Directory {
  readonly #avatars: Avatars;
  readonly #groups: Groups;

  constructor(avatars: Avatars, groups: Groups) {
    this.#avatars = avatars;
    this.#groups = groups;
  }

  /**
   * Keys that nobody is registered under can be paid, but not by an order: it would not notice that a group is dissolved. Raises
   * general.unknown_avatar.
   */
  async mustHave(key: Uuid): Promise<void> {
    if ((await this.name(key)) === undefined) throw unknownAvatar(`no avatar and no group has the key ${key}`);
  }

  /** Undefined where nobody is there. */
  async name(key: Uuid): Promise<string | undefined> {
    return (await this.#avatars.find(key))?.name ?? (await this.#groups.find(key))?.name;
  }
}
