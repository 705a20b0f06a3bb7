/** Who waits in a queue: those of one source take turns with those of others. */
export interface Waiting {
  readonly source: string;
  /** Goes before all who are not. */
  readonly preferred: boolean;
}

interface Waiter {
  readonly source: string;
  begin(): void;
  refuse(): void;
}

/**
 * Lets a few pieces of work run at a time. The others wait, each source for its turn, so a source with many of them delays itself.
 * Where too many wait, the source with the most of them loses its newest.
 */
export class Turns {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #refusal: () => Error;
  #running = 0;
  readonly #preferred = new Queue();
  readonly #others = new Queue();

  /** `maxWaiting` counts for those who are preferred and for the others, each by themselves. */
  constructor(maxRunning: number, maxWaiting: number, refusal: () => Error) {
    this.#maxRunning = maxRunning;
    this.#maxWaiting = maxWaiting;
    this.#refusal = refusal;
  }

  /** Runs `work` when it is its turn. Raises the refusal where there is no room to wait, or none is left. */
  async run<T>({ source, preferred }: Waiting, work: () => Promise<T>): Promise<T> {
    // Whoever finishes hands its place over, so #running stays as it is.
    if (this.#running >= this.#maxRunning) await this.#wait(preferred ? this.#preferred : this.#others, source);
    else this.#running++;
    try {
      return await work();
    } finally {
      const next = this.#preferred.shift() ?? this.#others.shift();
      if (next) next.begin();
      else this.#running--;
    }
  }

  #wait(queue: Queue, source: string): Promise<void> {
    if (queue.size >= this.#maxWaiting && !queue.makeRoomFor(source)) throw this.#refusal();
    return new Promise((begin, reject) => queue.push({ source, begin, refuse: () => reject(this.#refusal()) }));
  }
}

/** Those who wait, by source. The source whose turn is next stands first. */
class Queue {
  size = 0;
  readonly #bySource = new Map<string, Waiter[]>();

  push(waiter: Waiter): void {
    const waiters = this.#bySource.get(waiter.source);
    if (waiters) waiters.push(waiter);
    else this.#bySource.set(waiter.source, [waiter]);
    this.size++;
  }

  shift(): Waiter | undefined {
    for (const [source, waiters] of this.#bySource) {
      const next = waiters.shift();
      this.#bySource.delete(source);
      if (waiters.length > 0) this.#bySource.set(source, waiters);
      this.size--;
      return next;
    }
    return undefined;
  }

  /** Refuses the newest of the source that has the most, if that is more than this source would have then. */
  makeRoomFor(source: string): boolean {
    let most: Waiter[] = [];
    for (const waiters of this.#bySource.values()) if (waiters.length > most.length) most = waiters;
    if (most.length <= (this.#bySource.get(source)?.length ?? 0) + 1) return false;
    most.pop()?.refuse();
    this.size--;
    return true;
  }
}
