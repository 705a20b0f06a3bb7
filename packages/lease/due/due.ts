import type { Avatars } from '@scrip/avatars';
import { type Database, type Queryable, writeRiders } from '@scrip/database';
import { expiredNotices, type Names, reminderNotices } from '../leasing/notices.ts';
import { nextReminder } from '../leasing/rules.ts';
import type { Tenancy } from '../leasing/tenancy.ts';
import type { DueStore } from './store.ts';

/** How many leases one transaction sees to, and how long a run goes on with the next ones: a server that stops waits for it. */
const PORTION = 500;
const RUN_ms = 5_000;

/**
 * What happens to leases by the passing of time. Several processes may do this at once: each has the rows that it sees to
 * locked, the others pass them over, and what has been done is not due any more when the lock is gone. What became due
 * while no server ran is seen to by the first run.
 */
export class Due {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #store: DueStore;

  constructor(database: Database, avatars: Avatars, store: DueStore) {
    this.#database = database;
    this.#avatars = avatars;
    this.#store = store;
  }

  /** Tells each lessee what the newest of the reminders that are due says, and plans the next one. */
  remind(): Promise<void> {
    return inPortions(() =>
      this.#database.transaction(async (client) => {
        const due = await this.#store.claimReminded(client, PORTION);
        if (due.length === 0) return 0;
        await writeRiders(client, due.flatMap(reminderNotices));
        await this.#store.remindNext(
          client,
          due.map((lease) => ({ unitId: lease.unitId, remindAt: nextReminder(lease, lease.reminders, lease.now) })),
        );
        return due.length;
      }),
    );
  }

  /** Ends the leases that nobody has extended in time. */
  expire(): Promise<void> {
    return inPortions(async () => {
      const seen = await this.#store.expired(PORTION);
      if (seen.length === 0) return 0;
      // Before the transaction, which must not wait for a second connection.
      const names = await this.#avatars.names(seen.map(({ lessee }) => lessee));
      return this.#database.transaction(async (client) => {
        const claimed = await this.#store.claimExpired(
          client,
          seen.map(({ id }) => id),
        );
        if (claimed.length > 0) await this.end(client, claimed, names);
        return claimed.length;
      });
    });
  }

  /** Ends leases in a transaction in which their units are locked, and were found to be over. */
  async end(client: Queryable, tenancies: readonly Tenancy[], names: Names): Promise<void> {
    await this.#store.expire(
      client,
      tenancies.map(({ unitId }) => unitId),
    );
    await writeRiders(
      client,
      tenancies.flatMap((tenancy) => expiredNotices(tenancy, names)),
    );
  }
}

/** Until a portion is not full: what is left then is in the hands of other processes, or due later. */
async function inPortions(portion: () => Promise<number>): Promise<void> {
  const until_ms = performance.now() + RUN_ms;
  while ((await portion()) === PORTION && performance.now() < until_ms);
}
