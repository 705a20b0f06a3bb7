/** Lets so many be under way at once; the others wait in the order in which they came. */
export class Lane {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get idle(): boolean {
    return this.#underWay === 0;
  }

  /** Undefined where there is room at once. Whoever has entered must leave. */
  enter(): Promise<void> | undefined {
    if (this.#underWay < this.#most) {
      this.#underWay++;
      return undefined;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#underWay--;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const room = this.enter();
    if (room) await room;
    try {
      return await work();
    } finally {
      this.leave();
    }
  }
}
