import { unknownAvatar } from '@scrip/avatars';
import { invalidParams, type Procedure, param, procedure, t } from '@scrip/rpc';
import { groupAuthority, officeOf } from '../authority.ts';
import { unknownGroup } from '../errors.ts';
import type { Groups } from '../groups.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { groupFull } from './errors.ts';

const MAX_NAMED = 100;
/** Percentages are shown to the sixth decimal; a hundred finer ones would make weights of thousands of digits. */
const SHOWN = 1_000_000;
const PERCENTAGES = t.array(t.struct({ member: t.string({ max: 255, min: 1 }), percent: t.double() }), { max: MAX_NAMED });

export const setGroupPercentages = (groups: Groups): Procedure =>
  procedure({
    name: 'general.setGroupPercentages',
    summary: 'Gives several members of a group their percentages in one step.',
    notes: [
      'As general.addToGroup for each, but scaled once: where all members are named and the sum is 100, that is exactly what they have, and',
      'the same call again changes nothing. Those who are not named keep theirs until all are scaled. Who is no member becomes one, without an office.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      group_creator_key_or_name: params.creator,
      group_creator_agent_realm: params.creatorRealm,
      group_key_or_name: params.groupKeyOrName,
      percentages: param(
        PERCENTAGES,
        `Structs of member (key or name of an avatar) and percent (0 to 100, six decimals), at most ${MAX_NAMED}.`,
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownAvatar, unknownGroup, groupFull],
    authority: groupAuthority(groups, RIGHTS.manage),
    async handler({ percentages }, { group, principal }) {
      const percents = new Map<string, number>();
      for (const { member, percent } of percentages) {
        const { akey } = await groups.avatars.get(member);
        if (!(percent >= 0 && percent <= 100)) throw invalidParams(`the percentage of ${member} is ${percent}; 0 to 100 is needed`);
        if (percent !== Math.round(percent * SHOWN) / SHOWN)
          throw invalidParams(`the percentage of ${member} is ${percent}; six decimals are the most`);
        if (percents.has(akey)) throw invalidParams(`percentages names ${member} twice; one percentage for each is needed`);
        percents.set(akey, percent);
      }
      if (percents.size === 0) throw invalidParams('percentages is empty; at least one member is needed');
      await groups.addAll(group.gkey, percents, officeOf(principal));
      return 1;
    },
  });
