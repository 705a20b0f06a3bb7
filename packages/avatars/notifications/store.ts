import { clientPage, type Database, nullable, pagedList, present, text, timestamptz, uuid } from '@scrip/database';
import type { AvatarKey, Clock, Page, Uuid } from '@scrip/kernel';
import type { Retry } from '@scrip/rpc';

/** As the table has it. */
export interface NotificationRow {
  readonly id: Uuid;
  readonly kind: string;
  readonly text: string;
  readonly reference: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/**
 * What this request took before ($3, $4: its object and nonce), else what is unread. Two calls at once never take the same ones: each
 * passes over the rows that the other has locked.
 */
const TAKE_UNREAD = pagedList({
  name: 'avatars-take-unread',
  params: [uuid, timestamptz, nullable(uuid), nullable(text)],
  row: {
    id: present(uuid),
    kind: present(text),
    text: present(text),
    reference: present(text),
    createdAt: present(timestamptz),
    readAt: nullable(timestamptz),
  },
  after: uuid,
  order: ['created_at DESC', 'id DESC'],
  place: (after) => `notification WHERE akey = $1::uuid AND id = ${after}`,
  text: ({ behind, order, slice }) => `WITH before AS MATERIALIZED (
      SELECT * FROM notification WHERE akey = $1::uuid AND read_by = $3 AND read_under = $4),
    taken AS (
      SELECT id FROM notification
      WHERE akey = $1::uuid AND read_at IS NULL AND NOT EXISTS (SELECT FROM before) AND ${behind} ${order} ${slice} FOR UPDATE SKIP LOCKED),
    marked AS (
      UPDATE notification n SET read_at = $2::timestamptz, read_by = $3, read_under = $4 FROM taken WHERE n.id = taken.id RETURNING n.*)
    SELECT id, kind, text, reference, created_at AS "createdAt", NULL::timestamptz AS "readAt"
    FROM (SELECT * FROM before UNION ALL SELECT * FROM marked) given ${order}`,
});

/** Keeps what avatars were told. */
export class NotificationStore {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Newest first. */
  async list(akey: AvatarKey, page: Page): Promise<NotificationRow[]> {
    const { notification } = this.#database.prisma;
    if (page.after && !(await notification.findUnique({ where: { id: page.after.id, akey } }))) throw page.after.unknown();
    const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
    return notification.findMany({ where: { akey }, orderBy, ...clientPage(page, (id) => ({ id })) });
  }

  /** Unread ones, which are read from now on; each is given to one call only, and to its retries. Newest first. */
  takeUnread(akey: AvatarKey, page: Page, retry?: Retry): Promise<NotificationRow[]> {
    const { object = null, nonce = null } = retry ?? {};
    return TAKE_UNREAD.read(this.#database.pool, [akey, new Date(this.#clock.now()), object, nonce], page);
  }
}
