import type { Database } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import { bannedBy, ownAccess } from './errors.ts';
import { type AccessKind, type Entry, Store } from './store.ts';

/** How a merchant stands to somebody who would buy. */
export interface Standing {
  readonly banned: boolean;
  /** Hundredths of a percent off every price. */
  readonly discount: number;
}

export const MAX_ENTRIES = 1_000;

/** Whom merchants sell nothing to, and whom for less. */
export class Access {
  readonly #store: Store;

  constructor({ database }: { readonly database: Database }) {
    this.#store = new Store(database);
  }

  async standing(merchant: Uuid, akey: Uuid): Promise<Standing> {
    const entry = await this.#store.find(merchant, akey);
    return { banned: entry?.kind === 'ban', discount: entry?.kind === 'vip' ? entry.discount : 0 };
  }

  /** Raises vend.banned. */
  async mustServe(merchant: Uuid, akey: Uuid): Promise<void> {
    if ((await this.standing(merchant, akey)).banned) throw bannedBy(merchant, akey);
  }

  /**
   * Puts an avatar on one of the lists, and so takes it off the other; `none` takes it off both. `discount`: hundredths of a
   * percent, for a VIP. Raises vend.own_access and vend.access_full.
   */
  async set(merchant: Uuid, akey: Uuid, kind: AccessKind | 'none', discount: number): Promise<void> {
    if (kind === 'none') return this.#store.remove(merchant, akey);
    if (akey === merchant) throw ownAccess(`${akey} is the merchant, who is neither banned nor a VIP`);
    await this.#store.set(merchant, { akey, kind, discount }, MAX_ENTRIES);
  }

  /** In the order of their keys. */
  list(merchant: Uuid, page: Page): Promise<readonly Entry[]> {
    return this.#store.list(merchant, page);
  }
}
