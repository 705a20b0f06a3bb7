import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { NAME_RULE } from '../words.ts';
import { MAX_NETWORKS } from './grids.ts';

export const addGrid = ({ grids }: Avatars): Procedure =>
  procedure({
    name: 'operator.addGrid',
    summary: 'Adds a grid whose objects may call, or changes the one of that name.',
    notes: [
      'What a script says of itself in the headers of its simulator (who owns the object, where it stands) counts where it comes from one of these',
      "networks with this shard. The first grid is the server's own: the empty realm and its name mean the same avatars. Each later one has avatars",
      'of its own, which its name as realm finds.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      name: param(t.string({ max: 63 }), NAME_RULE),
      shard: param(t.string({ max: 255, min: 1 }), 'What X-SecondLife-Shard says there, such as `Production`.'),
      networks: param(
        t.array(t.string({ max: 64 }), { max: MAX_NETWORKS }),
        `Where its simulators call from: addresses and networks, such as \`10.1.0.0/16\`, at most ${MAX_NETWORKS}. With none, only signed objects are known.`,
      ),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: operatorAuthority('system'),
    async handler({ name, shard, networks }) {
      await grids.set(name, shard, networks);
      return 1;
    },
  });
