import { createHmac, randomBytes } from 'node:crypto';
import type { Clock, Uuid } from '@scrip/kernel';
import { rateLimited } from '@scrip/rpc';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Backoff, tooMany } from './backoff.ts';

const MINUTE_s = 60;
/** Failures of one source on one avatar before it has to wait; a person who tries a few old passwords never notices. */
const FREE_FAILURES = 10;
/** As many while the avatar is under attack. The owner, who knows the password, gets in from anywhere with this one. */
const FREE_FAILURES_UNDER_ATTACK = 1;
/** Failures a minute on one avatar, from all sources, that are an attack. */
const ATTACK_FAILURES = 100;
/** Failures a minute from one source on all avatars. */
const SOURCE_FAILURES = 300;
/** Challenges a minute for one source: each is a row for a minute. */
const SOURCE_CHALLENGES = 6_000;
/** What strangers can invent is hashed into as many counters, so that no flood of sources or names can grow them. */
const BUCKETS = 65_536;
const PAIR_BUCKETS = 16_384;
const REMEMBERED_PAIRS = 50_000;

/** Whom somebody claims to be: an avatar's key or, where nobody is called so, a hash of what was given. */
export interface Claimed {
  readonly id: Uuid;
  readonly exists: boolean;
}

/**
 * Slows down guessing, in this process' memory. Three counts, from strict to lenient: one source on one avatar (Backoff),
 * one avatar from all sources, one source on all avatars. A source that has logged in to an avatar before is held to the
 * first count only. Failures of others never close an avatar: they make the first count stricter for sources that are new.
 */
export class LoginThrottle {
  readonly #pairs: Backoff;
  /** Nobody can get in by an invented name. What is counted for these must not take the room of the others. */
  readonly #invented: Backoff;
  readonly #known = new LRUCache<string, true>({ max: REMEMBERED_PAIRS });
  readonly #byAvatar = new RateLimiterMemory({ keyPrefix: '', points: ATTACK_FAILURES, duration: MINUTE_s });
  readonly #bySource = new RateLimiterMemory({ keyPrefix: '', points: SOURCE_FAILURES, duration: MINUTE_s });
  readonly #challenges = new RateLimiterMemory({ keyPrefix: '', points: SOURCE_CHALLENGES, duration: MINUTE_s });
  /** Nobody outside can work out who shares a bucket. */
  readonly #salt = randomBytes(16);

  constructor(clock: Clock) {
    this.#pairs = new Backoff(clock, (pair) => this.#bucket(pair, PAIR_BUCKETS));
    this.#invented = new Backoff(clock, (pair) => this.#bucket(pair, PAIR_BUCKETS));
  }

  /**
   * Runs one check of one proof, which is told whether the source has logged in to the avatar before; undefined means that the
   * proof was wrong. Raises rate_limited without checking it.
   */
  async attempt<T>(claimed: Claimed, source: string, check: (isKnown: boolean) => Promise<T | undefined>): Promise<T | undefined> {
    const pair = `${claimed.id} ${source}`;
    if (this.#known.get(pair)) return this.#pairs.run(pair, FREE_FAILURES, () => check(true));
    const [avatarBucket, sourceBucket] = [this.#bucket(claimed.id), this.#bucket(source)];
    // Counted before the check, so that many at once don't slip past the limit; given back where no wrong proof came of it.
    await this.#take(this.#bySource, sourceBucket, tooMany);
    const { consumedPoints } = await this.#byAvatar.penalty(avatarBucket);
    const free = consumedPoints > ATTACK_FAILURES ? FREE_FAILURES_UNDER_ATTACK : FREE_FAILURES;
    let wrong = false;
    const counted = async () => {
      const result = await check(false);
      wrong = result === undefined;
      return result;
    };
    try {
      const result = claimed.exists
        ? await this.#pairs.run(pair, free, counted)
        : await this.#invented.run(this.#bucket(pair, PAIR_BUCKETS), free, counted);
      if (result !== undefined) this.#known.set(pair, true);
      return result;
    } finally {
      if (!wrong) await Promise.all([this.#bySource.reward(sourceBucket), this.#byAvatar.reward(avatarBucket)]);
    }
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

  #bucket(key: string, buckets = BUCKETS): string {
    const digest = createHmac('sha256', this.#salt).update(key).digest();
    return String(digest.readUInt32BE(0) % buckets);
  }
}
