const MAX_COUNTS = 2_000;

interface Count {
  readonly version: bigint;
  readonly total: number;
}

/**
 * How many products matched each of the searches asked last. A count is as good as a new one while the version, which
 * every change of what is searched moves on, is the one that it was made at.
 */
export class Counts {
  readonly #counts = new Map<string, Count>();

  at(version: bigint, search: string): number | undefined {
    const known = this.#counts.get(search);
    return known?.version === version ? known.total : undefined;
  }

  keep(version: bigint, search: string, total: number): void {
    // The one that was kept first is the first of the map.
    this.#counts.delete(search);
    this.#counts.set(search, { version, total });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MAX_COUNTS && oldest !== undefined) this.#counts.delete(oldest);
  }
}
