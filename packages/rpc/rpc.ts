import type { Fault } from './faults.ts';
import { createInvoke, type Invoke, type InvokeOptions } from './invoke.ts';
import type { Procedure } from './procedure.ts';
import { createRegistry, type Registry, type Scope } from './registry.ts';
import { systemProcedures } from './system.ts';

export interface Rpc {
  readonly registry: Registry;
  readonly invoke: Invoke;
  /** The most calls in one multicall or batch. */
  readonly batchLimit: number;
  /** What an error outside of a procedure means to callers; undefined where that is `internal` and nothing more. */
  asFault(error: unknown): Fault | undefined;
  /** Finds, lists and runs only what is in the scope, and the `system.*` procedures that describe it. */
  scoped(scope: Scope): Rpc;
}

export interface RpcOptions extends InvokeOptions {
  readonly procedures: readonly Procedure[];
  readonly batchLimit: number;
}

/** Puts the procedures of all slices behind one registry, together with the `system.*` ones that describe it. */
export function createRpc(options: RpcOptions): Rpc {
  return rpcOver(options);
}

function rpcOver(options: RpcOptions, scope?: Scope): Rpc {
  const { procedures, batchLimit } = options;
  const shown = scope ? procedures.filter(({ name }) => name.startsWith(scope.prefix)) : procedures;
  // The system procedures describe the very registry that they stand in, hence the late look at it.
  const registry = createRegistry([...shown, ...systemProcedures(() => rpc, batchLimit)], scope);
  const invoke = createInvoke(registry, options);
  const { asFault = () => undefined } = options;
  const rpc: Rpc = { registry, invoke, batchLimit, asFault, scoped: (narrower) => rpcOver(options, narrower) };
  return rpc;
}
