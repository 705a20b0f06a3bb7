import type { Outcome } from '../../testkit/transports.ts';
import { Learned } from './values.ts';

/** What is random by its nature: UUIDs, alone, in cursors and without dashes, capabilities, login challenges, codes of gift cards. */
const RANDOM =
  /\b\d{16}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){6}\b|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\beyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}|\b[0-9a-f]{40}\b|\b[0-9a-f]{32}\b/g;

/** What else the worlds can not agree on: which parts of a result are looked at, where it is not all of it. */
const COMPARED: Readonly<Record<string, (result: never) => unknown>> = {
  // The seals are made beside the calls, and hash random ids.
  'operator.verifyChain': ({ ok, first_bad }: { ok: boolean; first_bad: string }) => ({ ok, first_bad }),
  // Addresses and moments differ.
  'operator.log': (items: readonly { method: string; outcome: string }[]) => items.map(({ method, outcome }) => [method, outcome]),
  // Random keys.
  'operator.addRoomSite': (key: string) => typeof key,
  'operator.addStudio': (token: string) => typeof token,
  // The time.
  'studio.initialiseSdk': ({ pkgname, hashkey }: { pkgname: string; hashkey: string }) => ({ pkgname, hashkey }),
  'operator.rotateRoomSite': (key: string) => typeof key,
  // The hash of a random key.
  'operator.rotateKey': (kid: string) => typeof kid,
};

/** One world's random ids, each under the number of its first appearance there. */
export class Ids {
  readonly #places = new Map<string, number>();
  readonly #given = new Map<string, string[]>();

  /** An outcome as a text in which each id is its number. Where two worlds tell the same, the texts are the same. */
  canonical(procedure: string, outcome: Outcome): string {
    const compared = COMPARED[procedure];
    const told = compared && 'result' in outcome ? { result: compared(outcome.result as never) } : outcome;
    const text = JSON.stringify(told, sortMembers);
    if ('result' in outcome) this.#given.set(procedure, [...(this.#given.get(procedure) ?? []), ...(text.match(RANDOM) ?? [])]);
    return text.replace(RANDOM, (id) => `<id ${this.#placeOf(id)}>`);
  }

  /** With the ids themselves where the value holds places of ids; empty where there is none yet. */
  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.resolve(one));
    if (!(value instanceof Learned)) return value;
    const given = value.from.flatMap((procedure) => this.#given.get(procedure) ?? []);
    return given[value.place % given.length] ?? '';
  }

  #placeOf(id: string): number {
    const place = this.#places.get(id) ?? this.#places.size;
    this.#places.set(id, place);
    return place;
  }
}

/** Members of a struct have no order. */
function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = Object.create(null);
  for (const [name, member] of members) sorted[name] = member;
  return sorted;
}
