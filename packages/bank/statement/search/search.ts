import { wordsOf } from '@scrip/kernel';
import type { Account } from '../../accounts/model.ts';
import { searchTooBroad } from '../errors.ts';
import type { Span, StatementLine, Wanted } from '../model.ts';
import type { LineStore } from '../store.ts';
import type { BlockBuilder } from './blocks.ts';
import { BLOCK, type BlockStore } from './store.ts';
import { termsOf } from './words.ts';

/** How many of the newest entries are read without the index: a word that is in many of them needs nothing else. */
const DIRECT = 512;
/** The most blocks that one search reads through: 131,072 entries. */
const MAX_BLOCKS = 1_024;
const FIRST_BLOCKS = 4;
const MOST_BLOCKS_AT_ONCE = 64;

/** Searches histories through the index of their blocks. */
export class Search {
  readonly #lines: LineStore;
  readonly #blocks: BlockStore;
  readonly #builder: BlockBuilder;

  constructor(lines: LineStore, blocks: BlockStore, builder: BlockBuilder) {
    this.#lines = lines;
    this.#blocks = blocks;
    this.#builder = builder;
  }

  /**
   * The lines of the span that match, newest first; `offset` counts matches. Reads the newest entries, then those blocks
   * that hold every term, and looks at each entry in them. Raises busy while the index is being made, and
   * bank.search_too_broad where too many blocks hold the terms and too few entries match.
   */
  async find(account: Account, span: Span, wanted: Wanted, offset: number, limit: number): Promise<StatementLine[]> {
    const found: StatementLine[] = [];
    if (limit === 0) return found;
    let skip = offset;
    for await (const line of this.#candidates(account, span, wanted)) {
      if (!matches(line, wanted)) continue;
      if (skip > 0) skip--;
      else if (found.push(line) === limit) break;
    }
    return found;
  }

  async *#candidates(account: Account, { low, high }: Span, wanted: Wanted): AsyncGenerator<StatementLine> {
    const cut = later(low, startOf(blockOf(high - BigInt(DIRECT))));
    yield* await this.#lines.lines(account, [{ low: cut, high }], wanted);
    if (cut === low) return;
    const end = blockOf(cut);
    await this.#builder.ensure(account.id, end);
    const terms = termsOf(account.id, wanted.counterparty ? [...wanted.words, wanted.counterparty] : wanted.words);
    const blocks = await this.#blocks.find(account.id, terms, blockOf(low), end, MAX_BLOCKS + 1);
    const readable = blocks.slice(0, MAX_BLOCKS);
    for (let count = FIRST_BLOCKS; readable.length > 0; count = Math.min(2 * count, MOST_BLOCKS_AT_ONCE)) {
      const spans = readable.splice(0, count).map((block) => ({ low: later(low, startOf(block)), high: startOf(block + 1) }));
      yield* await this.#lines.lines(account, spans, wanted);
    }
    if (blocks.length > MAX_BLOCKS) throw tooBroad();
  }
}

/** Whether a line is wanted. */
export function matches({ comment, counterparty }: StatementLine, wanted: Wanted): boolean {
  if (wanted.counterparty && wanted.counterparty !== counterparty) return false;
  if (wanted.words.size === 0) return true;
  const words = wordsOf(comment);
  return [...wanted.words].every((word) => words.has(word));
}

function tooBroad() {
  return searchTooBroad(
    `${MAX_BLOCKS * BLOCK} entries could match and were looked at, and the page is not full; ask for a shorter time with from_time and to_time`,
  );
}

/** The block that holds the entry after so many. */
function blockOf(entries: bigint): number {
  return Number(entries / BigInt(BLOCK));
}

/** How many entries there are before a block. */
function startOf(block: number): bigint {
  return BigInt(block) * BigInt(BLOCK);
}

function later(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
