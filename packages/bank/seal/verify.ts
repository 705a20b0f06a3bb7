import { randomBytes } from 'node:crypto';
import { bytea, type Database, int8, nullable, type Queryable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { JournalId } from '@scrip/kernel';
import { busy } from '@scrip/rpc';
import { snapshot } from '../snapshot.ts';
import { CHECK_BYTES, type Covered, examine, GENESIS, type Link, type Seal } from './chain.ts';
import { type Coverage, coverage, part, type Tally } from './coverage.ts';
import { nameAdded, nameChanged } from './culprit.ts';

export interface ChainReport {
  readonly ok: boolean;
  /** How many seals were found good, and how many journals they cover. */
  readonly seals: number;
  readonly journals: number;
  /** Journals that wait for their seal. */
  readonly unsealed: number;
  /** The newest seal; 0 and 64 zeros where there is none. */
  readonly headNumber: number;
  readonly headHash: string;
  /** Empty, or which row is the first that is not as it was sealed, in words. */
  readonly firstBad: string;
}

/** A seal that somebody wrote down: the chain must still hold it. */
export interface Anchor {
  readonly number: bigint;
  readonly hash: string;
}

/** Journals that are looked at in one statement. */
const PORTION = 4_000;
const ROWS = 500;

const HEAD = statement({
  text: `SELECT number, encode(hash, 'hex') AS hash FROM seal ORDER BY number DESC LIMIT 1`,
  row: { number: int8, hash: text },
});

/** The length of `checks` tells how many journals there are, without fetching either. */
const SEALS = statement({
  text: `SELECT number, array_to_string(journals, ',', 'NULL') AS journals, checks, hash, sealed_at
         FROM (SELECT *, sum(octet_length(checks)) OVER (ORDER BY number) - octet_length(checks) AS before
               FROM (SELECT * FROM seal WHERE number > $1 ORDER BY number LIMIT ${ROWS}) taken) next
         WHERE before < ${PORTION * CHECK_BYTES} ORDER BY number`,
  params: [int8],
  row: { number: int8, journals: nullable(text), checks: bytea, hash: bytea, sealed_at: timestamptz },
});

const WAITING = statement({
  text: `SELECT id, array_to_string(journals, ',', 'NULL') AS journals
         FROM (SELECT *, sum(cardinality(journals)) OVER (ORDER BY id) - cardinality(journals) AS before
               FROM (SELECT * FROM unsealed WHERE id > $1 ORDER BY id LIMIT ${ROWS}) taken) next
         WHERE coalesce(before, 0) < ${PORTION} ORDER BY id`,
  params: [uuid],
  row: { id: uuid, journals: nullable(text) },
});

const BEFORE_ALL_SEALS = -(1n << 63n);
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

const EVERYTHING = statement({
  text: `SELECT coalesce(sum(uuid_hash_extended(id, $1::bigint)), 0)::text AS fingerprint, (SELECT count(*) FROM entry) AS entries,
                (SELECT count(*) FROM hold) AS holds, (SELECT count(*) FROM refund) AS refunds
         FROM journal`,
  params: [int8],
  row: { fingerprint: text, entries: int8, holds: int8, refunds: int8 },
});

/**
 * Compares the books with their seals, in one snapshot, portion by portion (operator.verifyChain). Costs a read of all
 * entries by their journals. Raises `busy` where the server is stopping.
 */
export function verifyChain(database: Database, anchor: Anchor | undefined, stopping: AbortSignal): Promise<ChainReport> {
  return snapshot(database, async (books) => {
    const head = await HEAD.first(books);
    const verification = new Verification(books, stopping);
    const firstBad =
      (await verification.sealed(anchor)) ??
      missingAnchor(anchor, head?.number ?? 0n) ??
      (await verification.waiting()) ??
      (await verification.added());
    return {
      ok: firstBad === undefined,
      seals: verification.seals,
      journals: verification.journals,
      unsealed: verification.unsealed,
      headNumber: Number(head?.number ?? 0n),
      headHash: head?.hash ?? GENESIS.hash.toString('hex'),
      firstBad: firstBad ?? '',
    };
  });
}

function missingAnchor(anchor: Anchor | undefined, newest: bigint): string | undefined {
  return anchor && anchor.number > newest ? `seal ${anchor.number}: missing; the chain ends with seal ${newest}` : undefined;
}

/** One walk through the books and their seals, which stops at the first thing that is wrong. */
class Verification {
  seals = 0;
  journals = 0;
  unsealed = 0;
  readonly #books: Queryable;
  readonly #stopping: AbortSignal;
  /** Nobody can know it, and so nobody can add a journal that makes up for another one. */
  readonly #seed = randomBytes(8).readBigInt64BE();
  readonly #covered: Tally = { fingerprint: 0n, entries: 0n, holds: 0n, refunds: 0n };

  constructor(books: Queryable, stopping: AbortSignal) {
    this.#books = books;
    this.#stopping = stopping;
  }

  /** Walks the chain; returns what is wrong with it first. */
  async sealed(anchor: Anchor | undefined): Promise<string | undefined> {
    let previous: Link = GENESIS;
    for (let after = BEFORE_ALL_SEALS; ; after = previous.number) {
      const rows = await SEALS.all(this.#books, after);
      if (rows.length === 0) return undefined;
      const lists = rows.map(idsOf);
      const covered = await this.#coverage(lists.flat());
      let from = 0;
      for (const [index, { number, checks, hash, sealed_at }] of rows.entries()) {
        const ids = lists[index] ?? [];
        const own = part(covered, from, ids.length);
        const missing = covered.missing === undefined ? ids.length : covered.missing - from;
        const given: Seal = { number, checks, hash, sealedAt_ms: sealed_at.getTime(), ids: own.ids };
        const bad = await this.#examine(previous, given, own, { ids, missing, anchor });
        if (bad !== undefined) return bad;
        previous = given;
        from += ids.length;
        this.seals += 1;
        this.journals += ids.length;
      }
    }
  }

  /** `missing` is the index of the first journal that is not in the books; that of another seal, or none, is past the end. */
  async #examine(
    previous: Link,
    given: Seal,
    own: Covered,
    { ids, missing, anchor }: { ids: readonly JournalId[]; missing: number; anchor: Anchor | undefined },
  ): Promise<string | undefined> {
    const { number, checks } = given;
    const finding = examine(previous, given, own);
    if (finding?.what === 'number' || finding?.what === 'hash') return wordsOf(finding.what, previous.number, number);
    const hash = given.hash.toString('hex');
    if (anchor?.number === number && anchor.hash !== hash) {
      return `seal ${number}: its hash is ${hash}, not ${anchor.hash}; it, or one before it, was made anew`;
    }
    const changed = finding?.what === 'journal' ? finding : undefined;
    if (missing < ids.length && missing <= (changed?.index ?? missing)) return `journal ${ids[missing]}: missing; seal ${number} covers it`;
    if (changed) {
      const check = checks.subarray(changed.index * CHECK_BYTES, (changed.index + 1) * CHECK_BYTES);
      return nameChanged(this.#books, { journal: ids[changed.index] as JournalId, seal: number, check, part: changed.part });
    }
    return finding && `seal ${number}: something that it covers was changed, by somebody who made every check of it match`;
  }

  /** What was committed since the newest seal: that it is there at all. */
  async waiting(): Promise<string | undefined> {
    for (let after = BEFORE_ALL_IDS; ; ) {
      const rows = await WAITING.all(this.#books, after);
      if (rows.length === 0) return undefined;
      const ids = rows.flatMap(idsOf);
      const { missing } = await this.#coverage(ids);
      if (missing !== undefined) return `journal ${ids[missing]}: missing; it was committed, and waits for its seal`;
      this.unsealed += ids.length;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** Whether the books hold nothing but what is covered. */
  async added(): Promise<string | undefined> {
    const row = await EVERYTHING.first(this.#books, this.#seed);
    if (!row) throw new Error('the database counted nothing');
    const kinds = Object.keys(this.#covered) as (keyof Tally)[];
    return kinds.every((kind) => BigInt(row[kind]) === this.#covered[kind]) ? undefined : nameAdded(this.#books);
  }

  async #coverage(ids: readonly JournalId[]): Promise<Coverage> {
    if (this.#stopping.aborted) throw busy('the server is stopping; verify the chain again when it is back');
    const covered = await coverage(this.#books, ids, this.#seed);
    for (const kind of Object.keys(this.#covered) as (keyof Tally)[]) this.#covered[kind] += covered[kind];
    return covered;
  }
}

function idsOf({ journals }: { journals: string | null }): JournalId[] {
  return journals ? journals.split(',') : [];
}

function wordsOf(what: 'number' | 'hash', previous: bigint, number: bigint): string {
  if (what === 'number') {
    if (number <= previous) return `seal ${number}: added; the chain begins with seal 1`;
    return `seal ${previous + 1n}: missing; seal ${number} comes after ${previous === 0n ? 'nothing' : `seal ${previous}`}`;
  }
  const before = previous === 0n ? '' : `, or seal ${previous} before it,`;
  return `seal ${number}: changed; it${before} is not what it was when it was made`;
}
