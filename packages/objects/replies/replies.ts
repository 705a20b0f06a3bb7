import type { MasterKey } from '@scrip/capability';
import { deriveId, type Uuid } from '@scrip/kernel';
import { LRUCache } from 'lru-cache';
import type { FirstReplyStore } from './store.ts';

/** One call of an object, as it may come again. */
export interface Attempt {
  readonly object: Uuid;
  readonly nonce: string;
  /** What was sent: the same nonce with anything else is no retry. */
  readonly body: string;
  /** Whether the call may run again under its request id: nothing is done twice then. Such a reply needs no row. */
  readonly isRepeatable: boolean;
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
    const { object, nonce, body } = attempt;
    const id = `${object} ${nonce}`;
    // A body may hold a password, so nobody without the master key is to try some against its hash.
    const requestHash = deriveId('first reply', this.#masterKey.mac('first-request', body).toString('hex'));
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
   * A row without a reply is that of a call which was cut off, or which another server is at. It runs once more then: what moves
   * money knows it by its request id.
   */
  async #withRow({ object, nonce }: Attempt, requestHash: Uuid, run: () => Promise<Answered>): Promise<Answered | undefined> {
    if (!(await this.#store.begin(object, nonce, requestHash))) {
      const first = await this.#store.find(object, nonce);
      if (first && first.request_hash !== requestHash) return undefined;
      if (first?.reply) return { reply: this.#masterKey.open('first-reply', first.reply, `${object} ${nonce}`).toString(), isFinal: true };
    }
    const answer = await run();
    // A reply may hold a capability or a secret, which stand nowhere in the database.
    if (answer.isFinal) {
      await this.#store.keep(object, nonce, this.#masterKey.seal('first-reply', Buffer.from(answer.reply), `${object} ${nonce}`));
    }
    return answer;
  }
}
