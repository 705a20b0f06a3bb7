import { type Capabilities, loginFailed } from '@scrip/capability';
import { type AvatarKey, networkOf } from '@scrip/kernel';
import { decoyHash, type Passwords, type SecretKeeper } from '../directory/passwords.ts';
import type { RegisteredAvatars } from '../directory/registered.ts';
import { checkPassword, fitsPassword } from '../directory/rules.ts';
import type { AvatarStore } from '../directory/store.ts';
import { mustBePrivate } from './password-login.ts';
import type { LoginThrottle } from './throttle.ts';

export interface PasswordChange {
  readonly akey: AvatarKey;
  readonly oldPassword: string;
  readonly newPassword: string;
  readonly source: string;
  /** Whether nobody on the way could read the call. */
  readonly secure: boolean;
}

/**
 * Who gets in as an avatar, and what takes all of that away at once: another password, a revocation of everything, disabling. What was
 * issued until then is revoked in the transaction of the change, so nobody gets in between.
 */
export class Access {
  readonly #store: AvatarStore;
  readonly #avatars: Pick<RegisteredAvatars, 'get' | 'hearOfChanges'>;
  readonly #capabilities: Capabilities;
  readonly #passwords: Passwords;
  readonly #secretKeeper: SecretKeeper;
  readonly #throttle: LoginThrottle;
  readonly #plain: boolean;
  /** Stands in for the hash of whoever has none. */
  readonly #decoy = decoyHash();

  constructor(parts: {
    readonly store: AvatarStore;
    readonly avatars: Pick<RegisteredAvatars, 'get' | 'hearOfChanges'>;
    readonly capabilities: Capabilities;
    readonly passwords: Passwords;
    readonly secretKeeper: SecretKeeper;
    readonly throttle: LoginThrottle;
    /** Whether passwords are taken over plain HTTP from other machines. */
    readonly plain: boolean;
  }) {
    this.#store = parts.store;
    this.#avatars = parts.avatars;
    this.#capabilities = parts.capabilities;
    this.#passwords = parts.passwords;
    this.#secretKeeper = parts.secretKeeper;
    this.#throttle = parts.throttle;
    this.#plain = parts.plain;
  }

  /**
   * By somebody who is logged in and knows the old one (general.changePassword). A wrong one counts as a failed login. Raises
   * auth.password_needs_tls before anything else is looked at, auth.login_failed, invalid_params, rate_limited, busy.
   */
  async changePassword({ akey, oldPassword, newPassword, source, secure }: PasswordChange): Promise<void> {
    mustBePrivate(secure, this.#plain);
    checkPassword(newPassword);
    const before = (await this.#store.findByKey(akey))?.passwordHash ?? null;
    const network = networkOf(source);
    const isRight = await this.#throttle.attempt({ id: akey, exists: true }, network, async (preferred) => {
      const by = { source: network, preferred };
      const matches = fitsPassword(oldPassword) && (await this.#passwords.matches(before ?? this.#decoy, oldPassword, by));
      return matches || undefined;
    });
    if (!isRight) throw loginFailed('the old password is wrong');
    await this.#setPassword(akey, newPassword, before);
  }

  /** Whatever it was; an avatar without a login gets one. Raises general.unknown_avatar, invalid_params, busy. */
  async setPassword(keyOrName: string, password: string): Promise<void> {
    checkPassword(password);
    await this.#setPassword((await this.#avatars.get(keyOrName)).akey, password);
  }

  /** Ends all that the avatar holds or gave, and its standing orders. Raises general.unknown_avatar. */
  async revoke(keyOrName: string): Promise<void> {
    await this.#capabilities.revoke({ avatar: (await this.#avatars.get(keyOrName)).akey });
  }

  /**
   * While an avatar is disabled it can't log in, and all that it held or gave has ended; what is paid to it arrives. Enabling it again
   * revives nothing. Raises general.unknown_avatar.
   */
  async disable(keyOrName: string, disabled: boolean): Promise<void> {
    const { akey } = await this.#avatars.get(keyOrName);
    if (disabled) await this.#capabilities.revoke({ avatar: akey }, (client) => this.#store.disable(client, akey));
    else await this.#store.enable(akey);
    await this.#avatars.hearOfChanges();
  }

  /** Whether nothing is to be done on the avatar's behalf: for what goes on without a capability of theirs. */
  async isDisabled(akey: AvatarKey): Promise<boolean> {
    return (await this.#store.findByKey(akey))?.disabledAt != null;
  }

  /** Where it is still `before`, if that is told. Raises auth.login_failed where it is not, and then revokes nothing. */
  async #setPassword(akey: AvatarKey, password: string, before?: string | null): Promise<void> {
    const secrets = await this.#secretKeeper.secretsOf(akey, password);
    await this.#capabilities.revoke({ avatar: akey }, async (client) => {
      if (!(await this.#store.setSecrets(client, akey, secrets, before))) throw loginFailed('the old password was changed meanwhile');
    });
    await this.#avatars.hearOfChanges();
  }
}
