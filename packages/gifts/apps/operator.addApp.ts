import { keyOrNameParam, unknownAvatar } from '@scrip/avatars';
import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { appTaken } from '../errors.ts';
import type { Gifts } from '../gifts.ts';
import { appId } from '../words.ts';

export const addApp = ({ apps, avatars }: Gifts): Procedure =>
  procedure({
    name: 'operator.addApp',
    summary: 'Adds an app whose users ask each other for gifts, or gives one another secret key.',
    notes: 'For an app that is there, of the same owner, the secret key before is worth nothing from then on. The key is shown this once.',
    params: {
      capabilities: capabilitiesParam,
      app_id: appId,
      owner_akey: keyOrNameParam('Key or name of the avatar who owns the app.'),
    },
    result: t.string({ secret: true }),
    resultDoc: 'The secret key, with which the app calls: 32 hexadecimal digits.',
    faults: [unknownAvatar, appTaken],
    authority: operatorAuthority('system'),
    handler: async ({ app_id, owner_akey }) => apps.add(app_id, (await avatars.get(owner_akey)).akey),
  });
