import type { Value } from '../values.ts';
import type { Dialogs } from './dialogs.ts';
import type { Events } from './events.ts';
import type { Given, Inventory } from './inventory.ts';
import type { LinksetData } from './linkset-data.ts';
import type { Money } from './money.ts';
import type { Timeline } from './timeline.ts';
import type { Web } from './web.ts';

// What the functions of a script can see and do: in the script itself, in its object, and in the world.

export interface Listen {
  readonly channel: number;
  /** Empty: of anybody. */
  readonly name: string;
  readonly id: string;
  /** Empty: whatever is said. */
  readonly message: string;
  active: boolean;
}

export interface Host {
  readonly world: Surroundings;
  readonly prim: Housing;
  readonly name: string;
  /** Bytes. */
  readonly memory: number;
  readonly listens: Map<number, Listen>;
  /** llGetTime counts from here. */
  epoch_s: number;
  mayDebit: boolean;
  handles(event: string): boolean;
  enqueue(event: string, args?: readonly Value[]): void;
  sleep(seconds: number): void;
  setTimer(seconds: number): void;
  listen(listen: Listen): number;
}

export interface Housing {
  readonly key: string;
  readonly owner: string;
  readonly inventory: Inventory;
  readonly linksetData: LinksetData;
  readonly scripts: readonly Pick<Host, 'name' | 'enqueue' | 'handles'>[];
  name: string;
  description: string;
  floatingText: string;
  texture: string;
  payPrices: readonly number[];
  /** When its scripts sent requests, in the world's seconds. */
  requests: readonly number[];
  link(number: number, text: string, id: string): void;
  say(to: number | 'owner' | string, text: string): void;
}

export interface Surroundings {
  readonly timeline: Timeline;
  readonly events: Events;
  readonly dialogs: Dialogs;
  readonly money: Money;
  readonly web: Web;
  readonly given: Given[];
  readonly region: string;
  unixTime_s: () => number;
  nameOf(akey: string): string;
  speak(from: { readonly key: string; readonly name: string }, channel: number, text: string, only?: string): void;
  /** An avatar says something near all objects. */
  say(akey: string, channel: number, text: string): void;
  /** An avatar pays into an object, whose owner gets it. */
  pay(akey: string, prim: Housing, amount: number): void;
  /** Lets everything happen that is to happen now, replies of servers included. Raises ScriptError. */
  settle(): Promise<void>;
  /** Lets time pass, and everything happen that falls into it. Raises ScriptError. */
  pass(seconds: number): Promise<void>;
}
