/** Looks at what others have changed. However many ask, one look runs, and one more waits for all who came meanwhile. */
export class Look {
  readonly #look: () => Promise<void>;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** Resolves after a look that began after this was called. */
  fresh(): Promise<void> {
    if (!this.#running) return this.#start();
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<void> {
    const running = this.#look().finally(() => {
      this.#running = undefined;
    });
    this.#running = running;
    return running;
  }
}
