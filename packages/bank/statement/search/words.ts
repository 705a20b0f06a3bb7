import { crc32 } from 'node:zlib';
import type { AccountId } from '@scrip/kernel';

/** What the index keeps of words, and of owners' keys: 32 bits each, other ones in every account, so that no account finds another's blocks. */
export function termsOf(account: AccountId, texts: Iterable<string>): number[] {
  const seed = crc32(account);
  const terms = new Set<number>();
  // PostgreSQL's integers have a sign.
  for (const text of texts) terms.add(crc32(text, seed) | 0);
  return [...terms];
}
