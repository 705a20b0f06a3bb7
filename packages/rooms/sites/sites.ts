import { randomBytes } from 'node:crypto';
import { type Avatars, isInvisibleIn } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import { deriveId, nameKey, newId, type Page, tidyName, type Uuid } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { roomSiteTaken, unknownRoomSite, wrongRoomKey } from '../errors.ts';
import { Look } from '../look.ts';
import type { RoomSite } from './model.ts';
import type { RoomSiteStore } from './store.ts';

const KEY_BYTES = 32;
const MAX_URL_LENGTH = 1_024;

/** The sites that send customers into rooms, and their keys. All of them are remembered: an operator adds each by hand. */
export class RoomSites {
  readonly #store: RoomSiteStore;
  readonly #avatars: Avatars;
  readonly #accounts: Bank['accounts'];
  readonly #byKey = new Map<Uuid, RoomSite>();
  readonly #byId = new Map<Uuid, RoomSite>();

  readonly #look = new Look(() => this.#hearOfChanges());

  constructor(store: RoomSiteStore, avatars: Avatars, accounts: Bank['accounts']) {
    this.#store = store;
    this.#avatars = avatars;
    this.#accounts = accounts;
  }

  /** The site that shows this key. Raises rooms.wrong_key, which never repeats it. */
  async of(key: string): Promise<RoomSite> {
    const hash = hashOf(key);
    const known = this.#byKey.get(hash);
    if (known) return known;
    // Another server may have added it just now.
    await this.hearOfChanges();
    const site = this.#byKey.get(hash);
    if (!site) throw wrongRoomKey('the key is that of no room site');
    return site;
  }

  /**
   * Returns the key, which is shown this once; `key` is for a world whose keys are public. Raises rooms.site_taken,
   * general.unknown_avatar, bank.unknown_account, invalid_params.
   */
  async add(wanted: string, ownerKeyOrName: string, accountName: string, key = newKey()): Promise<string> {
    const name = checkName(wanted);
    const { akey: owner } = await this.#avatars.get(ownerKeyOrName);
    await this.#accounts.get(owner, accountName);
    const added = await this.#store.add({ id: newId(), name, owner, accountName, keyHash: hashOf(key), noticesUrl: '' }, nameKey(name));
    if (!added) throw roomSiteTaken(`a room site is called ${JSON.stringify(name)} already`);
    return key;
  }

  find(name: string): Promise<RoomSite | undefined> {
    return this.#store.byName(nameKey(name));
  }

  /** Returns another key. The one before is worth nothing from then on, in every server within two seconds. Raises rooms.unknown_site. */
  async rotate(name: string): Promise<string> {
    const key = newKey();
    this.#changed(name, await this.#store.rotate(nameKey(name), hashOf(key)));
    return key;
  }

  /** Where notices go from then on; empty for none. Raises rooms.unknown_site. */
  async setNotices(name: string, url: string): Promise<void> {
    this.#changed(name, await this.#store.setNotices(nameKey(name), url));
  }

  list(page: Page): Promise<RoomSite[]> {
    return this.#store.list(page);
  }

  /** Hears of what other servers have changed. */
  hearOfChanges(): Promise<void> {
    return this.#look.fresh();
  }

  async #hearOfChanges(): Promise<void> {
    for (const site of await this.#store.changed()) this.#remember(site);
  }

  #changed(name: string, site: RoomSite | undefined): void {
    if (!site) throw unknownRoomSite(`there is no room site ${JSON.stringify(name.slice(0, 63))}`);
    this.#remember(site);
  }

  #remember(site: RoomSite): void {
    const before = this.#byId.get(site.id);
    if (before && before.keyHash !== site.keyHash) this.#byKey.delete(before.keyHash);
    this.#byId.set(site.id, site);
    this.#byKey.set(site.keyHash, site);
  }
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/** A key has 256 random bits: nobody finds it by trying, with or without a slow hash. */
function hashOf(key: string): Uuid {
  return deriveId('room site key', key);
}

function checkName(wanted: string): string {
  const name = tidyName(wanted);
  if (name !== '' && !isInvisibleIn(name)) return name;
  throw invalidParams(`name is ${JSON.stringify(wanted)}; 1 to 63 characters that can be seen are needed`);
}

/** The address as it will be kept: without a user or password, which the outbox would show. Raises invalid_params. */
export function checkNoticesUrl(text: string): string {
  if (text === '') return '';
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hash === '') return url.href;
  throw invalidParams('url is no address such as https://rooms.example/notices, without a user, a password and a fragment');
}
