import { keyOrNameParam, unknownAvatar } from '@scrip/avatars';
import { accountNameParam, unknownAccount, WORKING } from '@scrip/bank';
import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { roomSiteTaken } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { siteNameParam } from '../words.ts';

export const addRoomSite = ({ sites }: Rooms): Procedure =>
  procedure({
    name: 'operator.addRoomSite',
    summary: "Adds a site that sends customers into performers' rooms, and gives it its key.",
    notes: [
      'Tips of its customers are paid from this account of the owner, up to what the site says that each may spend. Whoever has the key can spend',
      'all that is in the account: keep an account for it. operator.rotateRoomSite replaces a key that got out.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      name: siteNameParam,
      owner_akey: keyOrNameParam('Key or name of the avatar who pays the tips.'),
      account_name: accountNameParam('The account that pays them.', WORKING),
    },
    result: t.string(),
    resultDoc: 'The key, 43 characters, which is shown this once.',
    faults: [unknownAvatar, unknownAccount, roomSiteTaken],
    authority: operatorAuthority('system'),
    handler: ({ name, owner_akey, account_name }) => sites.add(name, owner_akey, account_name),
  });
