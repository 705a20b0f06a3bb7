import { nameKey } from '@scrip/avatars';
import { requestHash } from '@scrip/bank';
import { type Guarded, isLimited, type Presented } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Lease } from '../lease.ts';
import type { Location } from '../model.ts';
import type { Answer } from './store.ts';

interface RequestCall {
  readonly owner_akey: string;
  readonly location_name: string;
  readonly unit_name: string;
  readonly request_id: string;
}

/** What a call has the right to: what it asks for, or the answer that it got before. */
export type Allowed<A> = { readonly access: A; readonly requestHash: Uuid } | { readonly first: Answer };

/**
 * As `inner`, for a request that may be retried: whoever asked for the very same before gets the answer to that. It is looked
 * for first, under each login that came: by now none of them may have a right to the lease, or another one than the one that
 * the request was done on. `paramsOf` are those of the request beside the unit.
 */
export function retryable<P, A extends { readonly location: Location }>(
  lease: Lease,
  operation: string,
  paramsOf: (input: P) => readonly (string | number)[],
  inner: Guarded<RequestCall, A>,
): Guarded<RequestCall & P, Allowed<A>> {
  const hashOf = (owner: Uuid, input: RequestCall & P) =>
    requestHash(operation, owner, nameKey(input.location_name), nameKey(input.unit_name), ...paramsOf(input));

  async function firstAnswer(input: RequestCall & P, given: Presented): Promise<Answer | undefined> {
    const logins = given.logins.filter((login) => !isLimited(login));
    const owner = input.owner_akey === '' ? logins[0]?.sub : (await lease.avatars.find(input.owner_akey))?.akey;
    for (const { sub } of owner ? logins : []) {
      const answer = await lease.leasing.changes.firstAnswer(sub, input.request_id);
      if (answer?.requestHash === hashOf(owner as Uuid, input)) return answer;
    }
    return undefined;
  }

  return {
    ...inner,
    async decide(input, given) {
      const first = input.request_id === '' ? undefined : await firstAnswer(input, given);
      if (first) return { first };
      const access = await inner.decide(input, given);
      return { access, requestHash: hashOf(access.location.owner, input) };
    },
  };
}
