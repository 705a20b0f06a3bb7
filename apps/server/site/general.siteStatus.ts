import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';

/** Apez, general.siteStatus. */
export const siteStatus = ({ grids }: { readonly grids: { isConnected(): boolean } }): Procedure =>
  procedure({
    name: 'general.siteStatus',
    summary: 'Tells whether the services are up.',
    notes:
      'The first is true where an in-world object of a grid that the operator knows has called within two minutes; what is paid to `avatar` waits for one.',
    params: {},
    result: t.tuple(t.boolean(), t.boolean()),
    resultDoc: 'Two booleans: connected to the grid, site up.',
    faults: [],
    authority: publicAuthority('whoever may call has to be able to see whether calling makes sense'),
    isRepeatable: true,
    handler: (): [boolean, boolean] => [grids.isConnected(), true],
  });
