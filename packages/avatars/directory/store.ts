import { clientPage, type Database } from '@scrip/database';
import type { AvatarKey, OwnerKey, Page } from '@scrip/kernel';

/** As the table has it. */
export interface AvatarRow {
  readonly akey: AvatarKey;
  readonly realm: string;
  readonly name: string;
  readonly nameKey: string;
  readonly email: string | null;
  readonly passwordHash: string | null;
  readonly md5Sealed: Uint8Array<ArrayBuffer> | null;
  readonly challengeLogin: boolean;
  readonly createdAt: Date;
}

/** Keeps avatars. */
export class AvatarStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  findByKey(akey: AvatarKey): Promise<AvatarRow | null> {
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
}
