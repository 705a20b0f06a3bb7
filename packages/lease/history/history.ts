import type { Avatars } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import { cursorOf } from './cursor.ts';
import { type HistoryEntry, HistoryStore } from './store.ts';

/** With what those in it are called; empty where nobody is named. */
export interface NamedEntry extends HistoryEntry {
  readonly agentName: string;
  readonly actorName: string;
}

/** What changed at locations, newest first. */
export class History {
  readonly #store: HistoryStore;
  readonly #avatars: Avatars;

  constructor(database: Database, avatars: Avatars) {
    this.#store = new HistoryStore(database);
    this.#avatars = avatars;
  }

  async newest(locationId: Uuid, period: Period, limit: number): Promise<NamedEntry[]> {
    return this.#named(await this.#store.newest(locationId, period, limit));
  }

  /** The cursor of a page names its last entry; it is empty on the last page. */
  async page(locationId: Uuid, page: Page): Promise<{ entries: NamedEntry[]; cursor: string }> {
    const found = await this.#store.page(locationId, { ...page, limit: page.limit + 1 });
    const entries = found.slice(0, page.limit);
    const last = found.length > page.limit ? entries.at(-1) : undefined;
    return { entries: await this.#named(entries), cursor: last ? cursorOf(last) : '' };
  }

  async #named(entries: readonly HistoryEntry[]): Promise<NamedEntry[]> {
    const names = await this.#avatars.names(entries.flatMap(({ akey, actor }) => [akey ?? [], actor ?? []].flat()));
    const nameOf = (akey: Uuid | null) => (akey && names.get(akey)) || '';
    return entries.map((entry) => ({ ...entry, agentName: nameOf(entry.akey), actorName: nameOf(entry.actor) }));
  }
}
