import { type Guarded, isLimited } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import { journalId } from '../ledger/ids.ts';
import { orRefusal } from './deals.ts';
import type { Answered } from './requests.ts';

/** Where the answers to an operation's requests are. */
export interface Retries<I, A extends Answered> {
  /** The hash of what a call asks for; `caller` is the first of those who are logged in. */
  hashOf(input: I, caller: Uuid): Promise<Uuid>;
  find(journalId: Uuid): Promise<A | undefined>;
}

/** What a call has the right to: what it asks for, or the answer that it got before. */
export type Allowed<T, A> = { readonly access: T } | { readonly first: A };

/**
 * As `inner`, for a request that may be retried. By then the caller may have lost the right to what was asked for, but not the
 * right to the answer: a refusal waits until it is known that this is no retry. Where several logins came the request may have been
 * made on any of them, and another one may have the right now: then the answer is looked for before the right is decided.
 */
export function retryable<I extends { readonly request_id: string }, T, A extends Answered>(
  inner: Guarded<NoInfer<I>, T>,
  retries: Retries<I, A>,
): Guarded<I, Allowed<T, A>> {
  return {
    ...inner,
    async decide(input, given) {
      const callers = input.request_id === '' ? [] : given.logins.filter((login) => !isLimited(login)).map(({ sub }) => sub);
      const before = callers.length > 1 ? await firstOf(input, callers, retries) : undefined;
      if (before) return { first: before };
      const access = await orRefusal(inner.decide(input, given));
      if (!(access instanceof Fault)) return { access };
      const first = callers.length === 1 ? await firstOf(input, callers, retries) : undefined;
      if (first) return { first };
      throw access;
    },
  };
}

async function firstOf<I extends { readonly request_id: string }, A extends Answered>(
  input: I,
  callers: readonly Uuid[],
  { hashOf, find }: Retries<I, A>,
): Promise<A | undefined> {
  const [caller] = callers;
  const hash = caller && (await orRefusal(hashOf(input, caller)));
  // A call that names somebody unknown was never answered.
  for (const akey of hash && !(hash instanceof Fault) ? callers : []) {
    const answer = await find(journalId(akey, input.request_id));
    if (answer?.requestHash === hash) return answer;
  }
  return undefined;
}
