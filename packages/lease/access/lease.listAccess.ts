import { LISTED_AVATAR, withNames } from '@scrip/avatars';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, param, procedure, t, word } from '@scrip/rpc';
import { locationAuthority } from '../authority.ts';
import type { Lease } from '../lease.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { MAX_LISTED } from './store.ts';

const LISTED = t.struct({ ...LISTED_AVATAR, access: t.string() });

export const listAccess = (lease: Lease): Procedure =>
  procedure({
    name: 'lease.listAccess',
    summary: 'Lists who is banned from renting at a location, and who is allowed to.',
    params: {
      ...params.ofLocation,
      access: param<'all' | 'ban' | 'allow'>(word('all', 'ban', 'allow'), 'Which ones to list: all, ban, allow.', 'all'),
      offset: pageOffset(undefined, 1_000_000),
      limit: pageLimit(MAX_LISTED),
      after: afterKey('akey'),
    },
    result: t.array(LISTED),
    resultDoc: 'Avatars in the order in which they came onto the list; access is ban or allow.',
    isRepeatable: true,
    faults: [],
    authority: locationAuthority(lease, RIGHTS.see),
    async handler({ access, ...page }, { location }) {
      const listed = await lease.access.list(location, access === 'all' ? '' : access, pageOf(page));
      return (await withNames(lease.avatars, listed)).map(({ kind, ...who }) => ({ ...who, access: kind }));
    },
  });
