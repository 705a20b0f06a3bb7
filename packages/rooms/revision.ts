// How servers hear of each other's changes: each row names the transaction that changed it last.

/** For a column `revision`, in the statement that changes its row. */
export const THIS_TRANSACTION = '(pg_current_xact_id()::text)::bigint';

/**
 * Transactions before it are over, and whatever they changed is in the rows that are read beside it. So the next look needs only
 * rows of this revision and later ones, and misses none that commits late.
 */
export const HORIZON = '(pg_snapshot_xmin(pg_current_snapshot())::text)::bigint';
