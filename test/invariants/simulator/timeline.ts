interface Happening {
  readonly at_ms: number;
  /** Of two that happen at one moment, the one that was planned first comes first. */
  readonly order: number;
  readonly act: () => void;
}

/**
 * Until everything that can go on without another event has gone on. A turn of Node's own loop and not only of its queue of
 * promises: an error that nobody waits for is reported between two turns, as it would be in a real server.
 */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The one clock and the one queue of a simulation. Nothing happens but by an event, one after the other, and time is that
 * of the next event: so the same plan always takes the same course, however fast the machine is.
 */
export class Timeline {
  now_ms = 0;
  /** What happened, a line each. */
  readonly trace: string[] = [];
  /** How often each thing happened that a history is there to meet. */
  readonly met = new Map<string, number>();
  events = 0;
  readonly #heap: Happening[] = [];
  #planned = 0;

  after(delay_ms: number, act: () => void): void {
    this.#planned += 1;
    this.#push({ at_ms: this.now_ms + delay_ms, order: this.#planned, act });
  }

  sleep(time_ms: number): Promise<void> {
    return new Promise((resolve) => this.after(time_ms, resolve));
  }

  note(what: string): void {
    this.trace.push(`${this.now_ms.toFixed(2)} ${what}`);
  }

  meet(what: string): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  /** Lets events happen until `done`; false where they come to an end before, or do not come to one. */
  async run(done: () => boolean, maxEvents: number): Promise<boolean> {
    await settled();
    while (!done()) {
      const next = this.#pop();
      if (!next || this.events >= maxEvents) return false;
      this.events += 1;
      this.now_ms = next.at_ms;
      next.act();
      await settled();
    }
    return true;
  }

  #push(one: Happening): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(one);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(one, heap[parent] as Happening)) break;
      heap[at] = heap[parent] as Happening;
      at = parent;
    }
    heap[at] = one;
  }

  #pop(): Happening | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Happening, heap[child] as Happening)) child += 1;
      if (!isBefore(heap[child] as Happening, last)) break;
      heap[at] = heap[child] as Happening;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(one: Happening, other: Happening): boolean {
  return one.at_ms < other.at_ms || (one.at_ms === other.at_ms && one.order < other.order);
}
