import { ceiling, type Database, lockOwner, uuid } from '@scrip/database';
import type { AvatarKey, Page } from '@scrip/kernel';
import { accessFull, bannedBy, ownAccess } from './errors.ts';

/** How a merchant treats somebody. */
export const ACCESS_KINDS = ['ban', 'vip'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** How a merchant treats one avatar, since when. */
export interface AccessRule {
  readonly akey: AvatarKey;
  readonly kind: AccessKind;
  /** Hundredths of a percent off every price. */
  readonly discount: number;
  readonly createdAt: Date;
}

/** How a merchant stands to somebody who would buy. */
export interface Standing {
  readonly banned: boolean;
  /** Hundredths of a percent off every price. */
  readonly discount: number;
}

/** Of one merchant. */
export const MAX_RULES = 1_000;

const CEILING = ceiling({
  name: 'vend-access-of-merchant',
  things: 'avatars on the lists',
  count: 'SELECT count(*)::int AS n FROM vend_access WHERE merchant = $1',
  params: [uuid],
  full: accessFull,
});

/** Avatars to whom merchants sell nothing, and those who pay them less. */
export class Access {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async standing(merchant: AvatarKey, akey: AvatarKey): Promise<Standing> {
    const where = { merchant_akey: { merchant, akey } };
    return standingOf(await this.#database.prisma.vendAccess.findUnique({ where, select: { kind: true, discount: true } }));
  }

  /** Raises vend.banned. */
  async mustServe(merchant: AvatarKey, akey: AvatarKey): Promise<void> {
    if ((await this.standing(merchant, akey)).banned) throw bannedBy(merchant, akey);
  }

  /**
   * Puts an avatar on one of the lists, and so takes it off the other; `none` takes it off both. `discount`: hundredths of a
   * percent, for a VIP. Raises vend.own_access and vend.access_full.
   */
  async set(merchant: AvatarKey, akey: AvatarKey, kind: AccessKind | 'none', discount: number): Promise<void> {
    const { vendAccess } = this.#database.prisma;
    if (kind === 'none') return void (await vendAccess.deleteMany({ where: { merchant, akey } }));
    if (akey === merchant) throw ownAccess(`${akey} is the merchant, who is neither banned nor a VIP`);
    const rule = { kind, discount };
    await this.#database.transaction(async (client) => {
      await lockOwner(client, 'vend access', merchant);
      await this.#database.join(client, async (prisma) => {
        const { count } = await prisma.vendAccess.updateMany({ where: { merchant, akey }, data: rule });
        if (count === 1) return;
        await CEILING.mustHaveRoom(client, MAX_RULES, merchant, merchant);
        await prisma.vendAccess.create({ data: { merchant, akey, ...rule } });
      });
    });
  }

  /** In the order of their keys. A page may begin behind any key, whether or not it is on a list. */
  list(merchant: AvatarKey, { after, offset, limit }: Page): Promise<AccessRule[]> {
    return this.#database.prisma.vendAccess.findMany({
      select: { akey: true, kind: true, discount: true, createdAt: true },
      where: { merchant, ...(after && { akey: { gt: after.id } }) },
      orderBy: { akey: 'asc' },
      skip: offset,
      take: limit,
    });
  }
}

/** How somebody stands who is on one of the lists, or on none. */
export function standingOf(rule: Pick<AccessRule, 'kind' | 'discount'> | null): Standing {
  return { banned: rule?.kind === 'ban', discount: rule?.kind === 'vip' ? rule.discount : 0 };
}
