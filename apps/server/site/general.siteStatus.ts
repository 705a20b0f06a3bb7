import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';

/** Apez, general.siteStatus. */
export const siteStatus = (): Procedure =>
  procedure({
    name: 'general.siteStatus',
    summary: 'Tells whether the services are up.',
    notes: 'The first is false as long as no in-world object is connected; what is paid to `avatar` waits until then.',
    params: {},
    result: t.tuple(t.boolean(), t.boolean()),
    resultDoc: 'Two booleans: connected to the grid, site up.',
    faults: [],
    authority: publicAuthority('whoever may call has to be able to see whether calling makes sense'),
    handler: (): [boolean, boolean] => [false, true],
  });
