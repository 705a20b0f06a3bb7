import { AUTH_FAULTS, type Guarded, wholeLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Vend } from '../vend.ts';

export interface SearchAuthority {
  /** Private collections that the caller may see. */
  readonly readable: readonly Uuid[];
}

/**
 * Anybody may search. Capabilities add private collections. A bad one is a fault: whoever got a shorter answer instead would
 * not look for the reason.
 */
export function searchAuthority(vend: Vend): Guarded<unknown, SearchAuthority> {
  return {
    kind: 'guarded',
    needs: [
      'nothing for public products; for those of a private collection a login capability without limits of the merchant or of a member of',
      "the collection's affiliate or manager group, or one of the caller beside a vend.read or vend.manage grant from the merchant",
    ].join(' '),
    holders: ['anybody'],
    faults: AUTH_FAULTS,
    async decide(_input, given) {
      if (given.fault) throw given.fault;
      if (given.logins.length === 0) return { readable: [] };
      return { readable: await vend.visibility.readableCollections(wholeLogins(given)) };
    },
  };
}
