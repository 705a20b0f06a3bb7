import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Clock } from '@scrip/kernel';
import type { Log } from '@scrip/rpc';
import { Passwords } from './directory/passwords.ts';
import { type RegisteredAvatars, registeredAvatars } from './directory/registered.ts';
import { AvatarStore } from './directory/store.ts';
import { Admission } from './login/admission.ts';
import { ChallengeLogin } from './login/challenge-login.ts';
import { PasswordLogin } from './login/password-login.ts';
import { ChallengeStore } from './login/store.ts';
import { LoginThrottle } from './login/throttle.ts';
import { NotificationStore } from './notifications/store.ts';

/** Avatars, for their own procedures and for other slices. */
export interface Avatars extends RegisteredAvatars {
  readonly capabilities: Capabilities;
  readonly challengeLogin: ChallengeLogin;
  readonly passwordLogin: PasswordLogin;
  readonly notifications: NotificationStore;
  close(): Promise<void>;
}

const PURGE_ms = 30_000;

export function createAvatars(options: {
  readonly database: Database;
  readonly capabilities: Capabilities;
  readonly masterKey: MasterKey;
  readonly clock: Clock;
  readonly log: Log;
  /** False turns the md5 login off for the whole server, and no secret for it is kept of those who register meanwhile. */
  readonly challengeLogin: boolean;
  /** Whether general.loginWithPassword takes passwords over plain HTTP from other machines. */
  readonly plainLogin: boolean;
}): Avatars {
  const { database, capabilities, masterKey, clock, log, challengeLogin: enabled, plainLogin: plain } = options;
  const avatars = new AvatarStore(database);
  const challenges = new ChallengeStore(database);
  const passwords = new Passwords();
  const throttle = new LoginThrottle(clock);
  const admission = new Admission({ avatars, capabilities, throttle });
  const purge = setInterval(() => {
    challenges.purge(new Date(clock.now())).catch((err: unknown) => log.warn({ err }, 'expired login challenges could not be removed'));
  }, PURGE_ms).unref();
  return {
    ...registeredAvatars(avatars, { masterKey, passwords, clock, challengeLogin: enabled }),
    capabilities,
    challengeLogin: new ChallengeLogin({ admission, throttle, challenges, masterKey, clock, enabled }),
    passwordLogin: new PasswordLogin({ admission, passwords, plain }),
    notifications: new NotificationStore(database, clock),
    async close() {
      clearInterval(purge);
    },
  };
}
