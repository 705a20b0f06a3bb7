import { keyOrNameParam } from '@scrip/avatars';
import { type Procedure, procedure, rowsOrText, t } from '@scrip/rpc';
import { creatorAuthority } from '../authority.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';

const { type: result, rows } = rowsOrText(t.array(t.tuple(t.string(), t.string())));

/** Apez, general.listGroupsCreated. */
export const listGroupsCreated = (groups: Groups): Procedure =>
  procedure({
    name: 'general.listGroupsCreated',
    summary: 'Lists the groups that an avatar created, in the order of their names.',
    notes: 'Groups that were dissolved are not listed. general.listMemberships lists the groups that the caller is in.',
    params: {
      capabilities: params.capabilities,
      groups_creator_key_or_name: keyOrNameParam('Key or name of the avatar whose groups are listed. Empty: the caller.'),
      groups_creator_agent_realm: params.creatorRealm,
      format: params.list.format,
      offset: params.list.offset,
      limit: params.list.limit,
    },
    result,
    resultDoc: 'For `array` pairs of group key and group name; for `csv` one text of the same, all separated by commas.',
    isRepeatable: true,
    faults: [],
    authority: creatorAuthority(groups),
    async handler(input, { creator }) {
      const { format, ...range } = params.list.read(input.format, input.offset, input.limit);
      const pairs = (await groups.listCreated(creator, range)).map(({ gkey, name }): [string, string] => [gkey, name]);
      return format === 'csv' ? pairs.flat().join(',') : rows(pairs);
    },
  });
