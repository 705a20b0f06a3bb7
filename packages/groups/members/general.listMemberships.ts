import { loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, procedure, t } from '@scrip/rpc';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';

const MEMBERSHIP = t.struct({
  group_key: t.string(),
  group_name: t.string(),
  creator_akey: t.string(),
  creator_name: t.string(),
  percent: t.double(),
  officer: t.int(),
});

export const listMemberships = (groups: Groups): Procedure =>
  procedure({
    name: 'general.listMemberships',
    summary: 'Lists the groups that the avatar who is logged in is a member of, in the order in which it joined them.',
    params: {
      capabilities: params.capabilities,
      offset: pageOffset(undefined, 1_000_000),
      limit: pageLimit(100, { least: 0 }),
      after: afterKey('group_key'),
    },
    result: t.array(MEMBERSHIP),
    resultDoc: 'Groups; percent is what the avatar has of each, to the sixth decimal, and officer is 1 or 0.',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const memberships = await groups.listMemberships(akey, pageOf(page));
      const names = await groups.avatars.names(memberships.map(({ group }) => group.creator));
      return memberships.map(({ group, percent, officer }) => ({
        group_key: group.gkey,
        group_name: group.name,
        creator_akey: group.creator,
        creator_name: names.get(group.creator) ?? '',
        percent,
        officer: officer ? 1 : 0,
      }));
    },
  });
