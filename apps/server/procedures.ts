import { type Avatars, avatarProcedures } from '@scrip/avatars';
import { type Bank, bankProcedures } from '@scrip/bank';
import { type Capabilities, capabilityProcedures } from '@scrip/capability';
import { type Groups, groupProcedures } from '@scrip/groups';
import { type Lease, leaseProcedures } from '@scrip/lease';
import type { Procedure } from '@scrip/rpc';
import { type Vend, vendProcedures } from '@scrip/vend';
import { diagnostics } from './diagnostics.ts';
import { siteStatus } from './site-status.ts';

export interface Services {
  readonly capabilities: Capabilities;
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly lease: Lease;
  readonly vend: Vend;
}

/** Everything that a server answers beside `system.*`. Declaring it calls nothing of the services. */
export function allProcedures(services: Services, config: { readonly diagnostics: boolean }): Procedure[] {
  const { capabilities, avatars, groups, bank, lease, vend } = services;
  return [
    siteStatus,
    ...capabilityProcedures(capabilities),
    ...avatarProcedures(avatars),
    ...groupProcedures(groups),
    ...bankProcedures(bank),
    ...leaseProcedures(lease),
    ...vendProcedures(vend),
    ...(config.diagnostics ? diagnostics : []),
  ];
}
