import type { Procedure } from '@scrip/rpc';
import type { Avatars } from './avatars.ts';
import { getAvatarKey } from './procedures/general.getAvatarKey.ts';
import { getAvatarName } from './procedures/general.getAvatarName.ts';
import { getLoginCapability } from './procedures/general.getLoginCapability.ts';
import { getLoginChallenge } from './procedures/general.getLoginChallenge.ts';
import { notifications } from './procedures/general.notifications.ts';
import { addAvatar } from './procedures/operator.addAvatar.ts';
import { listAvatars } from './procedures/operator.listAvatars.ts';
import { setChallengeLogin } from './procedures/operator.setChallengeLogin.ts';

/** Everything about avatars that callers can ask for. */
export function avatarProcedures(avatars: Avatars): Procedure[] {
  return [
    getAvatarKey(avatars),
    getAvatarName(avatars),
    getLoginChallenge(avatars),
    getLoginCapability(avatars),
    notifications(avatars),
    addAvatar(avatars),
    listAvatars(avatars),
    setChallengeLogin(avatars),
  ];
}
