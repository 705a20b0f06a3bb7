import { AUTH_FAULTS, type Guarded, wholeLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Vend } from '../vend.ts';

export interface SearchAuthority {
  /** Private collections that the caller may see. */
  readonly readable: readonly Uuid[];
}

/**
 * Anybody may search. Capabilities that came add private collections; one that adds nothing because it is bad is told, as
 * somebody who gets no answer looks for the reason, and somebody who gets a shorter one does not.
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
