import { keyOrNameParam, unknownAvatar, unknownRealm } from '@scrip/avatars';
import type { Keep } from '@scrip/capability';
import { type Procedure, param, procedure, requestConflict, type Type, t } from '@scrip/rpc';
import { groupAuthority, officeOf } from '../authority.ts';
import { unknownGroup } from '../errors.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { MAX_MEMBERS } from './changes.ts';
import { groupFull, onlyOfficer } from './errors.ts';
import { AUTO } from './ratios.ts';

/** What stands for an office that nothing is said about. */
const LEFT_OUT = -1;

const [flag, number] = [t.flag(), t.int({ min: LEFT_OUT, max: 1 })];
/** Words as for any flag, and numbers however they are written: a float of a script in-world comes as `-1.000000`. */
const office: Type<number> = {
  ...flag,
  schema: { type: 'integer', enum: [0, 1, LEFT_OUT] },
  parse: (value, path) => (isWord(value) ? flag : number).parse(value, path),
};

function isWord(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && /^\s*[a-z]/i.test(value));
}

/** Apez, general.addToGroup. */
export const addToGroup = (groups: Groups): Procedure =>
  procedure({
    name: 'general.addToGroup',
    summary: 'Adds an avatar to a group, or changes the percentage and office of a member.',
    notes: [
      'The member gets the percentage that is given and the others keep theirs; then all are scaled in these proportions, so that the',
      'sum is 100: 60, 40 and a new 50 come to 40, 26.666667 and 33.333333, and 80 for the second of 60 and 40 to 42.857143 and',
      '57.142857. So a call that is sent twice scales twice, unless both have the same request_id. A member who is alone has 100, whatever is given; so has one beside',
      'whom the others have nothing, but 0 leaves them equal parts.',
      'Percentages are exact fractions, however often they are changed; only where they would need more than 100 digits',
      'they are brought back to 100 digits, by largest remainder.',
      `A group has at most ${MAX_MEMBERS} members.`,
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
      new_member_key_or_name: keyOrNameParam('Key or name of the avatar who is to be a member.'),
      new_member_agent_realm: params.memberRealm,
      new_member_percent: param(
        t.double(),
        '0 to 100, before all are scaled; -1: a new member gets 100 / n of what are then n members, and an existing one keeps theirs.',
        AUTO,
      ),
      new_member_as_officer: param(
        office,
        '1: an officer; 0: a regular member; left out or -1: a new member is none, an existing one stays what it is.',
        LEFT_OUT,
      ),
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: '`added`, or `updated` where the avatar was a member already.',
    faults: [unknownAvatar, unknownRealm, unknownGroup, onlyOfficer, groupFull, requestConflict],
    authority: groupAuthority(groups, RIGHTS.manage),
    async handler(input, { group, principal }) {
      const { akey } = await groups.avatars.get(input.new_member_key_or_name, input.new_member_agent_realm);
      const officer = input.new_member_as_officer === LEFT_OUT ? undefined : input.new_member_as_officer === 1;
      const said = { percent: input.new_member_percent, officer };
      const add = (keep: Keep) => groups.add(group.gkey, akey, said, officeOf(principal), keep);
      return String(await groups.creations.once('general.addToGroup', input, principal.akey, add));
    },
  });
