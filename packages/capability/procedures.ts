import type { Procedure } from '@scrip/rpc';
import type { Capabilities } from './capabilities.ts';
import { revokeCapability } from './procedures/general.revokeCapability.ts';
import { inspectCapability } from './procedures/operator.inspectCapability.ts';
import { revoke } from './procedures/operator.revoke.ts';
import { rotateKey } from './procedures/operator.rotateKey.ts';

/** Everything about capabilities that callers can ask for. */
export function capabilityProcedures(capabilities: Capabilities): Procedure[] {
  return [revokeCapability(capabilities), inspectCapability(capabilities), revoke(capabilities), rotateKey(capabilities)];
}
