import { type Avatars, avatarProcedures } from '@scrip/avatars';
import { type Bank, bankProcedures } from '@scrip/bank';
import { type Capabilities, capabilityProcedures } from '@scrip/capability';
import { type Groups, groupProcedures } from '@scrip/groups';
import type { Procedure } from '@scrip/rpc';
import { diagnostics } from './diagnostics.ts';
import { siteStatus } from './site-status.ts';

export interface Services {
  readonly capabilities: Capabilities;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
}

/** Everything that a server answers beside `system.*`. Declaring it calls nothing of the services. */
export function allProcedures({ capabilities, avatars, groups, bank }: Services, config: { readonly diagnostics: boolean }): Procedure[] {
  return [
    siteStatus,
    ...capabilityProcedures(capabilities),
    ...avatarProcedures(avatars),
    ...groupProcedures(groups),
    ...bankProcedures(bank),
    ...(config.diagnostics ? diagnostics : []),
  ];
}
