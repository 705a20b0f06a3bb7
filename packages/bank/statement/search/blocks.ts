import { type AccountId, wordsOf } from '@scrip/kernel';
import { busy } from '@scrip/rpc';
import { BLOCK, type BlockStore } from './store.ts';
import { termsOf } from './words.ts';

/** Blocks a statement: below its time limit even where every entry has to come from a slow disk. */
const PORTION = 32;
/** How long one call may build: callers wait for it. */
const BUILD_ms = 2_000;

/**
 * Indexes an account's history when somebody first searches so far into it; nobody else pays for that. Nothing in the
 * books ever changes, so a block is written once. Any number of processes may build the same account: each portion is one
 * statement over the blocks next in order, so that what is there is always the beginning of the history, without a gap.
 */
export class BlockBuilder {
  readonly #store: BlockStore;
  /** Searches of one account that come at once build its next portion together. */
  readonly #running = new Map<AccountId, Promise<void>>();

  constructor(store: BlockStore) {
    this.#store = store;
  }

  /**
   * Indexes what is missing of the account's first `wanted` blocks, which must be full. Raises busy where that takes too
   * long; the next call goes on from where this one stopped.
   */
  async ensure(account: AccountId, wanted: number): Promise<void> {
    const end = performance.now() + BUILD_ms;
    let done = await this.#store.count(account);
    while (done < wanted) {
      await this.#buildNext(account, done, Math.min(done + PORTION, wanted));
      done = await this.#store.count(account);
      if (done < wanted && performance.now() > end) {
        const [ready, all] = [done * BLOCK, wanted * BLOCK];
        throw busy(`a first search has to index the account's history; ${ready} of ${all} entries are done: ask again to go on`);
      }
    }
  }

  #buildNext(account: AccountId, first: number, end: number): Promise<void> {
    const running = this.#running.get(account) ?? this.#build(account, first, end).finally(() => this.#running.delete(account));
    this.#running.set(account, running);
    return running;
  }

  async #build(account: AccountId, first: number, end: number): Promise<void> {
    const content = await this.#store.content(account, first, end);
    const blocks = content.map(({ block, comments, owners }) => ({ block, terms: termsOf(account, [...wordsOf(comments), ...owners]) }));
    await this.#store.add(account, blocks);
  }
}
