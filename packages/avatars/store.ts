import { bool, clientPage, type Database, int4, nullable, pagedList, statement, text, timestamptz, uuid } from '@scrip/database';
import type { Page, Uuid } from '@scrip/kernel';

export interface AvatarRow {
  readonly akey: Uuid;
  readonly realm: string;
  readonly name: string;
  readonly nameKey: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly md5Sealed: Uint8Array<ArrayBuffer> | null;
  readonly challengeLogin: boolean;
  readonly createdAt: Date;
}

export interface NotificationRow {
  readonly id: Uuid;
  readonly kind: string;
  readonly text: string;
  readonly reference: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export interface Outstanding {
  readonly challenge: string;
  /** Whether it was asked for from where the attempt comes from. */
  readonly own: boolean;
}

const ADD_CHALLENGE = statement({
  name: 'avatars-add-challenge',
  text: `INSERT INTO login_challenge (challenge, subject, origin, expires_at)
         SELECT $1, $2::uuid, $3::uuid, $4::timestamptz
         WHERE (SELECT count(*) FROM login_challenge WHERE origin = $3::uuid AND expires_at > $5::timestamptz) < $6::int`,
  params: [text, uuid, uuid, timestamptz, timestamptz, int4],
});

const RENEW_CHALLENGE = statement({
  name: 'avatars-renew-challenge',
  text: `UPDATE login_challenge SET expires_at = $2::timestamptz
         WHERE challenge = (SELECT challenge FROM login_challenge WHERE origin = $1::uuid ORDER BY expires_at DESC LIMIT 1)
         RETURNING challenge`,
  params: [uuid, timestamptz],
  row: { challenge: text },
});

const OUTSTANDING = statement({
  name: 'avatars-outstanding-challenges',
  text: `SELECT challenge, origin = $2::uuid AS own FROM login_challenge
         WHERE subject = $1::uuid AND expires_at > $3::timestamptz
         ORDER BY own DESC, expires_at DESC LIMIT $4::int`,
  params: [uuid, uuid, timestamptz, int4],
  row: { challenge: text, own: bool },
});

const BURN = statement({
  name: 'avatars-burn-challenge',
  text: 'DELETE FROM login_challenge WHERE challenge = $1',
  params: [text],
});

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

/** The only place where this slice touches the database. */
export class Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  findByKey(akey: Uuid): Promise<AvatarRow | null> {
    return this.#database.prisma.avatar.findUnique({ where: { akey } });
  }

  findByName(realm: string, nameKey: string): Promise<AvatarRow | null> {
    return this.#database.prisma.avatar.findUnique({ where: { realm_nameKey: { realm, nameKey } } });
  }

  /** False where the key or the name is taken, by whomever was first. */
  async insert(avatar: AvatarRow): Promise<boolean> {
    const { count } = await this.#database.prisma.avatar.createMany({ data: [avatar], skipDuplicates: true });
    return count === 1;
  }

  findByKeys(akeys: readonly Uuid[]): Promise<AvatarRow[]> {
    return this.#database.prisma.avatar.findMany({ where: { akey: { in: [...akeys] } } });
  }

  async list(page: Page): Promise<AvatarRow[]> {
    if (page.after && !(await this.findByKey(page.after.id))) throw page.after.unknown();
    const orderBy = [{ realm: 'asc' as const }, { nameKey: 'asc' as const }];
    return this.#database.prisma.avatar.findMany({ orderBy, ...clientPage(page, (akey) => ({ akey })) });
  }

  async setChallengeLogin(akey: Uuid, enabled: boolean): Promise<void> {
    await this.#database.prisma.avatar.update({ where: { akey }, data: { challengeLogin: enabled } });
  }

  /** False where the origin has `most` challenges outstanding already. */
  async addChallenge(challenge: string, of: { subject: Uuid; origin: Uuid }, expiresAt: Date, now: Date, most: number): Promise<boolean> {
    return (await ADD_CHALLENGE.run(this.#database.pool, challenge, of.subject, of.origin, expiresAt, now, most)) === 1;
  }

  /** The origin's newest challenge, with a new time to live; undefined where it has none. */
  async renewChallenge(origin: Uuid, expiresAt: Date): Promise<string | undefined> {
    return (await RENEW_CHALLENGE.first(this.#database.pool, origin, expiresAt))?.challenge;
  }

  /** The subject's live challenges: the origin's own first, the newest first. */
  outstanding(of: { subject: Uuid; origin: Uuid }, now: Date, most: number): Promise<Outstanding[]> {
    return OUTSTANDING.all(this.#database.pool, of.subject, of.origin, now, most);
  }

  /** Whether this call was the one that used the challenge up. */
  async burn(challenge: string): Promise<boolean> {
    return (await BURN.run(this.#database.pool, challenge)) === 1;
  }

  async purgeChallenges(now: Date): Promise<void> {
    await this.#database.prisma.loginChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  }

  /** Newest first. */
  async notifications(akey: Uuid, page: Page): Promise<NotificationRow[]> {
    const { notification } = this.#database.prisma;
    if (page.after && !(await notification.findUnique({ where: { id: page.after.id, akey } }))) throw page.after.unknown();
    const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
    return notification.findMany({ where: { akey }, orderBy, ...clientPage(page, (id) => ({ id })) });
  }

  /** Unread ones, which are read from now on; each is given to one call only. Newest first. */
  takeUnread(akey: Uuid, page: Page, now: Date): Promise<NotificationRow[]> {
    return TAKE_UNREAD.read(this.#database.pool, [akey, now], page);
  }
}
