import type { Job } from '@scrip/database';
import { nameKey } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { nameProblem } from '../directory/rules.ts';
import { gridInUse, unknownRealm } from '../errors.ts';
import { isNetwork, networks } from './networks.ts';
import type { GridRow, GridStore } from './store.ts';

/** A world whose objects call here. */
export interface Grid {
  readonly name: string;
  /** What `X-SecondLife-Shard` says there. */
  readonly shard: string;
  /** Where its simulators call from: addresses and networks, such as `10.1.0.0/16`. */
  readonly networks: readonly string[];
  /** How avatars of it are kept: empty for the server's own grid, which is the first that was added. */
  readonly realm: string;
  /** When one of its objects was heard last, to half a minute. */
  readonly heardAt: Date | undefined;
}

interface Known extends Grid {
  readonly key: string;
  readonly has: (source: string) => boolean;
}

/** An object was heard so lately that its grid counts as connected. */
const CONNECTED_ms = 120_000;
const LOOK_ms = 1_000;
export const MAX_NETWORKS = 100;

/** The grids that the server serves, all of them in memory. */
export class Grids {
  readonly #store: GridStore;
  #known: readonly Known[] = [];
  #isRead = false;
  /** By their keys, on the process' own clock. */
  readonly #heardAt_ms = new Map<string, number>();
  readonly #unwritten = new Set<string>();

  constructor(store: GridStore) {
    this.#store = store;
  }

  /** What is done beside the calls: hearing of what other servers changed, and telling them which grids were heard. */
  get job(): Job {
    return { name: 'look after the grids', every_ms: LOOK_ms, run: () => this.look() };
  }

  async look(): Promise<void> {
    const heard = [...this.#unwritten];
    this.#unwritten.clear();
    if (heard.length > 0) await this.#store.heard(heard);
    await this.#load();
  }

  /** The realm of a grid's avatars. Raises general.unknown_realm. */
  async realm(name: string): Promise<string> {
    const key = nameKey(name);
    const find = () => this.#known.find((grid) => grid.key === key)?.realm;
    const realm = find() ?? (await this.#load(), find());
    if (realm !== undefined) return realm;
    throw unknownRealm(`no grid is called ${JSON.stringify(name.slice(0, 63))}; leave the realm empty for this one`);
  }

  /** The grid that may say so: it has this shard, and its simulators call from there. */
  async trusted(shard: string, source: string): Promise<Grid | undefined> {
    // What was never read is read once; what changes later comes by the job.
    if (!this.#isRead) await this.#load();
    return this.#known.find((grid) => grid.shard === shard && grid.has(source));
  }

  /** The grid whose avatars are kept under this realm. */
  ofRealm(realm: string): Grid | undefined {
    return this.#known.find((grid) => grid.realm === realm);
  }

  heard({ name }: Grid): void {
    const key = nameKey(name);
    this.#heardAt_ms.set(key, performance.now());
    this.#unwritten.add(key);
  }

  /** Whether an object of any grid was heard within two minutes, by any server. */
  isConnected(): boolean {
    const now_ms = performance.now();
    for (const at_ms of this.#heardAt_ms.values()) if (now_ms - at_ms < CONNECTED_ms) return true;
    return this.#known.some(({ heardAt }) => heardAt !== undefined && Date.now() - heardAt.getTime() < CONNECTED_ms);
  }

  async list(): Promise<readonly Grid[]> {
    await this.#load();
    return this.#known;
  }

  /** Adds a grid, or changes one. Raises invalid_params. */
  async set(name: string, shard: string, nets: readonly string[]): Promise<void> {
    const problem = nameProblem(name);
    if (problem) throw invalidParams(`${JSON.stringify(name.slice(0, 63))} can not be a grid's name: ${problem}`);
    const wrong = nets.find((net) => !isNetwork(net));
    if (wrong !== undefined) {
      throw invalidParams(
        `networks: ${JSON.stringify(wrong.slice(0, 60))} is no network; an address, or one such as 10.1.0.0/16, is needed`,
      );
    }
    await this.#store.set(name, nameKey(name), shard, nets);
    await this.#load();
  }

  /** Raises general.unknown_realm, and general.grid_in_use where avatars are of it. */
  async remove(name: string): Promise<void> {
    await this.realm(name);
    if (!(await this.#store.remove(nameKey(name)))) throw gridInUse(`avatars of ${JSON.stringify(name.slice(0, 63))} are registered here`);
    await this.#load();
  }

  async #load(): Promise<void> {
    this.#known = (await this.#store.all()).map(knownOf);
    this.#isRead = true;
  }
}

function knownOf({ name, name_key: key, shard, networks: nets, home, heard_at: heardAt }: GridRow): Known {
  return { name, key, shard, networks: nets, realm: home ? '' : key, heardAt: heardAt ?? undefined, has: networks(nets) };
}
