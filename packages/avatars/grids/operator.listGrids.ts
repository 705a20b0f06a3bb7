import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';

const GRID = t.struct({
  name: t.string(),
  shard: t.string(),
  networks: t.array(t.string()),
  home: t.boolean(),
  heard: t.optional(t.dateTime()),
});

export const listGrids = ({ grids }: Avatars): Procedure =>
  procedure({
    name: 'operator.listGrids',
    summary: 'Lists the grids whose objects may call.',
    params: { capabilities: capabilitiesParam },
    result: t.array(GRID),
    resultDoc:
      "Grids in the order of their names: home is whether it is the server's own; heard is when one of its objects called last, to half a minute, in UTC, and not there before the first.",
    faults: [],
    authority: operatorAuthority('read'),
    async handler() {
      const all = await grids.list();
      return all.map(({ name, shard, networks, realm, heardAt }) => ({
        name,
        shard,
        networks: [...networks],
        home: realm === '',
        ...(heardAt && { heard: heardAt }),
      }));
    },
  });
