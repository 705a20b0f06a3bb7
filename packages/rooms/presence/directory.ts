import { nameKey, type Uuid } from '@scrip/kernel';
import { ambiguousNickname } from '../errors.ts';
import type { Named, Presence } from './model.ts';

/** Somebody in a room as this process knows them. */
export interface Guest {
  readonly presence: Presence;
  /** On this process' own clock: when the last sign of life came, to whichever server. */
  seen_ms: number;
}

/** Of one room: by what is shown, and by what was wished for where that is something else. */
interface Room {
  readonly shown: Map<string, Guest>;
  readonly wished: Map<string, Set<Guest>>;
}

/** Who is in which room, in memory: a ping is answered from here alone. */
export class Directory {
  readonly #byId = new Map<bigint, Guest>();
  readonly #rooms = new Map<number, Room>();
  /** Registered customers by site and number, with all rooms that they are in. */
  readonly #customers = new Map<string, Set<Guest>>();
  readonly #counts = new Map<Uuid, number>();

  get all(): Iterable<Guest> {
    return this.#byId.values();
  }

  byId(id: bigint): Guest | undefined {
    return this.#byId.get(id);
  }

  /** How many customers of the site are in rooms. */
  count(site: Uuid): number {
    return this.#counts.get(site) ?? 0;
  }

  /** All rooms of a registered customer. */
  customer(site: Uuid, customerId: number): Iterable<Guest> {
    return this.#customers.get(customerKey(site, customerId)) ?? [];
  }

  /**
   * A registered customer is found by number. Others are found by the nickname that is shown, and by the one that they asked for. Raises
   * rooms.ambiguous_nickname.
   */
  find({ site, performer, customerId, nickname }: Named): Guest | undefined {
    if (customerId > 0) {
      for (const guest of this.customer(site, customerId)) if (guest.presence.performer === performer) return guest;
    }
    const room = this.#rooms.get(performer);
    if (!room) return undefined;
    const fits = ({ presence }: Guest) => presence.site === site && (customerId === 0 || presence.customerId === null);
    const key = nameKey(nickname);
    const shown = room.shown.get(key);
    if (shown && fits(shown)) return shown;
    const [first, second] = [...(room.wished.get(key) ?? [])].filter(fits);
    if (second) throw ambiguousNickname(`several customers joined this room as ${JSON.stringify(nickname.slice(0, 63))}`);
    return first;
  }

  put(presence: Presence, seen_ms: number): void {
    const known = this.#byId.get(presence.id);
    this.remove(presence.id);
    const guest = { presence, seen_ms: Math.max(seen_ms, known?.seen_ms ?? seen_ms) };
    const { id, site, performer, nicknameKey, wishedKey, customerId } = presence;
    this.#byId.set(id, guest);
    this.#counts.set(site, this.count(site) + 1);
    const room = this.#rooms.get(performer) ?? { shown: new Map(), wished: new Map() };
    this.#rooms.set(performer, room);
    room.shown.set(nicknameKey, guest);
    if (wishedKey !== nicknameKey) addTo(room.wished, wishedKey, guest);
    if (customerId !== null) addTo(this.#customers, customerKey(site, customerId), guest);
  }

  remove(id: bigint): void {
    const guest = this.#byId.get(id);
    if (!guest) return;
    const { site, performer, nicknameKey, wishedKey, customerId } = guest.presence;
    this.#byId.delete(id);
    const left = this.count(site) - 1;
    if (left > 0) this.#counts.set(site, left);
    else this.#counts.delete(site);
    const room = this.#rooms.get(performer);
    // Somebody else may have the nickname by now.
    if (room?.shown.get(nicknameKey) === guest) room.shown.delete(nicknameKey);
    if (room) takeFrom(room.wished, wishedKey, guest);
    if (room?.shown.size === 0) this.#rooms.delete(performer);
    if (customerId !== null) takeFrom(this.#customers, customerKey(site, customerId), guest);
  }
}

function customerKey(site: Uuid, customerId: number): string {
  return `${site} ${customerId}`;
}

function addTo(map: Map<string, Set<Guest>>, key: string, guest: Guest): void {
  const known = map.get(key);
  if (known) known.add(guest);
  else map.set(key, new Set([guest]));
}

function takeFrom(map: Map<string, Set<Guest>>, key: string, guest: Guest): void {
  const known = map.get(key);
  known?.delete(guest);
  if (known?.size === 0) map.delete(key);
}
