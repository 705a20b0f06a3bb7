import { clientPage, type Database, nullable, pagedList, text, timestamptz, uuid } from '@scrip/database';
import type { AvatarKey, Clock, Page, Uuid } from '@scrip/kernel';

/** As the table has it. */
export interface NotificationRow {
  readonly id: Uuid;
  readonly kind: string;
  readonly text: string;
  readonly reference: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** Two calls at once never take the same ones: each passes over the rows that the other has locked. */
const TAKE_UNREAD = pagedList({
  name: 'avatars-take-unread',
  params: [uuid, timestamptz],
  row: { id: uuid, kind: text, text, reference: text, createdAt: timestamptz, readAt: nullable(timestamptz) },
  after: uuid,
  order: ['created_at DESC', 'id DESC'],
  place: (after) => `notification WHERE akey = $1::uuid AND id = ${after}`,
  text: ({ behind, order, slice }) => `WITH taken AS (
      SELECT id FROM notification WHERE akey = $1::uuid AND read_at IS NULL AND ${behind} ${order} ${slice} FOR UPDATE SKIP LOCKED),
    marked AS (
      UPDATE notification n SET read_at = $2::timestamptz FROM taken WHERE n.id = taken.id RETURNING n.*)
    SELECT id, kind, text, reference, created_at AS "createdAt", NULL::timestamptz AS "readAt" FROM marked ${order}`,
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

  /** Unread ones, which are read from now on; each is given to one call only. Newest first. */
  takeUnread(akey: AvatarKey, page: Page): Promise<NotificationRow[]> {
    return TAKE_UNREAD.read(this.#database.pool, [akey, new Date(this.#clock.now())], page);
  }
}
