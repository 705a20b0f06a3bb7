import { type Builtin, builtin, LISTS } from './library.ts';
import { parse } from './parser.ts';
import { Script } from './script.ts';
import { integer, key, string, type Value } from './values.ts';

/** Something said in chat: on a channel, 0 being what everybody near hears, or to the owner alone. */
export interface Said {
  readonly to: number | 'owner';
  readonly text: string;
}

/** What stands beside the scripts and is none: hears link messages, and may answer later. */
export type Listener = (number: number, text: string, id: string) => Promise<void> | undefined;

interface Event {
  readonly script: Script;
  readonly name: string;
  readonly args: readonly Value[];
  /** Key of who touched it. */
  readonly by: string;
}

/** Ends a handler at once. */
class Reset extends Error {}

/** An object in-world with scripts in it. Nothing in it waits: a script that sleeps goes on at once. */
export class Prim {
  readonly said: Said[] = [];
  readonly #owner: string;
  readonly #nameOf: (akey: string) => string;
  readonly #scripts: Script[] = [];
  readonly #listeners: Listener[] = [];
  readonly #answers = new Set<Promise<void>>();
  #events: Event[] = [];
  #toucher = '';

  /** `owner`: an avatar's key. `nameOf`: the names of avatars that are near, by key, and empty for others. */
  constructor(owner: string, nameOf: (akey: string) => string) {
    this.#owner = owner;
    this.#nameOf = nameOf;
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Puts a script into it, which starts. Raises ScriptError for what is no script. */
  add(name: string, source: string): void {
    const script = new Script(parse(source), { ...LISTS, ...this.#surroundings(name) });
    this.#scripts.push(script);
    this.#enqueue(script, 'state_entry', []);
  }

  /** Somebody touches it. */
  touch(akey: string): void {
    for (const script of this.#scripts) this.#enqueue(script, 'touch_start', [integer(1)], akey);
  }

  /** It is put into the world once more. */
  rez(): void {
    for (const script of this.#scripts) this.#enqueue(script, 'on_rez', [integer(0)]);
  }

  /** A link message to everything in the prim, also to the script that sent it. */
  link(number: number, text: string, id: string): void {
    for (const script of this.#scripts) this.#enqueue(script, 'link_message', [integer(0), integer(number), string(text), key(id)]);
    for (const listener of this.#listeners) {
      const answer = listener(number, text, id)?.finally(() => this.#answers.delete(answer as Promise<void>));
      if (answer) this.#answers.add(answer);
    }
  }

  /** Lets everything happen that is to happen, answers included. Raises ScriptError. */
  async settle(): Promise<void> {
    while (this.#events.length > 0 || this.#answers.size > 0) {
      for (let event = this.#events.shift(); event; event = this.#events.shift()) this.#run(event);
      await Promise.all(this.#answers);
    }
  }

  #enqueue(script: Script, name: string, args: readonly Value[], by = ''): void {
    if (script.handles(name)) this.#events.push({ script, name, args, by });
  }

  #run({ script, name, args, by }: Event): void {
    this.#toucher = by;
    try {
      script.fire(name, args);
    } catch (error) {
      if (!(error instanceof Reset)) throw error;
      script.reset();
      this.#events = this.#events.filter((event) => event.script !== script);
      this.#enqueue(script, 'state_entry', []);
    }
  }

  #surroundings(scriptName: string): Record<string, Builtin> {
    const say = (to: Said['to'], text: string) => {
      this.said.push({ to, text });
      return undefined;
    };
    return {
      llSay: builtin(['integer', 'string'], say),
      llOwnerSay: builtin(['string'], (text) => say('owner', text)),
      llGetScriptName: builtin([], () => string(scriptName)),
      llGetOwner: builtin([], () => key(this.#owner)),
      llKey2Name: builtin(['key'], (akey) => string(this.#nameOf(akey))),
      llDetectedKey: builtin(['integer'], (index) => key(index === 0 ? this.#toucher : '')),
      llSleep: builtin(['float'], () => undefined),
      llResetScript: builtin([], () => {
        throw new Reset();
      }),
      llMessageLinked: builtin(['integer', 'integer', 'string', 'key'], (_to, number, text, id) => {
        this.link(number, text, id);
        return undefined;
      }),
    };
  }
}
