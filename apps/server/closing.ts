/** What was begun and has to be closed, whatever becomes of the steps after it. */
export class Closing {
  readonly #steps: (() => Promise<void>)[] = [];

  /** A step that is done before all that were added earlier. */
  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Does every step, also where one fails: PostgreSQL must not be left behind. Then throws the first error. */
  async close(): Promise<void> {
    const errors: unknown[] = [];
    for (const step of this.#steps.splice(0).reverse()) await step().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw errors[0];
  }
}
