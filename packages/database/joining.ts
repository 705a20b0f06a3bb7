import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';

/** Lets Prisma's interactive transactions join one of ours. */
export interface Joining {
  /** For Prisma's adapter: the pool itself, but for transactions that join. */
  readonly pool: pg.Pool;
  /** The first transaction that Prisma begins in `work` becomes a part of the client's. */
  within<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T>;
}

/** PostgreSQL refuses it, and with it all of the transaction that it stands in: nothing of that can be committed any more. */
const FAIL = 'ROLLBACK TO SAVEPOINT prisma_rolled_back';
const NOTHING = { rowCount: 0, rows: [], fields: [] };

export function joining(pool: pg.Pool): Joining {
  const joined = new AsyncLocalStorage<{ client: pg.PoolClient | undefined }>();
  let running = 0;
  const connect = async (): Promise<pg.PoolClient> => {
    const store = joined.getStore();
    if (!store?.client) return pool.connect();
    const { client } = store;
    // What else begins meanwhile, somewhere below, is a transaction of its own.
    store.client = undefined;
    return partOf(client);
  };
  return {
    // Not a copy: the adapter looks whether it is a pg.Pool.
    pool: Object.create(pool, { connect: { value: connect }, query: { value: pool.query.bind(pool) } }),
    async within(client, work) {
      if (client.getTransactionStatus() === 'I') throw new Error('there is no transaction to join: the connection is in none');
      running++;
      try {
        return await joined.run({ client }, work);
      } finally {
        // Once it was used, Node 20 and 22 follow every promise of the process, which every call would pay for.
        if (--running === 0) joined.disable();
      }
    },
  };
}

/** The connection of a transaction that somebody else begins, ends and gives back. */
function partOf(client: pg.PoolClient): pg.PoolClient {
  const query = (asked: pg.QueryConfig): Promise<unknown> => {
    if (asked.text === 'BEGIN' || asked.text === 'COMMIT') return Promise.resolve(NOTHING);
    // Whoever goes on as if nothing had happened finds out at COMMIT.
    if (asked.text === 'ROLLBACK') return client.query(FAIL).catch(() => NOTHING);
    return client.query(asked);
  };
  return Object.create(client, {
    query: { value: query },
    release: { value() {} },
    on: { value: client.on.bind(client) },
    removeListener: { value: client.removeListener.bind(client) },
  });
}
