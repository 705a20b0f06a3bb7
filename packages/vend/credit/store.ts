import { type Database, type Prisma, type Rider, riderStatement, uuid } from '@scrip/database';
import type { AvatarKey, Page } from '@scrip/kernel';
import type { CreditParties } from './model.ts';

const LISTED = riderStatement({
  name: 'vend-credit-listed',
  text: 'INSERT INTO vend_credit (merchant, holder) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING',
  columns: [uuid, uuid],
});

/** Puts somebody on the lists of who has credit at whom, in the transaction of the payment that is the credit. */
export function creditRider({ merchant, holder }: CreditParties): Rider {
  return LISTED.row(merchant, holder);
}

/** Who has credit at whom; the money of it is in the books. */
export class CreditStore {
  readonly #prisma: Database['prisma'];

  constructor({ prisma }: Database) {
    this.#prisma = prisma;
  }

  /** In the order of the merchants' keys. A page may begin behind any key. */
  ofHolder(holder: AvatarKey, { after, ...page }: Page): Promise<CreditParties[]> {
    return this.#find({ holder, ...(after && { merchant: { gt: after.id } }) }, { merchant: 'asc' }, page);
  }

  /** In the order of the holders' keys. A page may begin behind any key. */
  ofMerchant(merchant: AvatarKey, { after, ...page }: Page): Promise<CreditParties[]> {
    return this.#find({ merchant, ...(after && { holder: { gt: after.id } }) }, { holder: 'asc' }, page);
  }

  #find(
    where: Prisma.VendCreditWhereInput,
    orderBy: Prisma.VendCreditOrderByWithRelationInput,
    { offset, limit }: Page,
  ): Promise<CreditParties[]> {
    return this.#prisma.vendCredit.findMany({ select: { merchant: true, holder: true }, where, orderBy, skip: offset, take: limit });
  }
}
