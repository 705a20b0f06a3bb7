import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Clock } from '@scrip/kernel';
import type { Log } from '@scrip/rpc';
import { Passwords, SecretKeeper } from './directory/passwords.ts';
import { type RegisteredAvatars, registeredAvatars } from './directory/registered.ts';
import { AvatarStore } from './directory/store.ts';
import { Grids } from './grids/grids.ts';
import { GridStore } from './grids/store.ts';
import { Access } from './login/access.ts';
import { Admission } from './login/admission.ts';
import { ChallengeLogin } from './login/challenge-login.ts';
import { PasswordLogin } from './login/password-login.ts';
import { PasswordProof } from './login/password-proof.ts';
import { ChallengeStore } from './login/store.ts';
import { LoginThrottle } from './login/throttle.ts';
import { NotificationStore } from './notifications/store.ts';

/** Avatars, for their own procedures and for other slices. */
export interface Avatars extends RegisteredAvatars {
  readonly capabilities: Capabilities;
  readonly challengeLogin: ChallengeLogin;
  readonly passwordLogin: PasswordLogin;
  readonly passwordProof: PasswordProof;
  readonly access: Access;
  readonly notifications: NotificationStore;
  readonly grids: Grids;
  /** What is done beside the calls; the server runs it. */
  readonly jobs: readonly Job[];
  close(): Promise<void>;
}

const PURGE_ms = 30_000;
const CHANGES_ms = 500;

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
  const secretKeeper = new SecretKeeper(masterKey, passwords, enabled);
  const grids = new Grids(new GridStore(database));
  const registered = registeredAvatars(avatars, { secretKeeper, clock, grids });
  const admission = new Admission({ avatars, capabilities, throttle });
  const passwordProof = new PasswordProof({ store: avatars, passwords, throttle, plain });
  registered.onChange((row) => passwordProof.hear(row));
  const purge = setInterval(() => {
    challenges.purge(new Date(clock.now())).catch((err: unknown) => log.warn({ err }, 'expired login challenges could not be removed'));
  }, PURGE_ms).unref();
  return {
    ...registered,
    capabilities,
    challengeLogin: new ChallengeLogin({ admission, throttle, challenges, masterKey, clock, enabled }),
    passwordProof,
    passwordLogin: new PasswordLogin({ admission, passwords, plain }),
    access: new Access({ store: avatars, avatars: registered, capabilities, passwords, secretKeeper, throttle, plain }),
    notifications: new NotificationStore(database, clock),
    grids,
    jobs: [{ name: 'hear of avatars that changed', every_ms: CHANGES_ms, run: () => registered.hearOfChanges() }, grids.job],
    async close() {
      clearInterval(purge);
    },
  };
}
