import { AUTH_FAULTS, chainOf, type Guarded, unlimitedLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';

export interface PayerAccess {
  /** The avatar that calls, and pays. */
  readonly akey: Uuid;
  /** See `Origin`. */
  readonly chain: ReturnType<typeof chainOf>;
}

/** Anybody who is logged in, for paying out of accounts of their own. */
export const payerAuthority: Guarded<unknown, PayerAccess> = {
  kind: 'guarded',
  needs: 'a login capability without limits',
  holders: ['login'],
  faults: AUTH_FAULTS,
  async decide(_input, given) {
    const [login] = unlimitedLogins(given);
    return { akey: login.sub, chain: chainOf({ akey: login.sub, login, via: 'own' }) };
  },
};
