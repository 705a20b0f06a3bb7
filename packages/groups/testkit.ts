import { Fault } from '@scrip/rpc';

/** The range of a list that leaves nothing out. */
export const ALL = { offset: 0, limit: -1 };

/** The code of the fault that a call ends in; its result where it ends in none. */
export function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => (error instanceof Fault ? error.spec.code : error));
}
