import type { Uuid } from '@scrip/kernel';
import { conflictOf } from '@scrip/rpc';
import { journalId } from '../ledger/ids.ts';
import type { Origin } from '../posting/instruction.ts';

/** A request that may come again. An empty id stands for none: then it never is a retry. */
export interface Request extends Pick<Origin, 'principal' | 'requestId'> {
  /** `requestHash` of what is asked for, which a retry repeats. */
  readonly requestHash: Uuid;
}

/** What is kept of a request that was answered. */
export interface Answered {
  readonly requestHash: Uuid;
}

/**
 * How a deal finds its first answer: `find` looks under the id of the request's journal. Raises bank.request_conflict where
 * another request was answered under it.
 */
export function firstAnswerTo<A extends Answered>(
  { principal, requestId, requestHash }: Request,
  find: (journalId: Uuid) => Promise<A | undefined>,
): () => Promise<A | undefined> {
  return async () => {
    const found = requestId === '' ? undefined : await find(journalId(principal, requestId));
    if (found && found.requestHash !== requestHash) throw conflictOf(requestId);
    return found;
  };
}
