import type { Capabilities, MasterKey } from '@scrip/capability';
import type { Database } from '@scrip/database';
import type { Clock } from '@scrip/kernel';
import type { Log } from '@scrip/rpc';
import { type RegisteredAvatars, registeredAvatars } from './directory/registered.ts';
import { AvatarStore } from './directory/store.ts';
import { Login } from './login/login.ts';
import { ChallengeStore } from './login/store.ts';
import { NotificationStore } from './notifications/store.ts';

/** Avatars, for their own procedures and for other slices. */
export interface Avatars extends RegisteredAvatars {
  readonly capabilities: Capabilities;
  readonly login: Login;
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
}): Avatars {
  const { database, capabilities, masterKey, clock, log, challengeLogin } = options;
  const avatars = new AvatarStore(database);
  const challenges = new ChallengeStore(database);
  const purge = setInterval(() => {
    challenges.purge(new Date(clock.now())).catch((err: unknown) => log.warn({ err }, 'expired login challenges could not be removed'));
  }, PURGE_ms).unref();
  return {
    ...registeredAvatars(avatars, { masterKey, clock, challengeLogin }),
    capabilities,
    login: new Login({ avatars, challenges, capabilities, masterKey, clock, enabled: challengeLogin }),
    notifications: new NotificationStore(database, clock),
    async close() {
      clearInterval(purge);
    },
  };
}
