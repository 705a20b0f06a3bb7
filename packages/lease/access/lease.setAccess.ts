import { keyOrNameParam, unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t, word } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { accessListFull } from './errors.ts';
import { MAX_LISTED } from './store.ts';

export const setAccess = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.setAccess',
    summary: 'Bans an avatar from renting at a location, allows it to rent there, or takes it off that list.',
    notes: [
      'A ban stands above everything: who is banned can neither rent nor extend, and no lease can be transferred to them; a lease that they have runs out.',
      'As soon as anybody is allowed, only those who are, and the members of the tenant group where there is one, can rent.',
      `At most ${MAX_LISTED} avatars are on the list of a location.`,
    ].join('\n'),
    params: {
      ...params.ofLocation,
      akey: keyOrNameParam('Key or name of the avatar.'),
      access: param(word('ban', 'allow', 'none'), 'One of: ban, allow, none.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar, accessListFull],
    authority: locationAuthority(lease, RIGHTS.access),
    async handler({ akey, access }, { principal, location }) {
      await lease.access.set(location, principal.akey, (await lease.avatars.get(akey)).akey, access);
      return 1;
    },
  });
