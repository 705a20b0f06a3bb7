import type { Page } from '@scrip/kernel';

/** A page, as `findMany` of Prisma Client takes it; `key` names the item that it begins behind, which has to be there. */
export function clientPage<Key>({ after, offset, limit }: Page, key: (id: string) => Key): { cursor?: Key; skip: number; take: number } {
  return after ? { cursor: key(after.id), skip: offset + 1, take: limit } : { skip: offset, take: limit };
}
