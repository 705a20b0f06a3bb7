import { isFault } from './faults.ts';
import type { Credentials } from './requests.ts';

/** Renewed when so much of its time is over. */
const RENEW_AFTER = 0.8;
/** Between two attempts to renew a login that is still good. */
const RETRY_ms = 5_000;
/** Between two renewals of a login because capabilities were refused: what is refused may be a grant beside it. */
const DOUBT_ms = 60_000;

/** One avatar's login, renewed before it ends. However many calls wait for it, one of them renews it. */
class Login {
  readonly #logIn: () => Promise<string>;
  readonly #valid_ms: number;
  #text = '';
  #renewAt = 0;
  #endsAt = 0;
  #doubtedAt = 0;
  #renewal: Promise<void> | undefined;
  /** Set when the server no longer takes the password. It is not asked again: wrong passwords are counted. */
  #refusal: { readonly error: unknown } | undefined;

  constructor(logIn: () => Promise<string>, valid_for_secs: number) {
    this.#logIn = logIn;
    this.#valid_ms = valid_for_secs * 1_000;
  }

  async capability(): Promise<string> {
    if (this.#refusal) throw this.#refusal.error;
    if (Date.now() < this.#renewAt) return this.#text;
    this.#renewal ??= this.#renew().finally(() => {
      this.#renewal = undefined;
    });
    await this.#renewal;
    return this.#text;
  }

  doubt(used: readonly string[]): boolean {
    const now = Date.now();
    // Somebody else's call has had it renewed, or is about to.
    if (!used.includes(this.#text) || this.#renewAt === 0) return true;
    if (now - this.#doubtedAt < DOUBT_ms) return false;
    this.#doubtedAt = now;
    this.#renewAt = 0;
    this.#endsAt = 0;
    return true;
  }

  async #renew(): Promise<void> {
    const begun = Date.now();
    try {
      this.#text = await this.#logIn();
      this.#renewAt = begun + this.#valid_ms * RENEW_AFTER;
      this.#endsAt = begun + this.#valid_ms;
    } catch (error) {
      if (isFault(error, 'auth.login_failed')) this.#refusal = { error };
      if (this.#refusal || Date.now() >= this.#endsAt) throw error;
      this.#renewAt = Math.min(Date.now() + RETRY_ms, this.#endsAt);
    }
  }
}

/** Everybody who is logged in, by name. */
export class Logins implements Credentials {
  readonly #byName = new Map<string, Login>();

  /** Adds a login, or replaces the one of that name; a login that fails changes nothing. */
  async add(name: string, logIn: () => Promise<string>, valid_for_secs: number): Promise<string> {
    const login = new Login(logIn, valid_for_secs);
    const capability = await login.capability();
    this.#byName.set(name, login);
    return capability;
  }

  capabilities(): Promise<readonly string[]> {
    return Promise.all([...this.#byName.values()].map((login) => login.capability()));
  }

  doubt(used: readonly string[]): boolean {
    return [...this.#byName.values()].filter((login) => login.doubt(used)).length > 0;
  }
}
