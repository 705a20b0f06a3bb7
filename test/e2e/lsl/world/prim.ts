import { randomUUID } from 'node:crypto';
import { integer, key, string } from '../values.ts';
import { Inventory, type Item } from './inventory.ts';
import { LinksetData } from './linkset-data.ts';
import { Resident } from './resident.ts';
import type { Housing, Surroundings } from './surroundings.ts';

/** Something said: on a channel, 0 being what everybody near hears; to the owner alone; or to an avatar or object by key. */
export interface Said {
  readonly to: number | 'owner' | string;
  readonly text: string;
}

/** A link message. */
export interface Linked {
  readonly number: number;
  readonly text: string;
  readonly id: string;
}

const CHANGED_INVENTORY = 0x1;
const CHANGED_OWNER = 0x80;

/** An object in-world with scripts in it. What tests read of it is what people see or hear of it. */
export class Prim implements Housing {
  readonly world: Surroundings;
  readonly said: Said[] = [];
  readonly inventory = new Inventory();
  readonly linksetData = new LinksetData();
  name: string;
  description = '';
  floatingText = '';
  texture = '';
  payPrices: readonly number[] = [];
  /** When its scripts sent requests, in the world's seconds. */
  requests: readonly number[] = [];
  /** All link messages that there were. */
  readonly linked: Linked[] = [];
  #key = randomUUID() as string;
  #owner: string;
  #scripts: Resident[] = [];

  constructor(world: Surroundings, owner: string, name: string) {
    this.world = world;
    this.#owner = owner;
    this.name = name;
  }

  get key(): string {
    return this.#key;
  }

  get owner(): string {
    return this.#owner;
  }

  get scripts(): readonly Resident[] {
    return this.#scripts;
  }

  /** Puts a script into it, which starts, in the place of one of the same name. Raises ScriptError for what is no script. */
  addScript(name: string, source: string): void {
    this.#scripts.find((script) => script.name === name)?.stop();
    this.#scripts = this.#scripts.filter((script) => script.name !== name);
    this.#scripts.push(new Resident(this.world, this, name, source));
  }

  /** Puts a notecard or a thing into it, in the place of one of the same name. */
  addItem(item: Item): void {
    this.inventory.put(item);
    this.#change(CHANGED_INVENTORY);
  }

  /** Somebody touches it. */
  touch(akey: string): void {
    for (const script of this.#scripts) script.enqueue('touch_start', [integer(1)], akey);
  }

  /** It is taken and put into the world once more: a new key, and everything else as it was. */
  rez(): void {
    this.#key = randomUUID();
    for (const script of this.#scripts) script.enqueue('on_rez', [integer(0)]);
  }

  /** Another avatar gets it where it stands. */
  sell(owner: string): void {
    this.#owner = owner;
    this.#change(CHANGED_OWNER);
  }

  /** Somebody resets the scripts by hand, or just the one of this name. */
  reset(name?: string): void {
    for (const script of this.#scripts) if (name === undefined || script.name === name) script.reset();
  }

  /** A link message to everything in the prim, also to the script that sent it. */
  link(number: number, text: string, id: string): void {
    this.linked.push({ number, text, id });
    for (const script of this.#scripts) script.enqueue('link_message', [integer(0), integer(number), string(text), key(id)]);
  }

  say(to: Said['to'], text: string): void {
    this.said.push({ to, text });
  }

  #change(what: number): void {
    for (const script of this.#scripts) script.enqueue('changed', [integer(what)]);
  }
}
