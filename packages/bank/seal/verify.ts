import { randomBytes } from 'node:crypto';
import type { Database, Queryable } from '@scrip/database';
import type { JournalId, Uuid } from '@scrip/kernel';
import { busy } from '@scrip/rpc';
import { snapshot } from '../snapshot.ts';
import { CHECK_BYTES, type Covered, examine, GENESIS, type Link, type Seal } from './chain.ts';
import { type Coverage, coverage, part, type Tally } from './coverage.ts';
import { nameAdded, nameChanged } from './culprit.ts';
import { joined, type LogCoverage, logCoverage, rowName } from './log-coverage.ts';
import { BEFORE_ALL_IDS, BEFORE_ALL_SEALS, EVERYTHING, HEAD, LOG_WAITING, SEALS, WAITING } from './walk-statements.ts';

export interface ChainReport {
  readonly ok: boolean;
  /** How many seals were found good, and how many journals they cover. */
  readonly seals: number;
  readonly journals: number;
  /** How many rows of the operators' log they cover. */
  readonly logRows: number;
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
      (await verification.waitingLog()) ??
      (await verification.added());
    return {
      ok: firstBad === undefined,
      seals: verification.seals,
      journals: verification.journals,
      logRows: verification.logRows,
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

/** What one seal covers, and the indexes of what of it is missing. */
interface SealedRows {
  readonly ids: readonly JournalId[];
  readonly missing: number;
  readonly log: readonly Uuid[];
  readonly missingLog: number;
}

/** One walk through the books and their seals, which stops at the first thing that is wrong. */
class Verification {
  seals = 0;
  journals = 0;
  logRows = 0;
  unsealed = 0;
  readonly #books: Queryable;
  readonly #stopping: AbortSignal;
  /** Nobody can know it, and so nobody can add a journal that makes up for another one. */
  readonly #seed = randomBytes(8).readBigInt64BE();
  readonly #covered: Tally = { fingerprint: 0n, entries: 0n, holds: 0n, refunds: 0n };
  /** As `fingerprint` of the journals. */
  #logFingerprint = 0n;

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
      const covered = await this.#coverage(rows.flatMap(({ journals }) => idsOf(journals)));
      const coveredLog = await this.#logCoverage(rows.flatMap(({ log }) => idsOf(log)));
      let from = 0;
      let fromLog = 0;
      for (const { number, checks, hash, sealed_at, ...row } of rows) {
        const [ids, log] = [idsOf(row.journals), idsOf(row.log)];
        const own = joined(part(covered, from, ids.length), part(coveredLog, fromLog, log.length));
        const missing = covered.missing === undefined ? ids.length : covered.missing - from;
        const missingLog = coveredLog.missing === undefined ? log.length : coveredLog.missing - fromLog;
        const given: Seal = { number, checks, hash, sealedAt_ms: sealed_at.getTime(), ids: own.ids };
        const bad = await this.#examine(previous, given, own, { ids, missing, log, missingLog, anchor });
        if (bad !== undefined) return bad;
        previous = given;
        from += ids.length;
        fromLog += log.length;
        this.seals += 1;
        this.journals += ids.length;
        this.logRows += log.length;
      }
    }
  }

  /** `missing` is the index of the first journal (row of the log) that is not there; that of another seal, or none, is past the end. */
  async #examine(
    previous: Link,
    given: Seal,
    own: Covered,
    { ids, missing, log, missingLog, anchor }: SealedRows & { readonly anchor: Anchor | undefined },
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
    if (changed && changed.index >= ids.length) {
      const index = changed.index - ids.length;
      const how = index === missingLog ? `missing; seal ${number} covers it` : `changed; seal ${number} covers it as it was before`;
      return `${rowName(log[index])}: ${how}`;
    }
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
      const ids = rows.flatMap(({ journals }) => idsOf(journals));
      const { missing } = await this.#coverage(ids);
      if (missing !== undefined) return `journal ${ids[missing]}: missing; it was committed, and waits for its seal`;
      this.unsealed += ids.length;
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** As `waiting`, of the operators' log. */
  async waitingLog(): Promise<string | undefined> {
    for (let after = BEFORE_ALL_IDS; ; ) {
      const ids = (await LOG_WAITING.all(this.#books, after)).map(({ id }) => id);
      if (ids.length === 0) return undefined;
      const { missing } = await this.#logCoverage(ids);
      if (missing !== undefined) return `${rowName(ids[missing])}: missing; it was committed, and waits for its seal`;
      after = ids.at(-1) ?? after;
    }
  }

  /** Whether the books and the log hold nothing but what is covered. */
  async added(): Promise<string | undefined> {
    const row = await EVERYTHING.first(this.#books, this.#seed);
    if (!row) throw new Error('the database counted nothing');
    const kinds = Object.keys(this.#covered) as (keyof Tally)[];
    const same = BigInt(row.log) === this.#logFingerprint && kinds.every((kind) => BigInt(row[kind]) === this.#covered[kind]);
    return same ? undefined : nameAdded(this.#books);
  }

  async #logCoverage(ids: readonly Uuid[]): Promise<LogCoverage> {
    const covered = await logCoverage(this.#books, ids, this.#seed);
    this.#logFingerprint += covered.fingerprint;
    return covered;
  }

  async #coverage(ids: readonly JournalId[]): Promise<Coverage> {
    if (this.#stopping.aborted) throw busy('the server is stopping; verify the chain again when it is back');
    const covered = await coverage(this.#books, ids, this.#seed);
    for (const kind of Object.keys(this.#covered) as (keyof Tally)[]) this.#covered[kind] += covered[kind];
    return covered;
  }
}

function idsOf(list: string | null): Uuid[] {
  return list ? list.split(',') : [];
}

function wordsOf(what: 'number' | 'hash', previous: bigint, number: bigint): string {
  if (what === 'number') {
    if (number <= previous) return `seal ${number}: added; the chain begins with seal 1`;
    return `seal ${previous + 1n}: missing; seal ${number} comes after ${previous === 0n ? 'nothing' : `seal ${previous}`}`;
  }
  const before = previous === 0n ? '' : `, or seal ${previous} before it,`;
  return `seal ${number}: changed; it${before} is not what it was when it was made`;
}
