import type { Queryable } from '@scrip/database';
import { deriveId, nameKey, newId, type Page, type Uuid } from '@scrip/kernel';
import type { CeilingStore } from '../credits/store.ts';
import { absentCustomer, fullRooms, nicknameTaken } from '../errors.ts';
import { Look } from '../look.ts';
import type { Pulse, PulseStore } from '../pulses/store.ts';
import { Directory, type Guest } from './directory.ts';
import type { Joining, Named, Presence } from './model.ts';
import { checkNickname, formsOf } from './nicknames.ts';
import type { Listed, PresenceStore } from './store.ts';

/** The most customers that one site has in rooms at a time. */
const MAX_CUSTOMERS = 50_000;
/** After a longer pause than that the other servers may have more to tell: nobody is sent out before they had as long for it. */
const LONGEST_PAUSE_ms = 5_000;

/**
 * Who is in which room. Joins and leaves are rows, so that nobody is in a room twice and no nickname is there twice. Signs of life stay in
 * memory, and servers tell each other of them once a second. See docs/decisions/rooms.md.
 */
export class Attendance {
  readonly #store: PresenceStore;
  readonly #pulses: PulseStore;
  readonly #ceilings: CeilingStore;
  readonly #purge_ms: number;
  readonly #pause_ms: number;
  readonly #directory = new Directory();
  readonly #look = new Look(() => this.#hear());
  readonly #startedAt_ms = performance.now();
  /** Whose signs of life the other servers have not been told of. */
  readonly #untold = new Set<bigint>();
  #sharedAt_ms = Number.NEGATIVE_INFINITY;
  #steadySince_ms = Number.POSITIVE_INFINITY;

  constructor(store: PresenceStore, pulses: PulseStore, ceilings: CeilingStore, purge_secs: number) {
    this.#store = store;
    this.#pulses = pulses;
    this.#ceilings = ceilings;
    this.#purge_ms = purge_secs * 1_000;
    this.#pause_ms = Math.min(LONGEST_PAUSE_ms, this.#purge_ms);
  }

  /**
   * The nickname that the room shows. Whoever is there already is renewed. Raises rooms.nickname_taken, rooms.too_many_customers,
   * invalid_params.
   */
  async join(joining: Joining, performerKey: Uuid): Promise<string> {
    const { site, performer, customerId, ipAddress, credits } = joining;
    const wished = checkNickname(joining.nickname);
    const wishedKey = nameKey(wished);
    if (this.#directory.count(site) >= MAX_CUSTOMERS)
      throw fullRooms(`the site has ${MAX_CUSTOMERS} customers in rooms, which is the most`);
    const presence = await this.#store.transaction(async (client) => {
      await this.#store.lockRoom(client, performerKey);
      const known =
        customerId > 0
          ? await this.#store.customer(client, holderOf(site, customerId), performer)
          : await this.#store.guest(client, performer, site, wishedKey, ipAddress);
      const keepsName = known && [known.wishedKey, known.nicknameKey].includes(wishedKey);
      const nickname = keepsName ? known.nickname : await this.#freeNickname(client, joining, wished, known?.id);
      const named = { nickname, nicknameKey: nameKey(nickname), wishedKey: keepsName ? known.wishedKey : wishedKey };
      const holder = customerId > 0 ? holderOf(site, customerId) : newId();
      const joined = known
        ? await this.#store.renew(client, { ...known, ...named }, ipAddress)
        : await this.#store.add(client, { site, performer, ...named, customerId: customerId > 0 ? customerId : null, ipAddress, holder });
      if (credits !== undefined) await this.#ceilings.set(client, joined.holder, credits);
      else if (!known) await this.#ceilings.keep(client, joined);
      return joined;
    });
    this.#directory.put(presence, performance.now());
    this.#untold.add(presence.id);
    return presence.nickname;
  }

  /** Raises rooms.absent, rooms.ambiguous_nickname. */
  async leave(named: Named): Promise<void> {
    const { id } = await this.#get(named);
    const left = await this.#store.leave(id);
    this.#directory.remove(id);
    if (!left) throw absent(named);
  }

  /**
   * A sign of life. Just after a start, whoever is not known joins: the start may have lost them. Raises rooms.absent,
   * rooms.ambiguous_nickname.
   */
  async ping(named: Named, performerKey: () => Promise<Uuid>): Promise<void> {
    const here = this.#directory.find(named) ?? (await this.#lookFor(named));
    if (here) return this.#heard(here);
    if (performance.now() - this.#startedAt_ms >= this.#purge_ms) throw absent(named);
    await this.join({ ...named, ipAddress: '', credits: undefined }, await performerKey());
  }

  /** Whoever it is, after a sign of life. Raises rooms.absent, rooms.ambiguous_nickname. */
  async active(named: Named): Promise<Presence> {
    const guest = this.#directory.find(named) ?? (await this.#lookFor(named));
    if (!guest) throw absent(named);
    this.#heard(guest);
    return guest.presence;
  }

  /** A sign of life of a registered customer, in all rooms. */
  heardOf(site: Uuid, customerId: number): void {
    for (const guest of this.#directory.customer(site, customerId)) this.#heard(guest);
  }

  list(performer: number, page: Page): Promise<Listed[]> {
    return this.#store.list(performer, page);
  }

  /** Tells and hears what changed, and sends out whoever was silent for too long: a job of each server. */
  async share(): Promise<void> {
    const startedAt_ms = performance.now();
    const before_ms = this.#sharedAt_ms;
    await this.#tell();
    await this.#look.fresh();
    this.#sharedAt_ms = startedAt_ms;
    if (startedAt_ms - before_ms > this.#pause_ms) this.#steadySince_ms = startedAt_ms;
    // What others heard until the last round has been told by now.
    if (startedAt_ms - this.#steadySince_ms >= this.#pause_ms) await this.#purge(before_ms - this.#purge_ms);
  }

  /** Forgets those who left, and ceilings of nobody. */
  async forget(): Promise<void> {
    await this.#store.forget();
    await this.#ceilings.forget();
  }

  async #get(named: Named): Promise<Presence> {
    const guest = this.#directory.find(named) ?? (await this.#lookFor(named));
    if (!guest) throw absent(named);
    return guest.presence;
  }

  /** Another server may have let them in just now. */
  async #lookFor(named: Named): Promise<Guest | undefined> {
    await this.#look.fresh();
    return this.#directory.find(named);
  }

  #heard(guest: Guest): void {
    guest.seen_ms = performance.now();
    this.#untold.add(guest.presence.id);
  }

  async #freeNickname(client: Queryable, joining: Joining, wished: string, own = -1n): Promise<string> {
    const { performer, customerId, ipAddress } = joining;
    const forms = formsOf(wished, `${customerId} ${ipAddress}`);
    const place = await this.#store.freeNickname(client, performer, forms.map(nameKey), own);
    const free = place === undefined ? undefined : forms[place];
    if (free === undefined)
      throw nicknameTaken(`${JSON.stringify(wished)} is taken in this room, and so are forms of it; choose another one`);
    return free;
  }

  async #tell(): Promise<void> {
    const ids = [...this.#untold].filter((id) => this.#directory.byId(id));
    this.#untold.clear();
    if (ids.length === 0) return;
    try {
      await this.#pulses.tell(ids);
    } catch (error) {
      for (const id of ids) this.#untold.add(id);
      throw error;
    }
  }

  async #hear(): Promise<void> {
    const now_ms = performance.now();
    for (const { gone, ...presence } of await this.#store.changed()) {
      if (gone) this.#directory.remove(presence.id);
      else this.#directory.put(presence, now_ms);
    }
    for (const pulse of await this.#pulses.hear()) this.#note(pulse, performance.now());
  }

  #note({ seen, age_ms }: Pulse, now_ms: number): void {
    for (const id of seen) {
      const guest = this.#directory.byId(id);
      if (guest) guest.seen_ms = Math.max(guest.seen_ms, now_ms - age_ms);
    }
  }

  async #purge(silentSince_ms: number): Promise<void> {
    const silent: bigint[] = [];
    for (const { presence, seen_ms } of this.#directory.all) if (seen_ms < silentSince_ms) silent.push(presence.id);
    if (silent.length === 0) return;
    await this.#store.purge(silent);
    // Those too whose rows are gone long since: a server that was cut off may not have heard.
    for (const id of silent) this.#directory.remove(id);
  }
}

/** A registered customer has one ceiling for all rooms of a site. */
export function holderOf(site: Uuid, customerId: number): Uuid {
  return deriveId('room customer', site, String(customerId));
}

function absent({ nickname, performer }: Named) {
  return absentCustomer(`${JSON.stringify(nickname.slice(0, 63))} is not in the room of ${performer}`);
}
