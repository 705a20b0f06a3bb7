import { chainOf } from '@scrip/bank';
import { AUTH_FAULTS, type Capabilities, presented, unlimitedLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Authority } from '@scrip/rpc';

export interface PayerAccess {
  /** The avatar that calls, and pays. */
  readonly akey: Uuid;
  /** See `Origin`. */
  readonly chain: ReturnType<typeof chainOf>;
}

/** Anybody who is logged in, for paying out of accounts of their own. */
export function payerAuthority(capabilities: Capabilities): Authority<{ readonly capabilities: readonly string[] }, PayerAccess> {
  return {
    kind: 'guarded',
    needs: 'a login capability without limits',
    faults: AUTH_FAULTS,
    async decide(input, call) {
      const [login] = unlimitedLogins(await presented(capabilities, call, input.capabilities));
      return { akey: login.sub, chain: chainOf({ akey: login.sub, login, via: 'own' }) };
    },
  };
}
