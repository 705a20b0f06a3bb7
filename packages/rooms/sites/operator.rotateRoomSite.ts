import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { unknownRoomSite } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { siteNameParam } from '../words.ts';

export const rotateRoomSite = ({ sites }: Rooms): Procedure =>
  procedure({
    name: 'operator.rotateRoomSite',
    summary: 'Gives a room site another key.',
    notes: 'The one before is worth nothing from then on, in every server within two seconds. Keep the new one back to shut the site out.',
    params: { capabilities: capabilitiesParam, name: siteNameParam },
    result: t.string(),
    resultDoc: 'The new key, which is shown this once.',
    faults: [unknownRoomSite],
    authority: operatorAuthority('system'),
    handler: ({ name }) => sites.rotate(name),
  });
