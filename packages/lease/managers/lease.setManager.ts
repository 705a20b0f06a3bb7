import { keyOrNameParam, unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t, word } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import { MANAGER_RIGHTS } from '../model.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { tooManyManagers } from './errors.ts';
import { MAX_MANAGERS } from './store.ts';

export const setManager = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.setManager',
    summary: 'Makes an avatar a manager of a location, or changes what a manager may do there.',
    notes: [
      'Rights: see (all that the owner sees); units (create, describe and remove them; a new one has a price); prices (change them);',
      'access (who is banned or allowed); leases (end them, for which the owner pays the refund); settings (the terms, and which groups of the owner get the',
      'income and may rent). Each comes with see. What managers do is in lease.history with their names; only the owner makes managers.',
      `A location has at most ${MAX_MANAGERS} managers.`,
    ].join('\n'),
    params: {
      ...params.ofLocation,
      akey: keyOrNameParam('Key or name of the avatar.'),
      rights: param(
        t.array(word(...MANAGER_RIGHTS), { max: MANAGER_RIGHTS.length }),
        `All that the avatar is to be allowed, of ${MANAGER_RIGHTS.join(', ')}; none: no manager.`,
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar, tooManyManagers],
    authority: locationAuthority(lease, RIGHTS.own),
    async handler({ akey, rights }, { principal, location }) {
      await lease.managers.set(location, principal.akey, (await lease.avatars.get(akey)).akey, rights);
      return 1;
    },
  });
