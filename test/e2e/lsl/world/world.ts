import { integer, key, string } from '../values.ts';
import { Dialogs } from './dialogs.ts';
import { Events } from './events.ts';
import type { Given } from './inventory.ts';
import { Money } from './money.ts';
import { Prim } from './prim.ts';
import type { Housing, Surroundings } from './surroundings.ts';
import { Timeline } from './timeline.ts';
import { Web } from './web.ts';

/** A part of a grid: avatars, objects, a simulator that runs their scripts, and its own time and money. */
export class World implements Surroundings {
  readonly timeline = new Timeline();
  readonly events = new Events(this.timeline);
  readonly dialogs = new Dialogs();
  readonly money = new Money();
  readonly web: Web;
  readonly given: Given[] = [];
  readonly region = 'Kinda';
  /** Servers run by the real time, so scripts get that one when they ask for the date. A test may set it wrong. */
  unixTime_s = (): number => Math.floor(Date.now() / 1_000);
  readonly #names = new Map<string, string>();
  readonly #prims: Prim[] = [];

  constructor({ shard = 'Demo' } = {}) {
    this.web = new Web(this.timeline, shard);
  }

  /** `money`: what the avatar has in-world. */
  addAvatar({ akey, name }: { readonly akey: string; readonly name: string }, money = 0): void {
    this.#names.set(akey, name);
    this.money.balances.set(akey, money);
  }

  /** Empty for somebody who is not there. */
  nameOf(akey: string): string {
    return this.#names.get(akey) ?? '';
  }

  rez(owner: string, name = 'Object'): Prim {
    const prim = new Prim(this, owner, name);
    this.#prims.push(prim);
    return prim;
  }

  pay(akey: string, prim: Housing, amount: number): void {
    if (!prim.scripts.some((script) => script.handles('money'))) throw new Error('the object takes no money');
    this.money.move(akey, prim.owner, amount);
    for (const script of prim.scripts) script.enqueue('money', [key(akey), integer(amount)]);
  }

  /** Somebody speaks, an avatar or an object; who speaks does not hear it. `only`: the key of who may hear it. */
  speak(from: { readonly key: string; readonly name: string }, channel: number, text: string, only?: string): void {
    for (const prim of this.#prims) {
      if (prim.key === from.key || (only !== undefined && prim.key !== only)) continue;
      for (const script of prim.scripts) {
        const hears = [...script.listens.values()].some(
          (listen) =>
            listen.active &&
            listen.channel === channel &&
            ['', from.name].includes(listen.name) &&
            ['', from.key].includes(listen.id) &&
            ['', text].includes(listen.message),
        );
        if (hears) script.enqueue('listen', [integer(channel), string(from.name), key(from.key), string(text)]);
      }
    }
  }

  say(akey: string, channel: number, text: string): void {
    this.speak({ key: akey, name: this.nameOf(akey) }, channel, text);
  }

  settle(): Promise<void> {
    return this.events.settle();
  }

  async pass(seconds: number): Promise<void> {
    const { timeline } = this;
    const until_s = timeline.now_s + seconds;
    await this.settle();
    while (timeline.next_s !== undefined && timeline.next_s <= until_s) {
      timeline.advanceTo(timeline.next_s);
      await this.settle();
    }
    timeline.advanceTo(until_s);
  }
}
