import type { Authority } from '@scrip/rpc';
import type { Capabilities } from './capabilities.ts';
import { AUTH_FAULTS, capabilityRequired, forbidden } from './errors.ts';
import { anyLogin, presented } from './presented.ts';

interface WithCapabilities {
  readonly capabilities: readonly string[];
}

export interface LoginAuthority {
  /** The avatar that calls. */
  readonly akey: string;
}

/** Any valid login; with several the first one is who calls. */
export function loginAuthority(capabilities: Capabilities): Authority<WithCapabilities, LoginAuthority> {
  return {
    kind: 'guarded',
    needs: 'a login capability',
    faults: AUTH_FAULTS,
    async decide(input, call) {
      return { akey: anyLogin(await presented(capabilities, call, input.capabilities)).sub };
    },
  };
}

/**
 * As `loginAuthority`, for giving others a capability: the login must be whole. A narrowed one would have more through what
 * it gives than it has itself.
 */
export function grantorAuthority(capabilities: Capabilities): Authority<WithCapabilities, LoginAuthority> {
  return {
    kind: 'guarded',
    needs: 'a login capability that was not narrowed',
    faults: AUTH_FAULTS,
    async decide(input, call) {
      const given = await presented(capabilities, call, input.capabilities);
      const { sub } = anyLogin(given);
      const whole = given.logins.some((login) => login.sub === sub && login.parents.length === 0 && Object.keys(login.limits).length === 0);
      if (!whole) throw forbidden('a login capability that was narrowed can not give capabilities to others');
      return { akey: sub };
    },
  };
}

/** An operator's capability. It opens the operator.* procedures and stands for no avatar. */
export function operatorAuthority(capabilities: Capabilities): Authority<WithCapabilities, void> {
  return {
    kind: 'guarded',
    needs: "an operator's capability",
    faults: AUTH_FAULTS,
    async decide(input, call) {
      const given = await presented(capabilities, call, input.capabilities);
      if (given.operator) return;
      if (given.fault) throw given.fault;
      if (given.logins.length + given.grants.length + given.bearers.length > 0)
        throw forbidden("an operator's capability is needed; what came is not one");
      throw capabilityRequired("an operator's capability is needed");
    },
  };
}
