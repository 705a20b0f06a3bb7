/**
 * Something that a slice does again and again beside its calls, in every server process at once: it must see to it itself
 * that nothing is done twice. The server runs it; tests call `run`.
 */
export interface Job {
  readonly name: string;
  /** From the end of one run to the beginning of the next. */
  readonly every_ms: number;
  /** The signal says that the server stops: it waits for the run, which gives up what would take long. */
  run(stop?: AbortSignal): Promise<unknown>;
}
