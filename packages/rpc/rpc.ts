import { createInvoke, type Invoke, type InvokeOptions } from './invoke.ts';
import type { Procedure } from './procedure.ts';
import { createRegistry, type Registry } from './registry.ts';
import { systemProcedures } from './system.ts';

export interface Rpc {
  readonly registry: Registry;
  readonly invoke: Invoke;
  /** The most calls in one multicall or batch. */
  readonly batchLimit: number;
}

/** Puts the procedures of all slices behind one registry, together with the `system.*` ones that describe it. */
export function createRpc(options: { procedures: readonly Procedure[]; batchLimit: number } & InvokeOptions): Rpc {
  const { procedures, batchLimit } = options;
  // The system procedures describe the very registry that they stand in, hence the late look at it.
  const registry = createRegistry([...procedures, ...systemProcedures(() => rpc, batchLimit)]);
  const rpc: Rpc = { registry, invoke: createInvoke(registry, options), batchLimit };
  return rpc;
}
