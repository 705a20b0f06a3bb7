import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Clock, Uuid } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import type { Enrolled } from './model.ts';
import type { ObjectStore } from './store.ts';

/** The promise: what an owner changes about an object counts within this time in every server process. */
const PROMISE_ms = 1_000;
const REMEMBERED = 20_000;

interface Remembered {
  readonly object: Enrolled | undefined;
  readonly readAt_ms: number;
}

/** The enrolled objects that this process has met, as they are now, and their secrets. */
export class KnownObjects {
  readonly #store: ObjectStore;
  readonly #capabilities: Pick<Capabilities, 'isGood'>;
  readonly #masterKey: Pick<MasterKey, 'mac'>;
  readonly #clock: Clock;
  readonly #objects = new LRUCache<Uuid, Remembered>({ max: REMEMBERED });
  /** When the newest finished look for changes began, on the process' own clock. */
  #freshAsOf_ms = Number.NEGATIVE_INFINITY;

  constructor(parts: {
    readonly store: ObjectStore;
    readonly capabilities: Pick<Capabilities, 'isGood'>;
    readonly masterKey: Pick<MasterKey, 'mac'>;
    readonly clock: Clock;
  }) {
    this.#store = parts.store;
    this.#capabilities = parts.capabilities;
    this.#masterKey = parts.masterKey;
    this.#clock = parts.clock;
  }

  /**
   * Undefined where nobody has enrolled it, it was revoked, its time is over, or what it was enrolled on was revoked. It is as it
   * was within the last second, or at a later moment of the process' own clock.
   */
  async find(key: Uuid, asOf_ms = performance.now() - PROMISE_ms): Promise<Enrolled | undefined> {
    const object = await this.#current(key, asOf_ms);
    if (!object || object.isRevoked) return undefined;
    if (object.expiresAt && object.expiresAt.getTime() <= this.#clock.now()) return undefined;
    return (await this.#capabilities.isGood(object.root)) ? object : undefined;
  }

  /**
   * The secret of an object: 43 characters, worked out of the master key. So no copy of the database holds it, and another generation
   * is another secret.
   */
  secretOf({ key, owner, generation }: Pick<Enrolled, 'key' | 'owner' | 'generation'>): string {
    return this.#masterKey.mac('object-secret', `${key} ${owner} ${generation}`).toString('base64url');
  }

  /** After a change of this process' own: what a look for changes had read before it does not count any more. */
  async reread(key: Uuid): Promise<void> {
    await this.#current(key, performance.now());
  }

  /** Hears of what other servers have changed. */
  async hearOfChanges(): Promise<void> {
    const startedAt_ms = performance.now();
    for (const object of await this.#store.changed()) this.#remember(object.key, object, startedAt_ms);
    this.#freshAsOf_ms = startedAt_ms;
  }

  async #current(key: Uuid, asOf_ms: number): Promise<Enrolled | undefined> {
    const known = this.#objects.get(key);
    if (known && Math.max(known.readAt_ms, this.#freshAsOf_ms) >= asOf_ms) return known.object;
    const startedAt_ms = performance.now();
    const object = await this.#store.find(key);
    this.#remember(key, object, startedAt_ms);
    return object;
  }

  /** What was read later stays. */
  #remember(key: Uuid, object: Enrolled | undefined, readAt_ms: number): void {
    const known = this.#objects.get(key);
    if (!known || known.readAt_ms <= readAt_ms) this.#objects.set(key, { object, readAt_ms });
  }
}
