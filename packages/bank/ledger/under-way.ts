import { setTimeout as sleep } from 'node:timers/promises';
import { array, type Database, nullable, present, statement, text } from '@scrip/database';
import { busy } from '@scrip/rpc';

/** Those that have locked accounts, or wait to, and have not ended; $1 is null, or the ones that are asked about. */
const UNDER_WAY = statement({
  name: 'ledger-under-way',
  text: `SELECT DISTINCT virtualtransaction AS id FROM pg_locks
         WHERE locktype = 'relation' AND relation = 'account'::regclass AND mode IN ('RowShareLock', 'RowExclusiveLock') AND granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND ($1::text[] IS NULL OR virtualtransaction = ANY($1))`,
  params: [nullable(array(text))],
  row: { id: present(text) },
});

/** Longer than any transaction of ours may take. */
const PATIENCE_ms = 15_000;
const PAUSE_ms = 5;

/**
 * Returns when every transaction that had begun to look at the books before the call has ended. So what was committed before it is
 * seen by whatever is booked after it. Nobody has to wait for the caller: the locks on the table `account` that all postings have
 * tell who is under way. Raises busy where one of them does not end.
 */
export async function untilSettled({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const until_ms = performance.now() + PATIENCE_ms;
  let left = await UNDER_WAY.all(pool, null);
  while (left.length > 0) {
    if (performance.now() > until_ms)
      throw busy('it is revoked, but a payment that had begun before has not ended yet; ask again to be sure');
    await sleep(PAUSE_ms);
    left = await UNDER_WAY.all(
      pool,
      left.map(({ id }) => id),
    );
  }
}
