import { grantorAuthority, tooManyGrants, validForSecsParam } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Groups } from '../groups.ts';
import { GROUPS } from '../kinds.ts';
import * as params from '../params.ts';

const DAY_s = 86_400;

export const grantGroupsCapability = (groups: Groups): Procedure =>
  procedure({
    name: 'general.grantGroupsCapability',
    summary: 'Creates a capability for the groups that the avatar who is logged in created, with the right to change them.',
    notes: [
      'It works alone: whoever has it can use it, without a login, as an in-world script does. It reaches the groups of this avatar',
      'and nothing else, and can be revoked with general.revokeCapability. Use it with caution: percentages say who is paid.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      valid_for_secs: validForSecsParam('it', DAY_s),
    },
    result: t.string(),
    resultDoc: 'The capability.',
    faults: [tooManyGrants],
    authority: grantorAuthority,
    async handler({ valid_for_secs }, { akey, login }) {
      const order = { kind: GROUPS.name, sub: akey, grantor: akey, validForSecs: valid_for_secs, givenOn: login };
      return (await groups.capabilities.issue(order)).token;
    },
  });
