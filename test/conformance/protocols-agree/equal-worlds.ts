import pg from 'pg';
import { TEMPLATE } from '../../testkit/cluster.ts';
import { emptyDatabase } from '../../testkit/database.ts';
import { startTestServer, type TestServer, temporaryDirectory } from '../../testkit/server.ts';

/**
 * Times in results would differ by the moment of the call. So time stands still in these databases, but for what the test
 * lets pass: whoever asks for the time gets the moment that was set, and a microsecond more than whoever asked before. Who only
 * reads gets the moment itself: a sequence can't be moved on there.
 */
const CLOCKWORK = `
  CREATE SCHEMA clockwork;
  CREATE SEQUENCE clockwork.tick;
  CREATE TABLE clockwork.moment (at timestamptz NOT NULL);
  INSERT INTO clockwork.moment VALUES (pg_catalog.clock_timestamp());
  CREATE FUNCTION clockwork.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
    AS 'SELECT CASE WHEN current_setting(''transaction_read_only'')::boolean THEN at
                 ELSE at + nextval(''clockwork.tick'') * interval ''1 us'' END FROM clockwork.moment';
  CREATE FUNCTION clockwork.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT clockwork.clock_timestamp()';
  DO $$
    DECLARE one record;
    BEGIN
      FOR one IN SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_default ~* 'current_timestamp|now\\(\\)|clock_timestamp'
      LOOP
        EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT clockwork.clock_timestamp()', one.table_name, one.column_name);
      END LOOP;
    END
  $$`;

const SET = {
  name: 'set-the-clock',
  text: `WITH rewound AS (SELECT setval('clockwork.tick', 1)) UPDATE clockwork.moment SET at = $1::timestamptz FROM rewound`,
};

/** A server that knows what the others know, by the same ids, and will know what it is told alone. */
export interface EqualWorld {
  readonly server: TestServer;
  setClock(at: Date): Promise<void>;
}

export interface EqualWorlds {
  readonly worlds: readonly EqualWorld[];
  stop(): Promise<void>;
}

/**
 * Starts a server with the demo world, lets `prepare` make more of it, and then starts `count` servers on copies of its
 * database. Their keys and ids are the same, and so are the capabilities that they take.
 */
export async function startEqualWorlds(
  count: number,
  prepare: (server: TestServer, databaseUrl: string) => Promise<void>,
): Promise<EqualWorlds> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const original = await emptyDatabase(TEMPLATE);
    undo.push(() => original.drop());
    const SCRIP_DATA = await temporaryDirectory();
    const start = (DATABASE_URL: string, SCRIP_DEMO: string) =>
      startTestServer({ env: { DATABASE_URL, SCRIP_DATA, SCRIP_DEMO, SCRIP_DIAGNOSTICS: '1', SCRIP_ROOM_PURGE: '3600' } });
    const first = await start(original.url, '1');
    await prepare(first, original.url).finally(() => first.stop());
    await asOwner(original.url, (client) => client.query(CLOCKWORK));

    const worlds: EqualWorld[] = [];
    for (let n = 0; n < count; n++) {
      const copy = await emptyDatabase(nameOf(original.url));
      undo.push(() => copy.drop());
      await asOwner(copy.url, (client) =>
        client.query(`ALTER DATABASE ${nameOf(copy.url)} SET search_path = public, clockwork, pg_catalog`),
      );
      const server = await start(copy.url, '0');
      undo.push(() => server.stop());
      const clock = new pg.Client({ connectionString: copy.url });
      await clock.connect();
      undo.push(() => clock.end());
      worlds.push({
        server,
        async setClock(at) {
          await clock.query({ ...SET, values: [at] });
        },
      });
    }
    return { worlds, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
