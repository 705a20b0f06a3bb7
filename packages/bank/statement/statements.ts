import type { Database } from '@scrip/database';
import type { Page } from '@scrip/kernel';
import type { Period } from '@scrip/rpc';
import type { Account } from '../accounts/accounts.ts';
import { BlockBuilder } from './blocks.ts';
import { ANYTHING, balanceAfter, readLines, type StatementLine, spanOf, type Wanted } from './lines.ts';
import { narrow } from './place.ts';
import { Search } from './search.ts';
import { BlockStore } from './store.ts';

/** What was moved to and from accounts, page by page; any page costs the same, however long the history is. */
export class Statements {
  readonly #database: Database;
  readonly #search: Search;

  constructor(database: Database) {
    this.#database = database;
    const store = new BlockStore(database);
    this.#search = new Search(database, store, new BlockBuilder(store));
  }

  /** Newest first. With something wanted, raises busy and bank.search_too_broad as `Search` does. */
  async newestFirst(account: Account, period: Period, wanted: Wanted, { after, offset, limit }: Page): Promise<StatementLine[]> {
    const all = await spanOf(this.#database, account, period);
    const span = after ? await narrow(this.#database, account, all, { place: after, wanted, isNewestFirst: true }) : all;
    if (wanted.words.size > 0 || wanted.counterparty) return this.#search.find(account, span, wanted, offset, limit);
    const high = span.high - BigInt(offset);
    const low = high - BigInt(limit);
    return readLines(this.#database, account, [{ low: low > span.low ? low : span.low, high }]);
  }

  /** Oldest first: a page stays the same while more is paid. */
  async oldestFirst(account: Account, period: Period, { after, offset, limit }: Page): Promise<StatementLine[]> {
    const all = await spanOf(this.#database, account, period);
    const span = after ? await narrow(this.#database, account, all, { place: after, wanted: ANYTHING, isNewestFirst: false }) : all;
    const low = span.low + BigInt(offset);
    const high = low + BigInt(limit);
    const lines = await readLines(this.#database, account, [{ low, high: high < span.high ? high : span.high }]);
    return lines.reverse();
  }

  /** The posted balance at the end of that second, in minor units. */
  async balanceAt(account: Account, time: Date): Promise<bigint> {
    const { high } = await spanOf(this.#database, account, { from: undefined, to: time });
    return balanceAfter(this.#database, account, high);
  }
}
