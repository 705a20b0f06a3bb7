import type { Step } from '../step.ts';

/** Who shares in what changes while deals are open. */
export const GROUPS: readonly Step[] = [
  {
    weight: 3,
    act: (stage) =>
      stage.do(stage.someone('owner'), 'general.addToGroup', {
        group_key_or_name: stage.random.pick(stage.made.groups),
        new_member_key_or_name: stage.random.pick([...stage.cast.actors.map(({ akey }) => akey), stage.cast.ghost]),
        new_member_percent: stage.random.whole(0, 12),
      }),
  },
  {
    weight: 2,
    act: (stage) =>
      stage.do(stage.someone('owner'), 'general.removeFromGroup', {
        group_key_or_name: stage.random.pick(stage.made.groups),
        member_key_or_name: stage.someone('member', 'manager').akey,
      }),
  },
  {
    weight: 0.3,
    act: (stage) => stage.do(stage.someone('owner'), 'general.dissolveGroup', { group_key_or_name: stage.random.pick(stage.made.groups) }),
  },
];
