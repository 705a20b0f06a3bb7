/** Time as something handed in, so that rules and tests decide what "now" is. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that only moves when it is told to. */
export class ManualClock implements Clock {
  #now_ms: number;
  constructor(start_ms: number) {
    this.#now_ms = start_ms;
  }
  now(): number {
    return this.#now_ms;
  }
  advance(by_ms: number): void {
    this.#now_ms += by_ms;
  }
}
