import { MEMORY_LIMIT } from '../memory.ts';
import type { Script } from '../script.ts';
import { ScriptError } from '../tokens.ts';
import type { Value } from '../values.ts';
import type { Timeline } from './timeline.ts';

/** Ends a handler at once; the script starts anew. */
export class Reset extends Error {}

/** A script that events happen to. */
export interface Handler {
  readonly name: string;
  readonly running: Script;
  readonly asleepUntil_s: number;
  changeState(state: string): void;
  reset(): void;
}

interface Event {
  readonly script: Handler;
  readonly name: string;
  readonly args: readonly Value[];
  /** Key of who touched the object, of which llDetectedKey tells. */
  readonly by: string;
}

/** As many events wait for a script; further ones are lost, as in-world. */
const MAX_WAITING = 64;

/** What waits for scripts, and what it is that they still wait for: replies of servers, which are real. */
export class Events {
  readonly #timeline: Timeline;
  #waiting: Event[] = [];
  readonly #replies = new Set<Promise<void>>();
  /** Events that found no place. */
  lost = 0;
  /** Key of who touched the object whose handler runs. */
  toucher = '';

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  add(script: Handler, name: string, args: readonly Value[], by = ''): void {
    if (!script.running.handles(name)) return;
    if (this.#waiting.filter((event) => event.script === script).length >= MAX_WAITING) this.lost += 1;
    else this.#waiting.push({ script, name, args, by });
  }

  isWaiting(script: Handler, name: string): boolean {
    return this.#waiting.some((event) => event.script === script && event.name === name);
  }

  discard(script: Handler): void {
    this.#waiting = this.#waiting.filter((event) => event.script !== script);
  }

  /** Nothing is settled before it is there. */
  expect(reply: Promise<void>): void {
    const done = reply.finally(() => this.#replies.delete(done));
    this.#replies.add(done);
  }

  /** Runs what can run now, replies included. Raises ScriptError. */
  async settle(): Promise<void> {
    for (;;) {
      const event = this.#takeNext();
      if (event) this.#run(event);
      else if (this.#replies.size > 0) await Promise.race(this.#replies);
      else return;
    }
  }

  #takeNext(): Event | undefined {
    const at = this.#waiting.findIndex(({ script }) => script.asleepUntil_s <= this.#timeline.now_s);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  #run({ script, name, args, by }: Event): void {
    const { running } = script;
    this.toucher = by;
    try {
      const state = running.fire(name, args);
      if (state !== undefined) script.changeState(state);
    } catch (error) {
      if (!(error instanceof Reset)) throw error;
      script.reset();
    }
    if (running.memory > MEMORY_LIMIT) throw new ScriptError(0, `stack-heap collision: ${script.name} takes ${running.memory} bytes`);
  }
}
