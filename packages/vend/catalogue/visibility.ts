import type { Presented } from '@scrip/capability';
import type { Groups } from '@scrip/groups';
import type { AvatarKey, Uuid } from '@scrip/kernel';
import { MANAGE, READ } from '../kinds.ts';
import type { Collection, Offer } from '../model.ts';
import type { Catalogue } from './store.ts';

/** Groups beyond these open no private collection to the search; what is named is looked at in any case. */
const MAX_GROUPS = 200;
const MAX_READABLE = 2_000;

export interface VisibilityOptions {
  readonly catalogue: Catalogue;
  readonly groups: Groups;
}

/** Who sees which collections. */
export class Visibility {
  readonly #catalogue: Catalogue;
  readonly #groups: Groups;

  constructor({ catalogue, groups }: VisibilityOptions) {
    this.#catalogue = catalogue;
    this.#groups = groups;
  }

  /** Whether an avatar may see a collection and buy what is in it. Of a private one that are the merchant and the members of its groups. */
  async isVisible({ public: isPublic, merchant, affiliateGroup, managerGroup }: Collection, akey: AvatarKey): Promise<boolean> {
    if (isPublic || merchant === akey) return true;
    if (affiliateGroup && (await this.#groups.isMember(affiliateGroup, akey))) return true;
    return managerGroup !== null && this.#groups.isMember(managerGroup, akey);
  }

  /** Whether an avatar may buy this: it was not removed, and the avatar sees it. */
  async mayBuy({ product, collection }: Offer, akey: AvatarKey): Promise<boolean> {
    return product.removedAt === null && (await this.isVisible(collection, akey));
  }

  /**
   * The private collections that those who call may see: their own, those of merchants who granted them vend.read or
   * vend.manage, and those whose affiliate or manager group they are in. At most 2,000; those of the merchants come first.
   * Pass no logins with limits: they open nothing.
   */
  async readableCollections({ logins, grants }: Pick<Presented, 'logins' | 'grants'>): Promise<readonly Uuid[]> {
    const callers = [...new Set(logins.map(({ sub }) => sub))];
    if (callers.length === 0) return [];
    const granted = grants.filter(({ kind, sub }) => (kind === READ.name || kind === MANAGE.name) && callers.includes(sub));
    const merchants = [...new Set([...callers, ...granted.map(({ grantor }) => grantor)])];
    const memberships = await Promise.all(callers.map((akey) => this.#groups.listMemberships(akey, { offset: 0, limit: MAX_GROUPS })));
    const groups = [...new Set(memberships.flat().map(({ group }) => group.gkey))];
    return this.#catalogue.privateCollections(merchants, groups, MAX_READABLE);
  }
}
