import {
  array,
  bool,
  bytea,
  clientPage,
  type Database,
  nullable,
  type Queryable,
  statement,
  text,
  timestamptz,
  uuid,
} from '@scrip/database';
import { type AvatarKey, newId, type OwnerKey, type Page } from '@scrip/kernel';
import type { PoolClient } from 'pg';

/** As the table has it. */
export interface AvatarRow {
  readonly akey: AvatarKey;
  /** From 1, in 32 bits; the database counts them. */
  readonly userId: number;
  readonly realm: string;
  /** Null on the server's own grid, where it is the akey. */
  readonly gridKey: AvatarKey | null;
  readonly name: string;
  readonly nameKey: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly md5Sealed: Uint8Array<ArrayBuffer> | null;
  readonly challengeLogin: boolean;
  readonly createdAt: Date;
  /** Null where it is not disabled. */
  readonly disabledAt: Date | null;
}

/** What proves who somebody is. */
export type Secrets = Pick<AvatarRow, 'passwordHash' | 'md5Sealed'>;

const LAST_CALLED = statement({
  name: 'avatars-last-called',
  text: 'SELECT akey FROM former_name WHERE realm = $1 AND name_key = ANY ($2::text[]) ORDER BY array_position($2::text[], name_key), ended_at DESC LIMIT 1',
  params: [text, array(text)],
  row: { akey: uuid },
});

/** A name that differs in its spelling only is no former one. */
const RENAME = statement({
  name: 'avatars-rename',
  text: `WITH before AS (
           SELECT akey, realm, name, name_key FROM avatar WHERE akey = $1 FOR UPDATE
         ), kept AS (
           INSERT INTO former_name (id, akey, realm, name, name_key) SELECT $4, akey, realm, name, name_key FROM before WHERE name_key <> $3
         )
         UPDATE avatar SET name = $2, name_key = $3, changed_at = clock_timestamp() FROM before WHERE avatar.akey = before.akey`,
  params: [uuid, text, text, uuid],
});

const DISABLE = statement({
  name: 'avatars-disable',
  text: 'UPDATE avatar SET disabled_at = clock_timestamp(), changed_at = clock_timestamp() WHERE akey = $1 AND disabled_at IS NULL',
  params: [uuid],
});

/** $4: whatever it was; otherwise only where it was $5. */
const SET_SECRETS = statement({
  name: 'avatars-set-secrets',
  text: `UPDATE avatar SET password_hash = $2, md5_sealed = $3, changed_at = clock_timestamp()
         WHERE akey = $1 AND ($4 OR password_hash IS NOT DISTINCT FROM $5)`,
  params: [uuid, nullable(text), nullable(bytea), bool, nullable(text)],
});

const MAY_LOG_IN = statement({
  name: 'avatars-may-log-in',
  text: 'SELECT FROM avatar WHERE akey = $1 AND disabled_at IS NULL AND password_hash IS NOT DISTINCT FROM $2',
  params: [uuid, nullable(text)],
});

const HOLD_LOGIN = statement({
  name: 'avatars-hold-login',
  text: 'SELECT FROM avatar WHERE akey = $1 AND disabled_at IS NULL AND password_hash = $2 FOR SHARE',
  params: [uuid, text],
});

/** A row becomes visible at its commit, so each look goes back further than any statement may run. */
const CHANGED = statement({
  name: 'avatars-changed',
  text: `SELECT looked.seen, a.akey
         FROM (SELECT clock_timestamp() AS seen) looked
         LEFT JOIN avatar a ON a.changed_at > coalesce($1::timestamptz, looked.seen) - interval '30 seconds'`,
  params: [nullable(timestamptz)],
  row: { seen: timestamptz, akey: nullable(uuid) },
});

/** Keeps avatars. */
export class AvatarStore {
  readonly #database: Database;
  /** The database's clock at the last look for changes. */
  #cursor: Date | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  findByKey(akey: AvatarKey): Promise<AvatarRow | null> {
    return this.#database.prisma.avatar.findUnique({ where: { akey } });
  }

  findByGridKey(realm: string, gridKey: AvatarKey): Promise<AvatarRow | null> {
    return this.#database.prisma.avatar.findUnique({ where: { realm_gridKey: { realm, gridKey } } });
  }

  /** Who is called by the first of these keys that somebody has or, where nobody is, who was last. It takes as long for a name that nobody has had. */
  async findByName(realm: string, keys: readonly string[]): Promise<AvatarRow | null> {
    const [now, last] = await Promise.all([
      this.#database.prisma.avatar.findMany({ where: { realm, nameKey: { in: [...keys] } } }),
      LAST_CALLED.first(this.#database.pool, realm, keys),
    ]);
    const [called] = now.toSorted((a, b) => keys.indexOf(a.nameKey) - keys.indexOf(b.nameKey));
    return called ?? (last ? this.findByKey(last.akey) : null);
  }

  findByUserId(userId: number): Promise<AvatarRow | null> {
    return this.#database.prisma.avatar.findUnique({ where: { userId } });
  }

  /** Undefined where the key or the name is taken, by whomever was first. */
  async insert(avatar: Omit<AvatarRow, 'userId'>): Promise<AvatarRow | undefined> {
    const [row] = await this.#database.prisma.avatar.createManyAndReturn({ data: [avatar], skipDuplicates: true });
    return row;
  }

  /** As `insert`, in the client's transaction: whoever has the key or the name first makes this one wait. */
  async insertWithin(client: PoolClient, avatar: Omit<AvatarRow, 'userId'>): Promise<AvatarRow | undefined> {
    return this.#database.join(client, async (prisma) => {
      const [row] = await prisma.avatar.createManyAndReturn({ data: [avatar], skipDuplicates: true });
      return row;
    });
  }

  /** Those of the owners that are avatars. */
  findByKeys(akeys: readonly OwnerKey[]): Promise<AvatarRow[]> {
    return this.#database.prisma.avatar.findMany({ where: { akey: { in: [...akeys] } } });
  }

  async list(page: Page): Promise<AvatarRow[]> {
    if (page.after && !(await this.findByKey(page.after.id))) throw page.after.unknown();
    const orderBy = [{ realm: 'asc' as const }, { nameKey: 'asc' as const }];
    return this.#database.prisma.avatar.findMany({ orderBy, ...clientPage(page, (akey) => ({ akey })) });
  }

  async setChallengeLogin(akey: AvatarKey, enabled: boolean): Promise<void> {
    await this.#database.prisma.avatar.update({ where: { akey }, data: { challengeLogin: enabled } });
  }

  /** Keeps the name that it had. False where another avatar has this one. */
  async rename(akey: AvatarKey, name: string, nameKey: string): Promise<boolean> {
    try {
      await RENAME.run(this.#database.pool, akey, name, nameKey, newId());
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === '23505') return false;
      throw error;
    }
  }

  /** Sets what proves who the avatar is, where it is still `before`; false where it is not. */
  async setSecrets(client: Queryable, akey: AvatarKey, secrets: Secrets, before?: string | null): Promise<boolean> {
    return (await SET_SECRETS.run(client, akey, secrets.passwordHash, secrets.md5Sealed, before === undefined, before ?? null)) === 1;
  }

  async disable(client: Queryable, akey: AvatarKey): Promise<void> {
    await DISABLE.run(client, akey);
  }

  async enable(akey: AvatarKey): Promise<void> {
    await this.#database.prisma.avatar.update({ where: { akey }, data: { disabledAt: null } });
  }

  /** Whether the avatar may log in with a proof that was checked against this hash of its password. */
  async mayLogIn(client: Queryable, akey: AvatarKey, passwordHash: string | null): Promise<boolean> {
    return (await MAY_LOG_IN.run(client, akey, passwordHash)) === 1;
  }

  /** As `mayLogIn`, and it stays so until the client's transaction ends. */
  async holdLogin(client: Queryable, akey: AvatarKey, passwordHash: string): Promise<boolean> {
    return (await HOLD_LOGIN.run(client, akey, passwordHash)) === 1;
  }

  /** Those that were registered or changed since the last look, by whichever server. */
  async changed(): Promise<AvatarRow[]> {
    const rows = await CHANGED.all(this.#database.pool, this.#cursor);
    this.#cursor = rows[0]?.seen ?? this.#cursor;
    const akeys = rows.flatMap(({ akey }) => akey ?? []);
    return akeys.length === 0 ? [] : this.findByKeys(akeys);
  }
}
