import { type Procedure, procedure, rowsOrText, t } from '@scrip/rpc';
import { groupAuthority } from '../authority.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';

const { type: result, rows } = rowsOrText(t.array(t.tuple(t.string(), t.string(), t.double())));

/** Apez, general.listGroupMembers. */
export const listGroupMembers = (groups: Groups): Procedure =>
  procedure({
    name: 'general.listGroupMembers',
    summary: 'Lists the members of a group with their percentages, in the order in which they joined.',
    notes: [
      'Percentages are kept as exact fractions and shown to the sixth decimal, rounded so that those of all members sum to exactly',
      '100: of three equal members the first has 33.333334. What a payment to the group is shared by are the fractions.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
      format: params.list.format,
      offset: params.list.offset,
      limit: params.list.limit,
    },
    result,
    resultDoc: 'For `array` triples of key, name and percentage; for `csv` one text of the same, all separated by commas.',
    isRepeatable: true,
    faults: [],
    authority: groupAuthority(groups, RIGHTS.manage),
    async handler(input, { group }) {
      const { format, ...range } = params.list.read(input.format, input.offset, input.limit);
      const members = await groups.listMembers(group.gkey, range);
      const names = await groups.avatars.names(members.map(({ akey }) => akey));
      const triples = members.map(({ akey, percent }): [string, string, number] => [akey, names.get(akey) ?? '', percent]);
      return format === 'csv' ? triples.flat().join(',') : rows(triples);
    },
  });
