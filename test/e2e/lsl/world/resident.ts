import { parse } from '../parser.ts';
import { Script } from '../script.ts';
import type { Value } from '../values.ts';
import { abilities } from './abilities.ts';
import type { Handler } from './events.ts';
import type { Host, Housing, Listen, Surroundings } from './surroundings.ts';

/** A script in an object, with what the world keeps for it. */
export class Resident implements Handler, Host {
  readonly world: Surroundings;
  readonly prim: Housing;
  readonly name: string;
  readonly running: Script;
  readonly listens = new Map<number, Listen>();
  asleepUntil_s = 0;
  epoch_s: number;
  mayDebit = false;
  #stopTimer: () => void = () => undefined;
  #handles = 0;

  /** Raises ScriptError for what is no script. */
  constructor(world: Surroundings, prim: Housing, name: string, source: string) {
    this.world = world;
    this.prim = prim;
    this.name = name;
    this.epoch_s = world.timeline.now_s;
    this.running = new Script(parse(source), abilities(this));
    this.enqueue('state_entry');
  }

  get memory(): number {
    return this.running.memory;
  }

  handles(event: string): boolean {
    return this.running.handles(event);
  }

  enqueue(event: string, args: readonly Value[] = [], by = ''): void {
    this.world.events.add(this, event, args, by);
  }

  /** What comes for it waits so long. The handler that sleeps goes on at once. */
  sleep(seconds: number): void {
    const { timeline } = this.world;
    this.asleepUntil_s = Math.max(this.asleepUntil_s, timeline.now_s) + seconds;
    timeline.after(this.asleepUntil_s - timeline.now_s, () => undefined);
  }

  /** 0: no more. An event that still waits is not joined by a second one. */
  setTimer(seconds: number): void {
    const { timeline, events } = this.world;
    this.#stopTimer();
    const tick = () => {
      if (!events.isWaiting(this, 'timer')) this.enqueue('timer');
      this.#stopTimer = timeline.after(seconds, tick);
    };
    this.#stopTimer = seconds > 0 ? timeline.after(seconds, tick) : () => undefined;
  }

  listen(listen: Listen): number {
    this.#handles += 1;
    this.listens.set(this.#handles, listen);
    return this.#handles;
  }

  /** Its timer goes on; what it listens to and what waits for it are gone. */
  changeState(state: string): void {
    this.running.fire('state_exit', []);
    this.listens.clear();
    this.world.events.discard(this);
    this.running.enter(state);
    this.enqueue('state_entry');
  }

  /** Forgets all but what the object keeps, and starts. */
  reset(): void {
    this.stop();
    this.running.reset();
    this.epoch_s = this.world.timeline.now_s;
    this.enqueue('state_entry');
  }

  stop(): void {
    this.setTimer(0);
    this.listens.clear();
    this.mayDebit = false;
    this.asleepUntil_s = 0;
    this.world.events.discard(this);
  }
}
