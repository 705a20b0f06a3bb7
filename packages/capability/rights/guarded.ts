import assert from 'node:assert';
import type { Fault, FaultType, GuardedAuthority } from '@scrip/rpc';
import { AUTH_FAULTS, forbidden } from '../errors.ts';
import type { Held } from './holders.ts';
import { anyLogin, type Presented, wholeLogins } from './presented.ts';
import type { Needed, Right } from './right.ts';

/** An authority that decides on what the guard has verified. */
export type Guarded<I, A> = GuardedAuthority<I, A, Presented>;

/** What a call is about. */
export interface Sought<T, F extends T> {
  /** Undefined where it is not there. */
  readonly found: F | undefined;
  /** What is known of it all the same, such as whose it would be. */
  readonly scope: T;
  /** That it is not there. */
  readonly missing: () => Fault;
  /** What else may help those who are refused; begins with a separator. */
  readonly hint?: string;
}

/** What is there in any case, such as all that somebody has. */
export function present<T>(found: T): Sought<T, T> {
  return { found, scope: found, missing: () => assert.fail('what is there is not missing') };
}

/** One thing that procedures of a slice are about: how it is found, and what callers without a right to it are told. */
export interface Guarding<I, T, F extends T> {
  /** What finding it may raise, beside the faults of capabilities. */
  readonly faults: readonly FaultType[];
  /** What of the credentials counts here; logins without limits and what came beside them, where it is left out. */
  readonly count?: (given: Presented) => Presented;
  seek(input: I, given: Presented): Promise<Sought<T, F>>;
  /** Who may know whether it is there; those who have the right that the call needs, where it is left out. */
  readonly knows?: Right<T>;
  /** What the others are told, whether or not it is there, so that names and ids don't leak. */
  readonly others: 'forbidden' | 'missing';
}

/** Finds what a call is about, decides whether somebody who calls has the right to it, and hands both to the procedure. */
export function guarded<I, J, T, F extends T, As extends string>(
  needed: Needed<I, T, As>,
  guarding: Guarding<J, T, F>,
): Guarded<I & J, F & { readonly principal: Held<As> }> {
  const { faults, count = wholeLogins, knows, others } = guarding;
  return guardedBy(needed, faults, async (input: I & J, presented) => {
    const given = count(presented);
    const { found, scope, missing, hint } = await guarding.seek(input, given);
    const thing = found ?? scope;
    const principal = await needed.rightFor(input).find(given, thing);
    if (principal && found) return { ...found, principal };
    const mayKnow = principal ?? (knows && (await knows.find(given, thing)));
    if (mayKnow && !found) throw missing();
    if (!mayKnow && others === 'missing') throw given.fault ?? missing();
    throw refusal(given, needed.needs, hint);
  });
}

/** As `guarded`, where more than a right to one thing has to be decided: limits, or two parties. */
export function guardedBy<I, A>(
  { needs, names }: Pick<Needed<never, never>, 'needs' | 'names'>,
  faults: readonly FaultType[],
  decide: (input: I, given: Presented) => Promise<A>,
): Guarded<I, A> {
  return { kind: 'guarded', needs, holders: names, faults: [...AUTH_FAULTS, ...faults], decide };
}

/** Who of those that call has a right; raises what was wrong with a bad capability, auth.capability_required or auth.forbidden. */
export async function demand<T, As extends string>(right: Right<T, As>, given: Presented, thing: T): Promise<Held<As>> {
  const held = await right.find(given, thing);
  if (held) return held;
  anyLogin(given);
  throw refusal(given, right.needs);
}

/** What callers are told who have no right that needs this. */
function refusal(given: Presented, needs: string, hint = ''): Fault {
  return given.fault ?? forbidden(`${needs} is needed, and none came${hint}`);
}
