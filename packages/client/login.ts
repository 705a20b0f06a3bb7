import { backoff_ms } from './backoff.ts';
import { isFault, ScripFault } from './faults.ts';
import { md5 } from './md5.ts';
import type { Password } from './options.ts';

/** Calls a procedure that is public. */
export type Ask = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

export interface LoginParts {
  readonly name: string;
  readonly password: Password;
  readonly valid_for_secs: number;
  /** The password itself may go to the server: over TLS, or to this machine. */
  readonly mayBeSent: boolean;
}

const MAX_TRIES = 4;

/**
 * A login capability. The password answers a challenge and doesn't leave; only where the server has the challenge turned off does
 * it go to general.loginWithPassword, over TLS or to this machine. An answer uses its challenge up, so that an attempt that got
 * lost begins with a new one.
 */
export async function logIn(ask: Ask, parts: LoginParts): Promise<string> {
  const { password } = parts;
  const given = typeof password === 'string' ? password : await password();
  for (let tries = 1; ; tries++) {
    try {
      const capability = await attempt(ask, parts, given);
      if (typeof capability === 'string') return capability;
      throw new ScripFault(
        { code: 'client.bad_answer', message: 'the server answered a login with no text' },
        'general.getLoginCapability',
      );
    } catch (error) {
      if (tries === MAX_TRIES || !isFault(error, 'busy', 'client.connection')) throw error;
      await new Promise((resolve) => setTimeout(resolve, backoff_ms(tries)));
    }
  }
}

async function attempt(ask: Ask, { name, valid_for_secs, mayBeSent }: LoginParts, password: string): Promise<unknown> {
  let challenge: unknown;
  try {
    challenge = await ask('general.getLoginChallenge', { akey: name });
  } catch (error) {
    // A challenge is given to whatever name, so this is a server that gives none.
    if (!mayBeSent || !isFault(error, 'auth.login_failed')) throw error;
    return ask('general.loginWithPassword', { akey: name, password, valid_for_secs });
  }
  return ask('general.getLoginCapability', { akey: name, challenge_response: md5(challenge + name + md5(password)), valid_for_secs });
}
