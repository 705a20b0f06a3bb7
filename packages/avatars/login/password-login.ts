import { loginFailed, passwordNeedsTls } from '@scrip/capability';
import { invalidParams } from '@scrip/rpc';
import { decoyHash, type Passwords } from '../directory/passwords.ts';
import { fitsPassword, MAX_PASSWORD_BYTES } from '../directory/rules.ts';
import type { Admission, Applicant } from './admission.ts';

export interface PasswordAttempt extends Applicant {
  readonly password: string;
  /** Whether nobody on the way could read the call. */
  readonly secure: boolean;
}

/** Raises auth.password_needs_tls where others can read a password on its way, and that is not allowed (`plain`). */
export function mustBePrivate(secure: boolean, plain: boolean): void {
  if (!secure && !plain) throw passwordNeedsTls('the call came over plain HTTP, where others can read the password; use https');
}

/** The login by password (general.loginWithPassword). */
export class PasswordLogin {
  readonly #admission: Admission;
  readonly #passwords: Passwords;
  readonly #plain: boolean;
  /** Stands in for the hash of whoever has none, so that the work is the same. */
  readonly #decoy = decoyHash();

  constructor(parts: {
    readonly admission: Admission;
    readonly passwords: Passwords;
    /** Whether passwords are taken over plain HTTP from other machines. */
    readonly plain: boolean;
  }) {
    this.#admission = parts.admission;
    this.#passwords = parts.passwords;
    this.#plain = parts.plain;
  }

  /**
   * The login capability. Raises auth.password_needs_tls before anything else is looked at; auth.login_failed, alike for an
   * unknown avatar, a wrong password and an avatar without one; invalid_params where no password is so long; rate_limited; busy.
   */
  async attempt({ password, secure, ...applicant }: PasswordAttempt): Promise<string> {
    mustBePrivate(secure, this.#plain);
    if (!fitsPassword(password)) throw invalidParams(`the password is too long; at most ${MAX_PASSWORD_BYTES} bytes are taken`);
    const token = await this.#admission.admit(applicant, (avatar, by) =>
      this.#passwords.matches(avatar?.passwordHash ?? this.#decoy, password, by),
    );
    if (token === undefined) throw loginFailed('the login failed; the key or name of an avatar and its password are needed');
    return token;
  }
}
