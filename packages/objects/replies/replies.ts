import { setTimeout as sleep } from 'node:timers/promises';
import type { MasterKey } from '@scrip/capability';
import { deriveId, type Uuid } from '@scrip/kernel';
import { busy, type InWorldObject } from '@scrip/rpc';
import { LRUCache } from 'lru-cache';
import type { FirstReplyStore } from './store.ts';

/** One call of an object, as it may come again. */
export interface Attempt {
  readonly object: InWorldObject;
  readonly nonce: string;
  /** What was sent: the same nonce with anything else is no retry. */
  readonly body: string;
  /** Whether the call may run again under its request id: nothing is done twice then. Such a reply needs no row. */
  readonly isRepeatable: boolean;
  /** Whether it runs under a request id, so that two runs at once do nothing twice. */
  readonly hasRequestId: boolean;
}

export interface Answered {
  readonly reply: string;
  /** False where nothing was decided, so that the same call is to run again. */
  readonly isFinal: boolean;
}

interface Remembered {
  readonly requestHash: Uuid;
  readonly answered: Promise<Answered>;
}

/** A time that is signed counts for 300 s either way: nothing can come again after twice that. */
const KEPT_ms = 660_000;
/** A run that is not over by then was cut off. Statements and the budgets of requests end before. */
const ALONE_s = 30;
/** How long a retry waits for a run at another server, and how often it looks. */
const PATIENCE = { most_ms: 5_000, look_ms: 200 };
const REMEMBERED = { max: 50_000, maxSize: 32 * 1024 * 1024, ttl: KEPT_ms };

/**
 * Gives an object the first reply again where it asks again under the same nonce, since its simulator had no answer in time. What
 * may run again is remembered by this process; all else has a row, so that another server, or this one after a restart, knows it.
 */
export class FirstReplies {
  readonly #store: FirstReplyStore;
  readonly #masterKey: Pick<MasterKey, 'seal' | 'open' | 'mac'>;
  readonly #remembered = new LRUCache<string, Remembered>(REMEMBERED);

  constructor(store: FirstReplyStore, masterKey: Pick<MasterKey, 'seal' | 'open' | 'mac'>) {
    this.#store = store;
    this.#masterKey = masterKey;
  }

  /** Undefined where the nonce stands for another call. */
  async answer(attempt: Attempt, run: () => Promise<Answered>): Promise<string | undefined> {
    const { object, nonce } = attempt;
    const id = `${object.key} ${nonce}`;
    const requestHash = this.#hash(attempt);
    const known = this.#remembered.get(id);
    if (known) return known.requestHash === requestHash ? (await known.answered).reply : undefined;
    const answered = attempt.isRepeatable ? run() : this.#withRow(attempt, requestHash, run);
    const remember = (size: number) => this.#remembered.set(id, { requestHash, answered: answered as Promise<Answered> }, { size });
    remember(512);
    try {
      const answer = await answered;
      if (answer === undefined || !answer.isFinal) this.#remembered.delete(id);
      else remember(answer.reply.length + 256);
      return answer?.reply;
    } catch (error) {
      this.#remembered.delete(id);
      throw error;
    }
  }

  /** Forgets, in the database, what can't come again. */
  async purge(now: Date): Promise<void> {
    await this.#store.purge(new Date(now.getTime() - KEPT_ms));
  }

  /**
   * A retry of a claimed object is none of a signed one, nor is one of another owner: neither learns what the other was told. A body may
   * hold a password, so nobody without the master key is to try some against its hash.
   */
  #hash({ object: { isSigned, owner = '' }, body }: Attempt): Uuid {
    return deriveId('first reply', this.#masterKey.mac('first-request', `${isSigned} ${owner}\n${body}`).toString('hex'));
  }

  async #withRow(attempt: Attempt, requestHash: Uuid, run: () => Promise<Answered>): Promise<Answered | undefined> {
    const { nonce, hasRequestId } = attempt;
    const { key } = attempt.object;
    const until_ms = performance.now() + PATIENCE.most_ms;
    while (!(await this.#store.begin(key, nonce, requestHash, hasRequestId ? 0 : ALONE_s))) {
      const first = await this.#store.find(key, nonce);
      if (first && first.request_hash !== requestHash) return undefined;
      if (first?.reply) return this.#opened(key, nonce, first.reply);
      if (performance.now() >= until_ms) throw busy(`the call of nonce ${nonce} is under way; ask again with the same nonce`);
      await sleep(PATIENCE.look_ms);
    }
    const answer = await run();
    if (!answer.isFinal) {
      await this.#store.leave(key, nonce);
      return answer;
    }
    // A reply may hold a capability or a secret, which stand nowhere in the database.
    const sealed = this.#masterKey.seal('first-reply', Buffer.from(answer.reply), `${key} ${nonce}`);
    if (await this.#store.keep(key, nonce, sealed)) return answer;
    const first = await this.#store.find(key, nonce);
    return first?.reply ? this.#opened(key, nonce, first.reply) : answer;
  }

  #opened(key: Uuid, nonce: string, sealed: Uint8Array): Answered {
    return { reply: this.#masterKey.open('first-reply', sealed, `${key} ${nonce}`).toString(), isFinal: true };
  }
}
