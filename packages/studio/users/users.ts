import { type Avatars, isInvisibleIn, mustBePrivate, nameTaken } from '@scrip/avatars';
import type { MasterKey } from '@scrip/capability';
import { deriveId, isMailAddress, nameKey, tidyName } from '@scrip/kernel';
import { holdsCardNumber } from '@scrip/ports';
import { isFault } from '@scrip/rpc';
import { emailExists, emailRequired, invalidDetails, registrationFailed, wrongLogin } from '../errors.ts';
import type { Plans } from '../plans/plans.ts';
import type { Studio } from '../studios/store.ts';
import type { User, UserStore } from './store.ts';

/** Where a call with a password came from, and whether nobody on the way could read it. */
export interface Origin {
  readonly source: string;
  readonly secure: boolean;
}

/** A user as clients get it. */
export interface UserDetails {
  readonly id: string;
  readonly email: string;
  readonly display_name: string;
  readonly studio_id: string;
  readonly profile_image: string;
}

export interface Registrant {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** 0: none. */
  readonly planId: number;
}

const MAX_NAME_LENGTH = 128;
const MAX_PASSWORD_BYTES = 1024;
const SUFFIX_LENGTH = 12;

/** Those who register with a studio and log in there. Each is an avatar, whose public name tells neither email nor name. */
export class Users {
  readonly #store: UserStore;
  readonly #avatars: Avatars;
  readonly #plans: Plans;
  readonly #masterKey: MasterKey;
  readonly #plain: boolean;

  constructor(parts: {
    readonly store: UserStore;
    readonly avatars: Avatars;
    readonly plans: Plans;
    readonly masterKey: MasterKey;
    /** Whether passwords are taken over plain HTTP from other machines. */
    readonly plainLogin: boolean;
  }) {
    this.#store = parts.store;
    this.#avatars = parts.avatars;
    this.#plans = parts.plans;
    this.#masterKey = parts.masterKey;
    this.#plain = parts.plainLogin;
  }

  /** Raises studio.email_required, studio.invalid_details, studio.wrong_login, auth.password_needs_tls, rate_limited, busy. */
  async logIn(studio: Studio, email: string, password: string, origin: Origin): Promise<UserDetails> {
    const key = emailKey(checkEmail(email));
    if (password === '') throw wrongLogin(WRONG_LOGIN);
    const user = await this.#store.find(studio.id, key);
    // An unknown email takes as long as a known one, and counts as one.
    const akey = user?.akey ?? deriveId('studio user', String(studio.id), key);
    const proven = await this.#avatars.passwordProof.check({ akey, password, ...origin });
    if (!user || !proven) throw wrongLogin(WRONG_LOGIN);
    return this.#detailsOf(studio, user);
  }

  /** Raises studio.email_required, studio.invalid_details. */
  async hasEmail(studio: Studio, email: string): Promise<boolean> {
    return (await this.#store.find(studio.id, emailKey(checkEmail(email)))) !== undefined;
  }

  /**
   * Avatar and user come together or not at all. Raises studio.email_required, studio.invalid_details, studio.registration_failed,
   * studio.email_exists, auth.password_needs_tls, busy.
   */
  async register(studio: Studio, registrant: Registrant, { secure }: Origin): Promise<UserDetails> {
    const { password } = registrant;
    mustBePrivate(secure, this.#plain);
    const email = checkEmail(registrant.email);
    const displayName = checkDisplayName(registrant.name);
    if (password === '' || Buffer.byteLength(password) > MAX_PASSWORD_BYTES) {
      throw registrationFailed(`the password has ${Buffer.byteLength(password)} bytes; 1 to ${MAX_PASSWORD_BYTES} are needed`);
    }
    await this.#checkPlan(studio, registrant.planId);
    const key = emailKey(email);
    // Before the costly hash; of two at once the second is found by the insert.
    if (await this.#store.find(studio.id, key)) throw taken(email);
    const suffix = this.#masterKey.mac('studio-user', `${studio.id} ${key}`).toString('hex').slice(0, SUFFIX_LENGTH);
    const name = `${studio.name} ${suffix}`;
    const avatar = await this.#avatars.prepare({ name, password, email }).catch((error: unknown) => {
      // The name is made of the email: who has it was registered a moment ago.
      throw isFault(error, nameTaken) ? taken(email) : error;
    });
    const user = { email, displayName, akey: avatar.akey };
    const userId = await this.#store.transaction(async (client) => {
      if (!(await this.#store.add(client, studio.id, key, user))) throw taken(email);
      return this.#avatars.registerWithin(client, avatar);
    });
    return details(studio, user, userId);
  }

  async #checkPlan(studio: Studio, planId: number): Promise<void> {
    if (planId === 0) return;
    if (!(await this.#plans.find(studio, planId))) throw registrationFailed(`the studio has no plan ${planId}`);
    throw registrationFailed(`plan ${planId} is paid by card, and this server takes no cards; register without a plan`);
  }

  async #detailsOf(studio: Studio, user: User): Promise<UserDetails> {
    const { userId } = await this.#avatars.get(user.akey);
    return details(studio, user, userId);
  }
}

const WRONG_LOGIN = 'Invalid email or password';

function details({ id }: Studio, { email, displayName }: User, userId: number): UserDetails {
  return { id: String(userId), email, display_name: displayName, studio_id: String(id), profile_image: '' };
}

function taken(email: string) {
  return emailExists(`a user of the studio has the email ${email}`);
}

/** Emails match in any case. */
function emailKey(email: string): string {
  return nameKey(email);
}

/** Nothing that holds a card number is kept: some apps put it into the wrong field. */
function checkEmail(text: string): string {
  const email = text.trim();
  if (email === '') throw emailRequired('email is missing');
  if (isMailAddress(email) && !isInvisibleIn(email) && !holdsCardNumber(email)) return email;
  throw invalidDetails('email is no address; one such as somebody@example.org is needed');
}

function checkDisplayName(text: string): string {
  const name = tidyName(text);
  if (name === '') throw invalidDetails('name is missing');
  if (name.length > MAX_NAME_LENGTH) throw invalidDetails(`name has ${name.length} characters; at most ${MAX_NAME_LENGTH} are taken`);
  if (isInvisibleIn(name)) throw invalidDetails('name holds an invisible character');
  if (holdsCardNumber(name)) throw invalidDetails('name holds a card number');
  return name;
}
