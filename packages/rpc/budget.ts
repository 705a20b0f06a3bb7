/** What the calls of one request may use up together. `packages/http` keeps it, and docs/decisions/budgets.md explains it. */
export interface Budget {
  /**
   * Asked before each call inside of another one. Raises the fault of a call that the request may not have any more, and
   * waits where others are to have their turn. `most` is how many such calls a request may hold.
   */
  beginInner(most: number): Promise<void> | undefined;
  /** Counts what goes into the reply, in bytes or about so many. */
  spend(bytes: number): void;
  /** Counts a call that was refused or failed. Whether it gets a line of its own in the log, or is only summed up. */
  logs(code: string): boolean;
}
