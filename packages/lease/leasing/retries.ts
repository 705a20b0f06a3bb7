import { type Allowed, requestHash, retryable } from '@scrip/bank';
import type { Guarded } from '@scrip/capability';
import { type AvatarKey, nameKey, type Uuid } from '@scrip/kernel';
import type { UnitCall } from '../authority.ts';
import type { Lease } from '../lease.ts';
import type { Location } from '../model.ts';
import type { Answer } from './store.ts';

interface RequestCall extends UnitCall {
  readonly request_id: string;
}

/** `retryable` for a request about a unit; `paramsOf` are those that a retry has to repeat beside the unit. */
export function retryableAtUnit<P, A extends { readonly location: Location }>(
  { avatars, leases }: Lease,
  operation: string,
  paramsOf: (input: P) => readonly (string | number)[],
  inner: Guarded<NoInfer<RequestCall & P>, A>,
): Guarded<RequestCall & P, Allowed<A & { readonly requestHash: Uuid }, Answer>> {
  const hashOf = (owner: AvatarKey, input: RequestCall & P) =>
    requestHash(operation, owner, nameKey(input.location_name), nameKey(input.unit_name), ...paramsOf(input));
  const request: Guarded<RequestCall & P, A & { readonly requestHash: Uuid }> = {
    ...inner,
    async decide(input, given) {
      const access = await inner.decide(input, given);
      return { ...access, requestHash: hashOf(access.location.owner, input) };
    },
  };
  return retryable(request, {
    hashOf: async (input, caller) => hashOf(input.owner_akey === '' ? caller : (await avatars.get(input.owner_akey)).akey, input),
    find: (journalId) => leases.answer(journalId),
  });
}
