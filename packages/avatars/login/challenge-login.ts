import { randomBytes, timingSafeEqual } from 'node:crypto';
import { loginFailed, type MasterKey } from '@scrip/capability';
import { type Clock, deriveId, NIL_UUID, nameKey, networkOf } from '@scrip/kernel';
import { busy } from '@scrip/rpc';
import { md5 } from '../directory/passwords.ts';
import type { AvatarRow } from '../directory/store.ts';
import type { Admission, Applicant } from './admission.ts';
import type { ChallengeStore, Filing, Outstanding } from './store.ts';
import type { LoginThrottle } from './throttle.ts';

const CHALLENGE_BYTES = 20;
const CHALLENGE_LIFE_ms = 60_000;
/** Outstanding challenges for one name from one source. */
const MAX_OWN = 1_000;
/** Challenges that one attempt is compared with: some milliseconds at worst. */
const MAX_COMPARED = 2_000;
const MD5_HEX_LENGTH = 32;

export interface ChallengeAttempt extends Applicant {
  /** The client puts the avatar's key or name into it, as `who` spells it. */
  readonly response: string;
}

/**
 * The documented login (Apez, general.getLoginChallenge and general.getLoginCapability).
 *
 * A response does not say which challenge it answers, so the server has to remember what it gave out, and a memory that
 * strangers can fill is one that they can empty. So each challenge is a row of its own, filed under whom it was asked for
 * and where from:
 * - Nothing is ever pushed out. Past a thousand for one name from one source the newest is handed out again, so a flood
 *   costs its sender and nobody else; other sources have a thousand of their own, and an attempt is compared with those of
 *   its own source first.
 * - An attempt uses up one challenge: the one that it answers or, if none, the oldest of its own source. A stranger's wrong
 *   answers therefore use up the stranger's challenges only.
 * - Using up is deleting the row. Of many attempts at once, in however many server processes, one finds it there.
 * - Whether the name is known is not asked before a challenge is given, and an attempt does the same work either way.
 */
export class ChallengeLogin {
  readonly #admission: Admission;
  readonly #challenges: ChallengeStore;
  readonly #masterKey: MasterKey;
  readonly #clock: Clock;
  readonly #enabled: boolean;
  readonly #throttle: LoginThrottle;
  /** Stands in for the secret of whoever has none, so that the work is the same. Nobody knows it. */
  readonly #decoy: Uint8Array;

  constructor(parts: {
    readonly admission: Admission;
    readonly throttle: LoginThrottle;
    readonly challenges: ChallengeStore;
    readonly masterKey: MasterKey;
    readonly clock: Clock;
    /** False turns this login off for the whole server. */
    readonly enabled: boolean;
  }) {
    this.#admission = parts.admission;
    this.#throttle = parts.throttle;
    this.#challenges = parts.challenges;
    this.#masterKey = parts.masterKey;
    this.#clock = parts.clock;
    this.#enabled = parts.enabled;
    this.#decoy = this.#masterKey.seal('md5-secret', Buffer.from(md5(randomBytes(32).toString('hex'))), NIL_UUID);
  }

  /**
   * A challenge for whoever it may be: 160 random bits in hex, good for one attempt within 60 seconds. Raises rate_limited, and
   * auth.login_failed where challenges are turned off.
   */
  async challenge(who: string, source: string): Promise<string> {
    this.#mustBeEnabled();
    await this.#throttle.challenge(networkOf(source));
    const filed = file(who, source);
    const now_ms = this.#clock.now();
    const [now, expiresAt] = [new Date(now_ms), new Date(now_ms + CHALLENGE_LIFE_ms)];
    const challenge = randomBytes(CHALLENGE_BYTES).toString('hex');
    if (await this.#challenges.add(challenge, filed, expiresAt, now, MAX_OWN)) return challenge;
    const newest = await this.#challenges.renew(filed.origin, expiresAt);
    if (newest) return newest;
    throw busy('all challenges were answered while one was looked for; ask again');
  }

  /** The login capability. Raises auth.login_failed, alike for every reason, and rate_limited. */
  async attempt(attempt: ChallengeAttempt): Promise<string> {
    this.#mustBeEnabled();
    const token = await this.#admission.admit(attempt, (avatar) => this.#proves(attempt, avatar));
    if (token === undefined)
      throw loginFailed('the login failed; ask for a new challenge and answer it with md5(challenge + akey + md5(password))');
    return token;
  }

  /** The whole server is meant, so that this tells nothing about an avatar. */
  #mustBeEnabled(): void {
    if (!this.#enabled) throw loginFailed('the login by challenge is turned off on this server; use general.loginWithPassword');
  }

  async #proves({ who, response, source }: ChallengeAttempt, avatar: AvatarRow | null): Promise<boolean> {
    const outstanding = await this.#challenges.outstanding(file(who, source), new Date(this.#clock.now()), MAX_COMPARED);
    const usable = avatar?.md5Sealed && avatar.challengeLogin ? avatar : undefined;
    const answered = this.#answered(outstanding, usable, who, response);
    const used = answered ?? outstanding.findLast(({ own }) => own);
    const isFirst = await this.#challenges.burn(used?.challenge ?? '');
    return usable !== undefined && answered !== undefined && isFirst;
  }

  /** The challenge that the response answers. Looks at all of them, so that the time tells nothing. */
  #answered(outstanding: readonly Outstanding[], usable: AvatarRow | undefined, who: string, response: string): Outstanding | undefined {
    const secret = this.#masterKey.open('md5-secret', usable?.md5Sealed ?? this.#decoy, usable?.akey ?? NIL_UUID).toString();
    // Zeros where it can't be md5's hex: no digest in hex is all zero bytes.
    const given = Buffer.alloc(MD5_HEX_LENGTH);
    if (response.length === MD5_HEX_LENGTH) given.write(response.toLowerCase(), 'latin1');
    // The client puts its own spelling into the hash; our canonical one is what others of its calls get to see.
    const spellings = [who, usable?.akey ?? who.toLowerCase()];
    let answered: Outstanding | undefined;
    for (const one of outstanding) {
      for (const spelling of spellings) {
        const wanted = Buffer.from(md5(one.challenge + spelling + secret), 'latin1');
        if (timingSafeEqual(wanted, given)) answered ??= one;
      }
    }
    return answered;
  }
}

/** Hashes: the table tells nobody who logs in from where, and its rows are small whatever was sent. */
function file(who: string, source: string): Filing {
  const subject = deriveId('login', nameKey(who));
  return { subject, origin: deriveId('origin', subject, networkOf(source)) };
}
