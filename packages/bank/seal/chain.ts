import { createHash } from 'node:crypto';

/**
 * The chain of seals, without the database. A seal covers some journals with all of their rows, some rows of the operators' log
 * behind them (what is said of a journal here goes for such a row too), and the seal before it:
 * whoever changes anything of that has to make all later seals anew, and the newest one's hash is kept elsewhere.
 */
export interface Seal extends Link {
  readonly sealedAt_ms: number;
  /** 16 bytes of each journal's id. */
  readonly ids: Buffer;
  /** CHECK_BYTES for each journal, in the same order, and then the SHA-256 of all of their digests. */
  readonly checks: Buffer;
}

/** What the next seal continues. */
export interface Link {
  readonly number: bigint;
  readonly hash: Buffer;
}

/** What the books hold of some journals now, in the order of their ids. */
export interface Covered {
  readonly ids: Buffer;
  /** SHA-256 over a journal with its entries, holds and refunds, for each. */
  readonly digests: Buffer;
  /** HINT_BYTES of the SHA-256 over the journal's own row, for each. */
  readonly hints: Buffer;
}

export type Finding =
  /** It can not follow the seal before it: one of the two was changed, or what stood between them was removed. */
  | { readonly what: 'number' | 'hash' }
  /** The journal at this index is not what it was; `part` tells whether its own row is. */
  | { readonly what: 'journal'; readonly index: number; readonly part: 'row' | 'others' }
  /** Every check matches, and yet something was changed: somebody has looked for a row with the same check. */
  | { readonly what: 'content' };

export const GENESIS: Link = { number: 0n, hash: Buffer.alloc(32) };
export const ID_BYTES = 16;
export const DIGEST_BYTES = 32;
export const HINT_BYTES = 2;
/** The hint, and then the beginning of the digest. */
export const CHECK_BYTES = 8;

/** The seal after `previous` over these journals. */
export function seal(previous: Link, covered: Covered, sealedAt_ms: number): Seal {
  const number = previous.number + 1n;
  const checks = Buffer.concat([...range(covered, checkAt), sha256(covered.digests)]);
  return { number, sealedAt_ms, ids: covered.ids, checks, hash: hashOf(previous, { number, sealedAt_ms, ids: covered.ids, checks }) };
}

/** What is wrong with the seal that stands after `previous`, given what the books hold of its journals. */
export function examine(previous: Link, given: Seal, covered: Covered): Finding | undefined {
  if (given.number !== previous.number + 1n) return { what: 'number' };
  if (!given.hash.equals(hashOf(previous, given))) return { what: 'hash' };
  for (const [index, check] of range(covered, checkAt).entries()) {
    const sealed = given.checks.subarray(index * CHECK_BYTES, (index + 1) * CHECK_BYTES);
    if (sealed.equals(check)) continue;
    const part = sealed.subarray(0, HINT_BYTES).equals(check.subarray(0, HINT_BYTES)) ? 'others' : 'row';
    return { what: 'journal', index, part };
  }
  if (!given.checks.subarray(given.checks.length - DIGEST_BYTES).equals(sha256(covered.digests))) return { what: 'content' };
  return undefined;
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The lengths of all parts follow from the whole length, so that no two seals share an input. */
function hashOf(previous: Link, { number, sealedAt_ms, ids, checks }: Omit<Seal, 'hash'>): Buffer {
  const head = Buffer.alloc(16);
  head.writeBigInt64BE(number, 0);
  head.writeBigInt64BE(BigInt(sealedAt_ms), 8);
  return sha256(previous.hash, head, ids, checks);
}

function checkAt({ hints, digests }: Covered, index: number): Buffer {
  const hint = hints.subarray(index * HINT_BYTES, (index + 1) * HINT_BYTES);
  return Buffer.concat([hint, digests.subarray(index * DIGEST_BYTES, index * DIGEST_BYTES + CHECK_BYTES - HINT_BYTES)]);
}

function range<T>(covered: Covered, at: (covered: Covered, index: number) => T): T[] {
  return Array.from({ length: covered.ids.length / ID_BYTES }, (_, index) => at(covered, index));
}
