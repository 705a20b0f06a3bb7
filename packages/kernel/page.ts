/** A part of a list. */
export interface Page {
  /** The item behind which the page begins; without one it is the beginning of the list. */
  readonly after?: Place;
  /** How many items to leave out, from there on. */
  readonly offset: number;
  readonly limit: number;
}

/** An item of a list, as a caller names it. */
export interface Place {
  readonly id: string;
  /** What to throw where the list has no such item. */
  unknown(): Error;
}
