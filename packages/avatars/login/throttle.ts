import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '@scrip/kernel';
import { rateLimited } from '@scrip/rpc';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Backoff, tooMany } from './backoff.ts';

const MINUTE_s = 60;
/** Failures a minute on one account from everywhere, and from one source on all accounts. */
const ACCOUNT_FAILURES = 100;
const SOURCE_FAILURES = 300;
/** Challenges a minute for one source: each is a row for a minute. */
const SOURCE_CHALLENGES = 6_000;
/** The counters' keys are hashed into this many, so that no flood of sources or names can grow them. */
const BUCKETS = 65_536;
const REMEMBERED_PAIRS = 50_000;

/**
 * Slows down guessing, in this process' memory. Three counts, from strict to lenient: one source on one account (Backoff),
 * one account from all sources, one source on all accounts. A source that has logged in to an account before is held to
 * the first count only, so nobody can lock an owner out by failing in the owner's name.
 */
export class LoginThrottle {
  readonly #pairs: Backoff;
  readonly #known = new LRUCache<string, true>({ max: REMEMBERED_PAIRS });
  readonly #byAccount = new RateLimiterMemory({ keyPrefix: '', points: ACCOUNT_FAILURES, duration: MINUTE_s });
  readonly #bySource = new RateLimiterMemory({ keyPrefix: '', points: SOURCE_FAILURES, duration: MINUTE_s });
  readonly #challenges = new RateLimiterMemory({ keyPrefix: '', points: SOURCE_CHALLENGES, duration: MINUTE_s });
  /** Nobody outside can work out who shares a bucket. */
  readonly #salt = randomBytes(16);

  constructor(clock: Clock) {
    this.#pairs = new Backoff(clock);
  }

  /** Runs one check of one credential; undefined means that it was wrong. Raises rate_limited without checking it. */
  attempt<T>(account: string, source: string, check: () => Promise<T | undefined>): Promise<T | undefined> {
    const pair = `${account} ${source}`;
    return this.#pairs.run(pair, async () => {
      if (this.#known.get(pair)) return check();
      const [accountBucket, sourceBucket] = [this.#bucket(account), this.#bucket(source)];
      // Counted before the check and given back after a success: many at once must not slip past the limit.
      await this.#take(this.#bySource, sourceBucket, tooMany);
      await this.#take(this.#byAccount, accountBucket, tooMany);
      const result = await check();
      if (result !== undefined) {
        this.#known.set(pair, true);
        await Promise.all([this.#bySource.reward(sourceBucket), this.#byAccount.reward(accountBucket)]);
      }
      return result;
    });
  }

  /** Counts a request for a challenge; raises rate_limited. */
  async challenge(source: string): Promise<void> {
    await this.#take(this.#challenges, this.#bucket(source), (wait_s) => rateLimited(`too many challenges asked for; wait ${wait_s} s`));
  }

  async #take(limiter: RateLimiterMemory, bucket: string, refusal: (wait_s: number) => Error): Promise<void> {
    try {
      await limiter.consume(bucket);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) throw refusal(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
      throw refused;
    }
  }

  #bucket(key: string): string {
    const digest = createHmac('sha256', this.#salt).update(key).digest();
    return String(digest.readUInt32BE(0) % BUCKETS);
  }
}
