/**
 * A row that one slice writes in another slice's transaction, for example a notification with its payment. Riders of
 * many calls that share a statement travel together: `sql` takes one array per column, as `unnest` reads them.
 */
export interface Rider {
  readonly sql: string;
  /** One value per column, in the order of the statement's arrays. */
  readonly row: readonly unknown[];
}
