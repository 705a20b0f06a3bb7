import { type Database, int4, int8, type Rider, statement, text, uuid, writeRiders } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';

/** One server at a time compares; the others have nothing to add. */
const TRY_LOCK = statement({
  name: 'rooms-notices-lock',
  text: `SELECT FROM (SELECT pg_try_advisory_xact_lock(hashtextextended('room notices', 0)) AS locked) l WHERE locked`,
});

/**
 * Where a site was told something else than there is now. That somebody came first or left last is told at once, other changes at most
 * every ten seconds.
 */
const CHANGES = statement({
  name: 'rooms-notices-changes',
  text: `WITH now AS (SELECT p.site, p.performer, count(*)::int AS customers FROM room_presence p JOIN room_site s ON s.id = p.site
                      WHERE p.left_at IS NULL AND s.notices_url <> '' GROUP BY 1, 2)
         SELECT s.id AS site, s.notices_url AS url, coalesce(n.performer, a.performer) AS performer,
           coalesce(a.customers, 0) AS told, coalesce(n.customers, 0) AS customers
         FROM now n FULL JOIN room_audience a ON a.site = n.site AND a.performer = n.performer
         JOIN room_site s ON s.id = coalesce(n.site, a.site)
         WHERE s.notices_url <> '' AND coalesce(a.customers, 0) <> coalesce(n.customers, 0)
           AND (coalesce(a.customers, 0) = 0 OR coalesce(n.customers, 0) = 0 OR a.told_at < clock_timestamp() - interval '10 seconds')
         LIMIT $1`,
  params: [int8],
  row: { site: uuid, url: text, performer: int4, told: int4, customers: int4 },
});

const TOLD = statement({
  name: 'rooms-notices-told',
  text: `INSERT INTO room_audience (site, performer, customers) VALUES ($1, $2, $3)
         ON CONFLICT (site, performer) DO UPDATE SET customers = excluded.customers, told_at = clock_timestamp()`,
  params: [uuid, int4, int4],
});

const GONE = statement({
  name: 'rooms-notices-gone',
  text: 'DELETE FROM room_audience WHERE site = $1 AND performer = $2',
  params: [uuid, int4],
});

/** How many customers of a site are with a performer, and how many the site knows of. */
export interface AudienceChange {
  readonly site: Uuid;
  readonly url: string;
  readonly performer: number;
  readonly told: number;
  readonly customers: number;
}

/** What sites were told of performers. */
export class NoticeStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes down what is told, and the notices of it, as one transaction. */
  async tell(most: number, noticeOf: (change: AudienceChange) => Rider): Promise<void> {
    await this.#database.transaction(async (client) => {
      if ((await TRY_LOCK.run(client)) === 0) return;
      const changes = await CHANGES.all(client, most);
      for (const change of changes) await this.#note(client, change);
      await writeRiders(client, changes.map(noticeOf));
    });
  }

  async #note(client: PoolClient, { site, performer, customers }: AudienceChange): Promise<void> {
    if (customers === 0) await GONE.run(client, site, performer);
    else await TOLD.run(client, site, performer, customers);
  }
}
