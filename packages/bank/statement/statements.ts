import type { Database } from '@scrip/database';
import type { Lane, Page } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import type { Account } from '../accounts/model.ts';
import { ANYTHING, type StatementLine, type Wanted } from './model.ts';
import { narrow } from './place.ts';
import { BlockBuilder } from './search/blocks.ts';
import { Search } from './search/search.ts';
import { BlockStore } from './search/store.ts';
import { LineStore } from './store.ts';

/** What was moved to and from accounts, page by page; any page costs the same, however long the history is. */
export class Statements {
  readonly #store: LineStore;
  readonly #search: Search;
  readonly #slow: Lane;

  constructor(database: Database) {
    this.#store = new LineStore(database);
    this.#slow = database.slow;
    const blocks = new BlockStore(database);
    this.#search = new Search(this.#store, blocks, new BlockBuilder(blocks));
  }

  /** Newest first. With something wanted, raises busy and bank.search_too_broad as `Search` does. */
  async newestFirst(account: Account, period: Period, wanted: Wanted, { after, offset, limit }: Page): Promise<StatementLine[]> {
    const all = await this.#store.span(account, period);
    const span = after ? await narrow(this.#store, account, all, { place: after, wanted, isNewestFirst: true }) : all;
    if (wanted.words.size > 0 || wanted.counterparty) {
      return this.#slow.run(() => this.#search.find(account, span, wanted, offset, limit));
    }
    const high = span.high - BigInt(offset);
    const low = high - BigInt(limit);
    return this.#store.lines(account, [{ low: low > span.low ? low : span.low, high }]);
  }

  /** Oldest first: a page stays the same while more is paid. */
  async oldestFirst(account: Account, period: Period, { after, offset, limit }: Page): Promise<StatementLine[]> {
    const all = await this.#store.span(account, period);
    const span = after ? await narrow(this.#store, account, all, { place: after, wanted: ANYTHING, isNewestFirst: false }) : all;
    const low = span.low + BigInt(offset);
    const high = low + BigInt(limit);
    const lines = await this.#store.lines(account, [{ low, high: high < span.high ? high : span.high }]);
    return lines.reverse();
  }

  /** The posted balance at the end of that second, in minor units. */
  async balanceAt(account: Account, time: Date): Promise<bigint> {
    const { high } = await this.#store.span(account, { from: undefined, to: time });
    return this.#store.balanceAfter(account, high);
  }
}
