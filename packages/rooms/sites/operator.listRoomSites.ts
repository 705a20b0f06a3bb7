import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { nameKey } from '@scrip/kernel';
import { afterText, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import type { Rooms } from '../rooms.ts';

const SITE = t.struct({ name: t.string(), owner_akey: t.string(), account_name: t.string(), notices_url: t.string() });

export const listRoomSites = ({ sites }: Rooms): Procedure =>
  procedure({
    name: 'operator.listRoomSites',
    summary: 'Lists the sites that send customers into rooms, in the order of their names.',
    params: { capabilities: capabilitiesParam, after: afterText('name'), limit: pageLimit(1_000) },
    result: t.array(SITE),
    resultDoc: 'Sites: whose account pays the tips, and where notices go, which is empty for none.',
    faults: [],
    authority: operatorAuthority('read'),
    async handler({ after, limit }) {
      const listed = await sites.list(pageOf({ after: nameKey(after), limit }));
      return listed.map(({ name, owner, accountName, noticesUrl }) => ({
        name,
        owner_akey: owner,
        account_name: accountName,
        notices_url: noticesUrl,
      }));
    },
  });
