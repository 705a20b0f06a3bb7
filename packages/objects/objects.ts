import type { Avatars } from '@scrip/avatars';
import {
  type Capabilities,
  type Capability,
  type Chain,
  chainOf,
  forbidden,
  isLimited,
  type Limits,
  type MasterKey,
} from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import { type AvatarKey, type Clock, isUuid, type Page, type Uuid } from '@scrip/kernel';
import type { InWorldObject } from '@scrip/rpc';
import { KnownObjects } from './enrolment/known.ts';
import type { Enrolled } from './enrolment/model.ts';
import { ObjectStore } from './enrolment/store.ts';
import { unknownObject } from './errors.ts';
import { OBJECT } from './kinds.ts';
import { FirstReplies } from './replies/replies.ts';
import { FirstReplyStore } from './replies/store.ts';

/** What a simulator says of an object in its headers; empty where it says nothing. */
export interface Claim {
  readonly shard: string;
  readonly objectKey: string;
  readonly ownerKey: string;
}

export interface EnrolOrder {
  /** On which it is enrolled; it ends where that is revoked. */
  readonly login: Capability;
  readonly key: Uuid;
  readonly name: string;
  readonly limits: Limits;
  /** Undefined: until it is revoked. */
  readonly validForSecs: number | undefined;
  /** Where the object itself asks. */
  readonly object: InWorldObject | undefined;
}

const CHANGES_ms = 500;
const PURGE_ms = 60_000;
const UNTIL_REVOKED_s = Number.MAX_SAFE_INTEGER;

/** The in-world objects that call: who they are, and what they may. See docs/decisions/relay.md. */
export class Objects {
  readonly avatars: Avatars;
  readonly capabilities: Capabilities;
  readonly replies: FirstReplies;
  readonly jobs: readonly Job[];
  readonly #store: ObjectStore;
  readonly #known: KnownObjects;

  constructor(parts: {
    readonly database: Database;
    readonly avatars: Avatars;
    readonly capabilities: Capabilities;
    readonly masterKey: MasterKey;
    readonly clock: Clock;
  }) {
    const { database, avatars, capabilities, masterKey, clock } = parts;
    this.avatars = avatars;
    this.capabilities = capabilities;
    this.replies = new FirstReplies(new FirstReplyStore(database), masterKey);
    this.#store = new ObjectStore(database);
    this.#known = new KnownObjects({ store: this.#store, capabilities, masterKey, clock });
    this.jobs = [
      { name: 'hear of objects that changed', every_ms: CHANGES_ms, run: () => this.#known.hearOfChanges() },
      { name: 'forget the replies of objects', every_ms: PURGE_ms, run: () => this.replies.purge(new Date(clock.now())) },
    ];
  }

  /** Returns the secret that the object signs with. Raises general.object_taken, general.too_many_objects, auth.capability_revoked. */
  async enrol({ login, key, name, limits, validForSecs, object }: EnrolOrder): Promise<string> {
    const owner = login.sub;
    const before = await this.#store.find(key);
    // What the one before gave out ends first: if the server dies in between, the owner enrols it again.
    const takesOver = object !== undefined && !object.isSigned && object.key === key && object.owner === owner;
    if (before && !before.isRevoked && (before.owner === owner || takesOver)) await this.#end(before);
    await this.capabilities.issue({
      kind: OBJECT.name,
      sub: owner,
      grantor: owner,
      limits,
      validForSecs: validForSecs ?? UNTIL_REVOKED_s,
      givenOn: login,
      alongside: (client, root) =>
        this.#store.put(
          client,
          { key, owner, name, limits, root, expiresAt: validForSecs === undefined ? undefined : root.expiresAt },
          takesOver,
        ),
    });
    await this.#known.reread(key);
    return this.#known.secretOf(await this.#own(key, owner));
  }

  /** Those of an owner that are not revoked, the newest first. */
  list(owner: AvatarKey, page: Page): Promise<Enrolled[]> {
    return this.#store.list(owner, page);
  }

  /** Returns the new secret; the one before is worth nothing from then on, in every server within a second. Raises general.unknown_object. */
  async rotate(owner: AvatarKey, key: Uuid): Promise<string> {
    const generation = await this.#store.rotate(key, owner);
    if (generation === undefined) throw unknown(key);
    await this.#known.reread(key);
    return this.#known.secretOf({ key, owner, generation });
  }

  /** Ends an object, with all capabilities that it was given. Raises general.unknown_object. */
  async revoke(owner: AvatarKey, key: Uuid): Promise<void> {
    const object = await this.#store.find(key);
    if (object?.owner !== owner) throw unknown(key);
    await this.#end(object);
  }

  /** Lets an object hand over payouts and tell of deposits, or no longer: in every server within a second. Raises general.unknown_object. */
  async setDispenser(key: Uuid, isDispenser: boolean): Promise<void> {
    if (!(await this.#store.setDispenser(key, isDispenser))) {
      throw unknownObject(`no object of the key ${JSON.stringify(key.slice(0, 36))} is enrolled`);
    }
    await this.#known.reread(key);
  }

  /** What a dispenser moves money on: it ends with its enrolment. Undefined where the object is none. */
  async dispenserChain(key: Uuid): Promise<Chain | undefined> {
    const object = await this.#known.find(key);
    return object?.isDispenser ? chainOf({ akey: object.owner, login: object.root, via: 'own' }) : undefined;
  }

  /**
   * An object that signs, and its secret; undefined where it is not enrolled, or no longer. It is as it was within the last second, or at
   * a later moment of the process' own clock.
   */
  async enrolled(
    key: string,
    asOf_ms?: number,
  ): Promise<{ readonly owner: AvatarKey; readonly realm: string; readonly secret: string } | undefined> {
    const object = isUuid(key) ? await this.#known.find(key.toLowerCase(), asOf_ms) : undefined;
    if (!object) return undefined;
    const avatar = await this.avatars.find(object.owner);
    return { owner: object.owner, realm: avatar?.realm ?? '', secret: this.#known.secretOf(object) };
  }

  /** The object that a simulator speaks for; undefined where it does not call from a grid that is trusted, or names none. */
  async claimed({ shard, objectKey, ownerKey }: Claim, source: string): Promise<Omit<InWorldObject, 'nonce'> | undefined> {
    if (shard === '' || !isUuid(objectKey)) return undefined;
    const grid = await this.avatars.grids.trusted(shard, source);
    if (!grid) return undefined;
    this.avatars.grids.heard(grid);
    const owner = isUuid(ownerKey) ? await this.avatars.findIn(grid.realm, ownerKey) : undefined;
    return { key: objectKey.toLowerCase(), owner: owner?.akey, realm: grid.realm, isSigned: false };
  }

  /** Whether what a simulator says of a signed object is what is known of it: its owner, and the shard of that owner's grid. */
  async fits({ shard, ownerKey }: Claim, { owner, realm }: { readonly owner: AvatarKey; readonly realm: string }): Promise<boolean> {
    const grid = this.avatars.grids.ofRealm(realm);
    if (shard !== '' && grid && grid.shard !== shard) return false;
    if (ownerKey === '') return true;
    const key = ownerKey.toLowerCase();
    return key === owner || key === (await this.avatars.find(owner))?.gridKey;
  }

  /** A signed object of the grid of these avatars was heard. */
  heard(realm: string): void {
    const grid = this.avatars.grids.ofRealm(realm);
    if (grid) this.avatars.grids.heard(grid);
  }

  /**
   * A capability for an enrolled object, within its limits and no longer than it. Raises general.unknown_object; auth.forbidden for
   * anything that limits say nothing about, where it has limits.
   */
  async capabilityFor(key: Uuid, kind: 'login' | 'groups', validForSecs: number): Promise<string> {
    const object = await this.#known.find(key);
    if (!object) throw unknown(key);
    const { owner, limits, root } = object;
    if (kind !== 'login' && isLimited({ limits })) {
      throw forbidden(`the object was enrolled with limits, which a ${kind} capability does not keep; it can have a login`);
    }
    const order = { kind, sub: owner, grantor: owner, limits: kind === 'login' ? limits : {}, validForSecs, parent: root };
    return (await this.capabilities.issue(order)).token;
  }

  async #end({ key, root }: Enrolled): Promise<void> {
    await this.capabilities.revoke({ jti: root.jti }, (client) => this.#store.revoke(client, key));
    await this.#known.reread(key);
  }

  async #own(key: Uuid, owner: AvatarKey): Promise<Enrolled> {
    const object = await this.#store.find(key);
    if (object?.owner !== owner) throw unknown(key);
    return object;
  }
}

function unknown(key: Uuid) {
  return unknownObject(`${JSON.stringify(key.slice(0, 36))} is none of the avatar's enrolled objects`);
}
