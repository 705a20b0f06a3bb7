import type { Uuid } from '@scrip/kernel';
import type { Capability } from '../model.ts';
import { SCOPES, type Scope } from './scopes.ts';

/** Somebody who runs the server, as the operator's log names them. */
export interface Operator {
  readonly name: string;
  /** The jti that the operator was given, whatever was narrowed out of that: names are given again, this is not. */
  readonly id: Uuid;
  readonly scopes: readonly Scope[];
  /** What came with the call. */
  readonly capability: Capability;
}

/** The name of who has the capability that the server keeps in SCRIP_DATA. */
export const ROOT = 'root';

/** Who has the capability in SCRIP_DATA may do everything. */
export function rootOf(capability: Capability): Operator {
  return { name: ROOT, id: capability.parents.at(-1) ?? capability.jti, scopes: SCOPES, capability };
}

/** Who of those that call has this scope; with several, the one who has the most scopes. */
export function operatorWith(scope: Scope, { operators }: { readonly operators: readonly Operator[] }): Operator | undefined {
  const able = operators.filter(({ scopes }) => scopes.includes(scope));
  return able.reduce<Operator | undefined>((best, one) => (best && best.scopes.length >= one.scopes.length ? best : one), undefined);
}
