import type { AvatarKey } from '@scrip/kernel';
import { t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';

/** How lists of avatars begin: with their keys, and what they are called. */
export const LISTED_AVATAR = { akey: t.string(), name: t.string() };

/** Rows about avatars, with what these are called; empty where nobody is registered under the key. */
export async function withNames<Row extends { readonly akey: AvatarKey }>(
  avatars: Pick<Avatars, 'names'>,
  rows: readonly Row[],
): Promise<(Row & { readonly name: string })[]> {
  const names = await avatars.names(rows.map(({ akey }) => akey));
  return rows.map((row) => ({ ...row, name: names.get(row.akey) ?? '' }));
}
